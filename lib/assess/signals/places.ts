import { passingBlanks } from '../../model/passing-blanks.ts';
import type { SessionReport } from '../../model/report.ts';
import { addressOf } from '../../model/site-profile.ts';
import type { Visit } from '../../model/visit.ts';
import { byTime } from './evidence-of.ts';

/** The page the walker looked at from `at` on. */
export type Place = { at: number; tab: number; address: string; visit: Visit };

/** Documents and routes of main frames, by time: the pages of the walk; wizards, inner frames and empty pages on the way left out. */
export function pageVisits(report: SessionReport): Visit[] {
  const passing = passingBlanksOf(report);
  return byTime(report.visits).filter(
    ({ id, frame, kind }) => frame === 0 && (kind === 'document' || kind === 'route') && !passing.has(id),
  );
}

/**
 * The pages looked at in order; a change of tab, or something done in another tab, stands for the page that tab shows.
 * The same page twice in a row once.
 */
export function placesOf(report: SessionReport): Place[] {
  const passing = passingBlanksOf(report);
  const shown = new Map<number, Visit>();
  const places: Place[] = [];
  const come = (at: number, tab: number, page: Visit | undefined) => {
    if (!page) return;
    const address = addressOf(page.url);
    const last = places.at(-1);
    if (last?.address !== address || last.tab !== tab) places.push({ at, tab, address, visit: page });
  };
  const rows = byTime<{ at: number; tab: number; visit?: Visit }>([
    ...report.visits
      .filter(({ id, frame, kind }) => frame === 0 && kind !== 'wizard' && !passing.has(id))
      .map((visit) => ({ at: visit.at, tab: visit.tab, visit })),
    ...report.actions.map(({ at, tab }) => ({ at, tab })),
  ]);
  for (const { at, tab, visit } of rows) {
    if (visit && visit.kind !== 'tab') shown.set(tab, visit);
    come(at, tab, shown.get(tab));
  }
  return places;
}

const passingBlanksOf = ({ visits, actions }: SessionReport) =>
  passingBlanks(
    visits,
    actions.map(({ at }) => at),
  );

/** Host with port of an address; empty where there is none. */
export function hostOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/?#]+)/i.exec(url)?.[1] ?? '';
}

/** True for pages on which one logs in or registers. */
export function isLoginPage(visit: Pick<Visit, 'identity' | 'stage'>): boolean {
  return visit.identity || visit.stage === 'login' || visit.stage === 'register' || visit.stage === 'verify';
}
