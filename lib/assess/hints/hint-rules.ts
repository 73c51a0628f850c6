import { lastMomentOf } from '../../model/action.ts';
import { awayIn } from '../../model/away.ts';
import type { Hint } from '../../model/hint.ts';
import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { byTime, evidenceOf } from '../signals/evidence-of.ts';
import { hostOf, pageVisits, placesOf } from '../signals/places.ts';

/** A hint rule: at most one hint of its kind. `others` are earlier walks of the same item. Pure. */
export type HintRule = (report: SessionReport, others: readonly SessionReport[]) => Hint | undefined;

/** Nobody reads a guide in less, ms; ours: its title and first table rows at 300 characters a minute. */
const readingMs = 3000;
/** Guide pages that were left so soon. */
export const fastReading: HintRule = (report) => {
  const guides = new Map(report.guidePages.map((page) => [page.url, page.id]));
  const places = placesOf(report);
  const evidence = places.flatMap((place, index): SignalEvidence[] => {
    const guide = guides.get(place.visit.url);
    const left = places[index + 1]?.at;
    // Coming back to a guide to press its button needs no reading.
    const first = places.findIndex((each) => each.address === place.address) === index;
    if (!guide || !first || left === undefined || left - place.at >= readingMs) return [];
    return [
      evidenceOf({ ...place.visit, at: place.at }, { to: left, text: place.visit.title, refs: [guide] }),
    ];
  });
  return evidence.length
    ? { kind: 'fast-reading', figures: [evidence.length, readingMs / 1000], evidence }
    : undefined;
};

/** Fields of this length and more are typed, not tapped; characters. */
const longValue = 8;
/** Beyond this, characters a second, a value is pasted or filled in by a program; fast typists come to 10. */
const fastestTyping = 25;
/** Fields filled so, of all long ones, before it is worth a word. */
const atOnceShare = 0.6;
/** Long values that came all at once. When a field was left is told by what the walker did next in the same frame. */
export const valuesAtOnce: HintRule = ({ actions }) => {
  const inOrder = byTime(actions);
  const long = inOrder.filter(({ kind, value }) => kind === 'type' && (value?.length ?? 0) >= longValue);
  const fast = long.filter((typed) => {
    const next = inOrder.find((each) => each.at > typed.at && each.id !== typed.id);
    return next !== undefined && (typed.value?.length ?? 0) / ((next.at - typed.at) / 1000) > fastestTyping;
  });
  if (long.length < 3 || fast.length / long.length < atOnceShare) return undefined;
  const evidence = fast.map((action) => evidenceOf(action, { text: action.label }));
  return { kind: 'values-at-once', figures: [fast.length, long.length], evidence };
};

/** A walk shorter than this, ms, says nothing about hesitating. */
const longEnough = 5 * 60_000;
/** Nobody stopped, went back or looked twice in all that time. */
export const noHesitation: HintRule = (report) => {
  const { session, steps, actions, visits } = report;
  const walked = steps.reduce((sum, step) => sum + step.times.wall - step.times.paused, 0);
  const idle = steps.reduce((sum, step) => sum + step.times.idle, 0);
  const back = visits.some((visit) => visit.back) || actions.some(({ kind }) => kind === 'back');
  if (walked < longEnough || back || session.pauses.length > 0 || idle > walked * 0.02) return undefined;
  return { kind: 'no-hesitation', figures: [Math.round(walked / 60_000)], evidence: [] };
};

/** Walks of fewer steps are alike by themselves. */
const fewActions = 15;
/** The same actions in the same order, with nearly the same times between them, as an earlier walk of the item. */
export const sameAsBefore: HintRule = (report, others) => {
  const own = pathOf(report);
  if (own.length < fewActions) return undefined;
  const twin = others.find((other) => {
    const theirs = pathOf(other);
    return (
      theirs.length === own.length &&
      theirs.every(
        ({ words, gap }, index) =>
          words === own[index]?.words && Math.abs(gap - (own[index]?.gap ?? 0)) <= 300 + gap * 0.1,
      )
    );
  });
  return twin && { kind: 'same-as-before', figures: [own.length, twin.session.startedAt], evidence: [] };
};

