import type { PathEntry, PathGroup } from '../../model/click-path.ts';
import type { SessionReport } from '../../model/report.ts';
import type { Arrivals } from './find-arrivals.ts';
import { createMainFrameTest } from './frame-of.ts';
import { joinActions, reactionOf } from './join-actions.ts';
import { walkedIn } from './since-start.ts';

/** So many clicks in a row on one thing are called rage clicks by PostHog's recorder. */
const manyClicks = 3;
/** A reaction later than this is what Sentry's recorder calls a slow click, ms. */
export const slowReactionMs = 3000;

type Evidence = Pick<
  SessionReport,
  'session' | 'steps' | 'streams' | 'actions' | 'incidents' | 'painPoints' | 'gaps' | 'createdAt'
>;
type Unclocked<T> = T extends unknown ? Omit<T, 'since'> : never;
type Unplaced = Unclocked<PathEntry>;

/**
 * The click path as a list: actions, places, incidents, pain points and pauses in order of time, grouped by step. A
 * step without entries is kept: that nothing was seen in it is a fact too.
 */
export function listPath(report: Evidence, path: Arrivals): PathGroup[] {
  const { session, steps } = report;
  const walked = walkedIn(report);
  const unplaced = [
    ...placesOf(path),
    ...actionsOf(report, path),
    ...troublesOf(report),
    ...pausesOf(report),
  ].sort((a, b) => a.at - b.at);
  const groups = new Map<PathGroup['step'], PathEntry[]>(steps.map((step) => [step, []]));
  const starts = [...steps].sort((a, b) => a.from - b.from);
  let next = 0;
  for (const each of unplaced) {
    while ((starts[next]?.from ?? Number.POSITIVE_INFINITY) <= each.at) next += 1;
    const begun = starts[next - 1];
    const step = begun && each.at < Math.max(begun.to, begun.from + 1) ? begun : undefined;
    const entries = groups.get(step) ?? [];
    groups.set(step, entries);
    entries.push({ ...each, since: walked(session.startedAt, each.at) });
  }
  return [...groups].map(([step, entries]) => ({ step, entries })).sort((a, b) => beginOf(a) - beginOf(b));
}

const beginOf = ({ step, entries }: PathGroup) => step?.from ?? entries[0]?.at ?? 0;

function placesOf({ arrivals, switches }: Arrivals): Unplaced[] {
  const met = new Set<string>();
  const places = arrivals.map((each, index): Unplaced => {
    const again = met.has(each.node);
    met.add(each.node);
    const { at, by, node, loadMs } = each;
    return { what: 'place', key: `place-${index}`, at, seekTo: at, problem: false, by, node, again, loadMs };
  });
  const tabs = switches
    .filter((each) => !each.opened || each.at !== each.to.at)
    .map(({ at, to }, index): Unplaced => {
      const more = { by: 'tab' as const, node: to.node, again: true, loadMs: undefined };
      return { what: 'place', key: `tab-${index}`, at, seekTo: at, problem: false, ...more };
    });
  return [...places, ...tabs];
}

function actionsOf(report: Evidence, { arrivals, switches }: Arrivals): Unplaced[] {
  const { session, streams, actions } = report;
  const walked = walkedIn(report);
  const breaks = session.pauses.map((pause) => ({ at: pause.from }));
  const cuts = [...arrivals, ...switches, ...breaks].map((each) => each.at).sort((a, b) => a - b);
  const inMainFrame = createMainFrameTest(streams);
  let n = 1;
  let before: number | undefined;
  return joinActions(actions, cuts).flatMap((run): Unplaced[] => {
    const [first] = run;
    if (!first) return [];
    const reaction = reactionOf(run);
    const entry: Unplaced = {
      what: 'action',
      key: first.id,
      at: first.at,
      seekTo: first.at,
      n,
      run,
      after: before === undefined ? undefined : walked(before, first.at),
      reaction,
      inFrame: !inMainFrame(first),
      problem:
        reaction.unanswered > 0 ||
        run.filter((each) => each.kind === 'click').length >= manyClicks ||
        (reaction.waitedMs ?? 0) >= slowReactionMs,
    };
    n += run.length;
    before = run.at(-1)?.at;
    return [entry];
  });
}

function troublesOf({ incidents, painPoints }: Evidence): Unplaced[] {
  return [
    ...incidents.map((incident): Unplaced => {
      const { id, at } = incident;
      return { what: 'incident', key: id, at, seekTo: at, problem: true, incident };
    }),
    ...painPoints.map((painPoint): Unplaced => {
      const { id, at, interval, kind } = painPoint;
      return { what: 'pain-point', key: id, at, seekTo: interval.from, problem: kind === 'pain', painPoint };
    }),
  ];
}

function pausesOf({ session, createdAt }: Evidence): Unplaced[] {
  return session.pauses.map(({ from, to, reason }, index): Unplaced => {
    const ms = Math.max(0, (to ?? session.endedAt ?? createdAt) - from);
    return { what: 'pause', key: `pause-${index}`, at: from, seekTo: from, problem: false, ms, reason };
  });
}
