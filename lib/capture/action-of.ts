import type { Action } from '../model/action.ts';
import { labelOf, roleOf, shorten } from './describe-element.ts';
import { findPlaces, findSelectors } from './find-selectors.ts';
import { findFramePath } from './frame-path.ts';
import { middleOf } from './press-point.ts';
import { redactWordsOf } from './redact-words-of.ts';
import { viewOf } from './view-of.ts';
import { type FrameContext, freshId, type PageAction } from './watcher.ts';

/** An action on an element, described and redacted; `extra` adds its value measures or pointer. */
export function actionOf(
  kind: Action['kind'],
  element: Element,
  context: FrameContext,
  extra: Partial<PageAction> = {},
): PageAction {
  const full = context.privacy === 'full';
  const name = full ? labelOf(element) : '';
  const redactWords = full ? redactWordsOf(element, context.redactText) : context.redactText;
  const cleanName = full ? redactWords(name) : '';
  // Each redaction is counted, so the same words are redacted once.
  const redactText = (text: string) => (text === name ? cleanName : redactWords(text));
  const box = element.getBoundingClientRect();
  const point = extra.point ?? (kind === 'check' ? middleOf(seenOf(element, box)) : undefined);
  return {
    id: freshId(),
    at: Date.now(),
    kind,
    label: shorten(cleanName),
    role: roleOf(element),
    selectors: findSelectors(element, { privacy: context.privacy, redactText }),
    framePath: findFramePath(),
    rect: { x: box.x, y: box.y, width: box.width, height: box.height },
    url: context.redactUrl(location.href),
    ...(point ? { point, ...viewOf(element) } : {}),
    ...extra,
  };
}

/** Kits hide the browser's own box and draw another beside it, in its label. */
function seenOf(element: Element, box: DOMRect): DOMRect {
  if (box.width > 1 && box.height > 1) return box;
  return (element as HTMLInputElement).labels?.[0]?.getBoundingClientRect() ?? box;
}

/**
 * Reads what is pressed, as `actionOf` does; what it gives back tells it with the moment of the click. Nobody waits until
 * thousands of new rows are masked: the element is read now, and `tell` gets the action once all that was shown has
 * taught what to mask. Of one that turns out to be about a person only the selectors without words are kept then, since
 * others can no longer be looked for. `hovered`: what the pointer rested on before, told with it.
 */
export function readClick(
  element: Element,
  context: FrameContext,
  extra: Partial<PageAction>,
  hovered: readonly Element[] = [],
): (at: number, tell: (action: PageAction) => void) => void {
  if (context.privacy !== 'full' || context.catchesUp()) {
    const ways = waysToEach(hovered, (each) => findWays(each, context));
    const action = actionOf('click', element, context, { ...extra, ...ways });
    return (at, tell) => tell({ ...action, at });
  }
  const name = labelOf(element);
  const redactWords = redactWordsOf(element, context.redactText);
  const read = new Set<string>();
  const reading = { ...context, redactText: (text: string) => (read.add(text), text) };
  const ways = waysToEach(hovered, (each) => findWays(each, reading));
  const action = actionOf('click', element, reading, { ...extra, ...ways });
  const places = { selectors: findPlaces(element), ...waysToEach(hovered, findPlaces) };
  const { href } = location;
  return (at, tell) =>
    context.onceLearned(() => {
      const label = redactWords(name);
      read.delete(name);
      const isPersonal = label !== name || [...read].some((text) => context.redactText(text) !== text);
      const told = { ...action, at, url: context.redactUrl(href) };
      tell(isPersonal ? { ...told, label: shorten(label), ...places, ...extra } : told);
    });
}

function waysToEach(
  hovered: readonly Element[],
  waysTo: (element: Element) => string[],
): Pick<PageAction, 'hovered'> {
  return hovered.length > 0 ? { hovered: hovered.map(waysTo) } : {};
}

function findWays(element: Element, { privacy, redactText }: FrameContext): string[] {
  return findSelectors(element, {
    privacy,
    redactText: privacy === 'full' ? redactWordsOf(element, redactText) : redactText,
  });
}
