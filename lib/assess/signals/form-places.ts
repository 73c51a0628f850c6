import type { SessionReport } from '../../model/report.ts';
import { addressOf } from '../../model/site-profile.ts';
import type { Visit } from '../../model/visit.ts';
import { countUntil, findLastAt } from '../find-last-at.ts';
import { byTime } from './evidence-of.ts';

/** A wizard's new step is told up to this long after its fields stand there, ms. */
const toldWithin = 1000;

type Row = { at: number; tab: number; frame: number; url: string };

/**
 * Says on which form a row stood: the frame's address and, where a wizard moves on without a new address, its step.
 * `arriving` rows (fields that come up) may be told shortly before the wizard's step is; what the walker did within the
 * millisecond a step came up was done on the one before.
 */
export function createFormPlaces(report: SessionReport): (row: Row, arriving?: boolean) => string {
  const wizards = new Map<string, Visit[]>();
  for (const visit of byTime(report.visits)) {
    if (visit.kind !== 'wizard') continue;
    const key = `${visit.tab}.${visit.frame}`;
    const list = wizards.get(key);
    if (list) list.push(visit);
    else wizards.set(key, [visit]);
  }
  return (row, arriving = false) => {
    const address = addressOf(row.url);
    const list = wizards.get(`${row.tab}.${row.frame}`) ?? [];
    const wizard = arriving ? nearest(list, row.at) : findLastAt(list, row.at - 1, (visit) => visit.at);
    return wizard && addressOf(wizard.url) === address
      ? `${address}|${wizard.wizardStep ?? ''}`
      : `${address}|`;
  };
}

/** The step that was on when a field came up, or the one told right after, whichever is nearer. */
function nearest(wizards: readonly Visit[], at: number): Visit | undefined {
  const count = countUntil(wizards, at, (visit) => visit.at);
  const [before, after] = [wizards[count - 1], wizards[count]];
  if (!after || after.at - at > toldWithin) return before;
  return before && at - before.at <= after.at - at ? before : after;
}

/** A label as two forms would both spell it: without blanks, marks of duty and a closing colon. */
export function plainLabel(label: string): string {
  return label.replace(/[\s*＊：:（）()]+/g, '').toLowerCase();
}
