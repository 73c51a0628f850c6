import type { Action } from '../../model/action.ts';
import { readGoings, sameGoingMs } from '../../model/read-goings.ts';
import type { SessionReport } from '../../model/report.ts';
import { addressOf } from '../../model/site-profile.ts';
import type { Visit } from '../../model/visit.ts';
import { byTime } from './evidence-of.ts';

/** One coming back to what was left: the rows that show it. `forward`: by the browser's forward button. */
export type Return = { at: number; tab: number; refs: string[]; text: string; forward: boolean };

/** Buttons that lead back; turning back a list's pages (上一页) is reading, not going back. */
const backLabel = /上一步|^(返回|后退|返回上[一1]?(步|级|页)|返回修改)$|^(back|previous)$/i;

/** How long after the press the page it brings may come, ms. */
const broughtWithin = 10_000;

/**
 * Every coming back: a press of a button that leads back, the browser's own back, forward or reload, a wizard that goes
 * to a step it had passed. What one press brought about is the same return.
 */
export function findReturns(report: SessionReport): Return[] {
  const presses = byTime(report.actions).filter(isPress);
  const goings = readGoings(report.visits);
  const arrivals = arrivalsBack(byTime(report.visits));
  type Open = Return & { answered: boolean; pressed: boolean };
  const returns: Open[] = [];
  const lastIn = new Map<number, Open>();
  const add = (each: Open) => {
    returns.push(each);
    lastIn.set(each.tab, each);
  };
  for (const row of mergeByTime(presses, arrivals)) {
    if ('visit' in row) {
      const { visit } = row;
      const cause = lastIn.get(visit.tab);
      const forward = goings.get(visit.id) === 'forward';
      const brought =
        cause !== undefined &&
        forward === cause.forward &&
        (visit.at - cause.at <= sameGoingMs ||
          (cause.pressed && !cause.answered && visit.at - cause.at <= broughtWithin));
      if (brought) {
        cause.refs.push(visit.id);
        cause.answered = true;
        continue;
      }
      const text = visit.wizardStep || visit.title;
      add({ at: visit.at, tab: visit.tab, refs: [visit.id], text, forward, answered: true, pressed: false });
    } else {
      const { id, at, tab, label } = row.action;
      add({ at, tab, refs: [id], text: label, forward: false, answered: false, pressed: true });
    }
  }
  return returns.map(({ at, tab, refs, text, forward }) => ({ at, tab, refs, text, forward }));
}

function isPress(action: Action): boolean {
  if (action.kind === 'back' || action.kind === 'reload') return true;
  return action.kind === 'click' && backLabel.test(action.label.trim());
}

/** Visits that lead back, or on again: by the browser's word, or to a wizard's step before the one it stood at. */
function arrivalsBack(visits: readonly Visit[]): Visit[] {
  const wizards = new Map<string, { at: number; order: Map<string, number> }>();
  return visits.filter((visit) => {
    if (visit.kind !== 'wizard')
      return visit.frame === 0 && visit.kind !== 'tab' && (visit.back || visit.transition === 'reload');
    if (!visit.wizardStep) return false;
    const key = `${visit.tab}.${visit.frame}.${addressOf(visit.url)}`;
    const wizard = wizards.get(key) ?? { at: -1, order: new Map<string, number>() };
    wizards.set(key, wizard);
    const place = wizard.order.get(visit.wizardStep) ?? wizard.order.size;
    wizard.order.set(visit.wizardStep, place);
    const back = place < wizard.at;
    wizard.at = place;
    return back;
  });
}

function mergeByTime(
  actions: readonly Action[],
  visits: readonly Visit[],
): ({ action: Action } | { visit: Visit })[] {
  return [
    ...actions.map((action) => ({ at: action.at, action })),
    ...visits.map((visit) => ({ at: visit.at, visit })),
  ].sort((a, b) => a.at - b.at);
}
