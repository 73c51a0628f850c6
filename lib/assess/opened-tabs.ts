import type { Action } from '../model/action.ts';
import type { Visit } from '../model/visit.ts';

/** A tab or window that a press opens is there within this, ms; as long as a press is watched for an answer. */
const opensWithinMs = 2000;

/**
 * Says whether a press was answered by a new tab or window. The page it was made on sees nothing of one that does not take
 * its place: a small window beside it, which scripts open with a size.
 */
export function createOpensTab(visits: readonly Visit[]): (press: Pick<Action, 'at' | 'tab'>) => boolean {
  const first = new Map<number, number>();
  for (const { tab, at } of visits) if (at < (first.get(tab) ?? Number.POSITIVE_INFINITY)) first.set(tab, at);
  const opened = [...first];
  return ({ at, tab }) =>
    opened.some(([other, came]) => other !== tab && came >= at && came - at <= opensWithinMs);
}