function pathOf({ actions }: SessionReport): { words: string; gap: number }[] {
  return byTime(actions).map(({ kind, label, at }, index, all) => ({
    words: `${kind} ${label}`,
    gap: at - (all[index - 1]?.at ?? at),
  }));
}

/** Names of machines for trying out, and of back offices; addresses inside a network. */
const notPublic =
  /(?:^|[.-])(?:test|uat|demo|dev|staging|pre|yanshi|ceshi|mock|sandbox)\d*(?:[.-]|$)|(?:^|[.-])(?:localhost)(?::|$)|^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d/i;
/** A walk on a host that citizens do not come to. */
export const testHost: HintRule = (report) => {
  const first = new Map<string, SignalEvidence>();
  for (const visit of pageVisits(report)) {
    const host = hostOf(visit.url);
    if (notPublic.test(host.replace(/:\d+$/, '')) && !first.has(host))
      first.set(host, evidenceOf(visit, { text: host }));
  }
  const hosts = [...first.keys()];
  return hosts.length
    ? { kind: 'test-host', figures: [hosts.slice(0, 3).join('、')], evidence: [...first.values()] }
    : undefined;
};

/** The walk began at the form: nobody had to find the item, read its guide or log in. */
export const skippedToForm: HintRule = (report) => {
  const [first] = pageVisits(report);
  const stages = new Set(report.steps.map(({ stage }) => stage));
  const begins = first && ['apply', 'material'].includes(first.stage ?? '');
  if (!begins || report.guidePages.length > 0 || stages.has('find')) return undefined;
  return { kind: 'skipped-to-form', figures: [], evidence: [evidenceOf(first, { text: first.title })] };
};

/** Below this share of the time recorded there is little to review. */
const enoughRecorded = 0.6;
export const muchUnrecorded: HintRule = ({ coverage, session, gaps }) => {
  if (session.privacy === 'metrics' || coverage.walkedMs < 30_000) return undefined;
  const share = coverage.recordedMs / coverage.walkedMs;
  if (share >= enoughRecorded) return undefined;
  const evidence = gaps.map(({ id, from, to, tab, why }) => ({ at: from, to, tab, refs: [id], text: why }));
  return { kind: 'much-unrecorded', figures: [Math.round(share * 100)], evidence: evidence.slice(0, 20) };
};

/** Away for so long without a pause, ms. */
const longAwayMs = 10 * 60_000;
export const longAway: HintRule = ({ actions, session, gaps, createdAt }) => {
  const away = awayIn(session.pauses, gaps, session.endedAt ?? createdAt);
  const evidence = byTime(actions).flatMap((action, index, all): SignalEvidence[] => {
    const next = all[index + 1];
    if (!next || next.at - lastMomentOf(action) < longAwayMs) return [];
    const told = away.some(({ from, to }) => from < next.at && to > action.at);
    return told ? [] : [evidenceOf(action, { to: next.at, text: action.label })];
  });
  const longest = Math.max(0, ...evidence.map(({ at, to = at }) => to - at));
  return evidence.length
    ? { kind: 'long-away', figures: [evidence.length, Math.round(longest / 60_000)], evidence }
    : undefined;
};

/** A form is read and filled in at this pace at best, ms a field; ours. */
const perField = 1500;
/** Handed in sooner than its fields can be read. */
export const veryShort: HintRule = ({ session, fields, createdAt, steps }) => {
  const asked = fields.filter(
    ({ kind, readonly, prefilled }) => kind !== 'search' && !readonly && !prefilled,
  );
  const walked = steps.reduce((sum, step) => sum + step.times.wall - step.times.paused, 0);
  const total = walked || (session.endedAt ?? createdAt) - session.startedAt;
  if (session.outcome !== 'submitted' || asked.length < 5 || total >= asked.length * perField)
    return undefined;
  return { kind: 'very-short', figures: [Math.round(total / 1000), asked.length], evidence: [] };
};
