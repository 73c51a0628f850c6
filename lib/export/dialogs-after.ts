import type { Action } from '../model/action.ts';
import type { SessionReport } from '../model/report.ts';
import type { ActMove } from './moves.ts';

/** A dialog that comes later than this, ms, is no answer to the press before it. */
const promptly = 10_000;

/**
 * The native dialogs between an action and the next one of its tab, before the page goes on: a script of the page that
 * is there at the action can answer those, and no others.
 */
export function dialogsAfter(
  { actions, incidents, visits }: Pick<SessionReport, 'actions' | 'incidents' | 'visits'>,
  { at, tab, frame }: Action,
  framePath: number[],
  pathOf: (tab: number, frame: number) => number[] | undefined,
): ActMove['dialogs'] {
  const follows = (each: { at: number; tab: number }) => each.tab === tab && each.at > at;
  const done = actions.filter((each) => each.kind !== 'submit' && each.kind !== 'check' && follows(each));
  const left = visits.filter((visit) => visit.kind === 'document' && follows(visit));
  const end = Math.min(at + promptly, ...[...done, ...left].map((each) => each.at));
  const found = new Map<number, ActMove['dialogs'][number]>();
  for (const incident of incidents) {
    if (incident.kind !== 'native-dialog' || incident.tab !== tab || !incident.detail) continue;
    if (incident.at < at || incident.at >= end) continue;
    const path =
      incident.frame === frame ? framePath : incident.frame === 0 ? [] : pathOf(tab, incident.frame);
    if (!path) continue;
    const known = found.get(incident.frame) ?? { framePath: path, kinds: [] };
    known.kinds.push(incident.detail);
    found.set(incident.frame, known);
  }
  return [...found.values()];
}
