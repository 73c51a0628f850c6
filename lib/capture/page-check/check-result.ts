import type { PageCheckKind, PageCheckResult } from '../../model/page-check.ts';

/** So many places show what is meant. */
const fewPlaces = 5;

/** A check that found nothing yet. */
export const emptyResult = (
  check: PageCheckKind,
  impact: PageCheckResult['impact'] = 'moderate',
): PageCheckResult => ({ check, count: 0, impact, rules: [], places: [] });

/** Counts places and keeps the first few of them. */
export function addPlaces(result: PageCheckResult, places: readonly string[]): void {
  result.count = (result.count ?? 0) + places.length;
  for (const place of places) if (result.places.length < fewPlaces) result.places.push(place.slice(0, 200));
}

/** A short way to name an element: its own tag, id and first class; never its text. */
export function nameOf(element: Element): string {
  const id = element.id && /^[A-Za-z][\w-]{0,40}$/.test(element.id) ? `#${element.id}` : '';
  const word = [...element.classList].find((each) => /^[A-Za-z][\w-]{0,40}$/.test(each));
  const parent = element.parentElement?.localName;
  return `${parent ? `${parent} > ` : ''}${element.localName}${id}${word ? `.${word}` : ''}`;
}
