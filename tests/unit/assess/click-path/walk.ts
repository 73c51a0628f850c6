import * as fc from 'fast-check';
import { Action } from '../../../../lib/model/action.ts';
import { Incident } from '../../../../lib/model/incident.ts';
import { PainPoint } from '../../../../lib/model/pain-point.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import { Screenshot } from '../../../../lib/model/screenshot.ts';
import type { Step } from '../../../../lib/model/step.ts';
import type { Visit } from '../../../../lib/model/visit.ts';
import { gap, session, visit } from '../evidence.ts';

let made = 0;
const id = () => `c${(made += 1)}`;

/** A click of tab 1's main frame at `at`, unless told otherwise. */
export const act = (at: number, more: Partial<Action> = {}) =>
  Action.parse({ id: id(), at, stream: 's1', tab: 1, frame: 0, kind: 'click', label: '下一步', ...more });

export const incident = (at: number, more: Partial<Incident> = {}) =>
  Incident.parse({ id: id(), at, kind: 'toast', tab: 1, frame: 0, message: '系统繁忙', ...more });

export const painPoint = (at: number, more: Partial<PainPoint> = {}) =>
  PainPoint.parse({
    id: id(),
    at,
    interval: { from: Math.max(0, at - 60_000), to: at },
    dimensionId: 'd',
    checkItemId: 'd.01',
    severity: 'minor',
    ...more,
  });

export const shot = (at: number, more: Partial<Screenshot> = {}) =>
  Screenshot.parse({
    id: id(),
    at,
    tab: 1,
    why: 'step',
    object: 'a'.repeat(64),
    width: 1600,
    height: 1000,
    view: { width: 1280, height: 800 },
    masked: 0,
    by: 'tab',
    ...more,
  });

export const step = (from: number, to: number, name: string) => ({ id: id(), from, to, name }) as Step;

/** The parts of a report that the click path reads; the walk lasts from 0 to `to`. */
export function walk(to: number, parts: Partial<SessionReport>, pauses: { from: number; to: number }[] = []) {
  const empty = {
    visits: [],
    actions: [],
    incidents: [],
    painPoints: [],
    steps: [],
    gaps: [],
    requests: [],
    streams: [],
    screenshots: [],
  };
  const pausing = pauses.map((pause) => ({ ...pause, reason: '' }));
  return { createdAt: to, ...empty, session: session(0, to, { pauses: pausing }), ...parts } as SessionReport;
}

const places = ['/', '/search', '/guide', '/apply', '/done'];
type Event = {
  what: 'visit' | 'tab' | 'act' | 'fill';
  tab: number;
  place: number;
  after: number;
  back: boolean;
};
const event = fc.record<Event>({
  what: fc.constantFrom('visit', 'visit', 'tab', 'act', 'act', 'fill'),
  tab: fc.integer({ min: 1, max: 3 }),
  place: fc.integer({ min: 0, max: places.length - 1 }),
  after: fc.integer({ min: 1, max: 9000 }),
  back: fc.boolean(),
});

/** Any walk over a few places in up to three tabs, with pauses and sleep. It begins at `/` in tab 1. */
export const anyWalk = fc
  .record({
    events: fc.array(event, { maxLength: 60 }),
    pauses: fc.array(fc.record({ from: fc.nat(100_000), long: fc.nat(20_000) }), { maxLength: 2 }),
    asleep: fc.array(fc.record({ from: fc.nat(100_000), long: fc.nat(20_000) }), { maxLength: 2 }),
  })
  .map(({ events, pauses, asleep }) => {
    const visits: Visit[] = [visit(0, '/')];
    const actions: Action[] = [];
    let at = 0;
    for (const { what, tab, place, after, back } of events) {
      at += after;
      if (what === 'visit') visits.push(visit(at, places[place] ?? '/', { tab, back }));
      else if (what === 'tab') visits.push(visit(at, '', { tab, kind: 'tab' }));
      else actions.push(act(at, { tab, kind: what === 'fill' ? 'type' : 'click' }));
    }
    const [one, two] = pauses.map(({ from, long }) => ({ from, to: from + long }));
    const apart = one && two && (one.to <= two.from || two.to <= one.from) ? [one, two] : one ? [one] : [];
    const gaps = asleep.map(({ from, long }) => gap(from, from + long, 'asleep'));
    return walk(at + 1000, { visits, actions, gaps }, apart);
  });
