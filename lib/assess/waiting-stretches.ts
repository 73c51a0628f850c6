import { type Action, lastMomentOf, stretchesOf } from '../model/action.ts';
import type { Interval } from '../model/intervals.ts';
import type { Request } from '../model/request.ts';
import { type Visit, waitedMsOf } from '../model/visit.ts';
import { verificationKinds, type Wait } from '../model/wait.ts';
import { findLastAt } from './find-last-at.ts';
import type { TabStretch } from './tab-stretches.ts';

/** Requests for a document belong to its page load, requests for data to the data. */
const documents = new Set(['main_frame', 'sub_frame']);

/**
 * Requests shorter than this are not felt as waiting: 100 ms is the limit under which an answer seems instant
 * (Nielsen, Response Times: The 3 Important Limits, 1993).
 */
const feltAfter = 100;

/** Fields whose filling is part of proving oneself rather than of the form around the captcha. */
const captchaLabel = /验证码|校验码|captcha|code/i;

/**
 * When pages loaded, in any tab: from a document's commit to its load event, or until it was left before that, and while
 * a document was asked for. Without the frames that nobody waits for; see `findPolled`.
 */
export function pageLoads(
  visits: readonly Visit[],
  requests: readonly Request[],
  polled: ReadonlySet<string>,
): TabStretch[] {
  return [
    ...visits
      .filter((visit) => waitedMsOf(visit) > 0)
      .map((visit) => ({ from: visit.at, to: visit.at + waitedMsOf(visit), tab: visit.tab })),
    ...felt(requests.filter(({ type, id }) => documents.has(type) && !polled.has(id))),
  ];
}

/** What is pressed so soon after something began to turn was pressed before it was seen, ms. */
const unseenMs = 1000;
/** A press that is answered later than this may have been answered by the end of the waiting, ms. */
const ownAnswerMs = 500;
const fillsIn: ReadonlySet<Action['kind']> = new Set(['type', 'select', 'check', 'upload']);

/**
 * Until when something that turns kept the walker waiting: whoever goes on beside it, filling in or pressing what answers,
 * waits no longer, and some never cease to turn.
 */
export function createHeldUntil(actions: readonly Action[]): (wait: Wait) => number {
  const goingOn = actions
    .filter(
      ({ kind, reactedMs }) =>
        fillsIn.has(kind) || (kind === 'click' && typeof reactedMs === 'number' && reactedMs <= ownAnswerMs),
    )
    .flatMap((action) => stretchesOf(action).map(({ from }) => ({ at: from, tab: action.tab })))
    .sort((a, b) => a.at - b.at);
  return ({ kind, at, to, tab }) =>
    kind === 'spinner'
      ? Math.min(to, goingOn.find((each) => each.tab === tab && each.at > at + unseenMs)?.at ?? to)
      : to;
}

/**
 * When data were waited for, in any tab: calls by scripts, and spinners or queues the page showed. Without the calls
 * that nobody waits for; see `findPolled`.
 */
export function dataWaits(
  requests: readonly Request[],
  waits: readonly Wait[],
  polled: ReadonlySet<string>,
  actions: readonly Action[],
): TabStretch[] {
  const heldUntil = createHeldUntil(actions);
  return [
    ...felt(requests.filter(({ type, id }) => type === 'xmlhttprequest' && !polled.has(id))),
    ...waits
      .filter((wait) => !verificationKinds.has(wait.kind))
      .map((wait) => ({ from: wait.at, to: heldUntil(wait), tab: wait.tab })),
  ];
}

/** When a person had to prove something; see `createProofs`. */
export function verifications(
  waits: readonly Wait[],
  actions: readonly Action[],
  visits: readonly Visit[],
): Interval[] {
  const proofOf = createProofs(actions, visits);
  return waits.flatMap((wait) => proofOf(wait) ?? []);
}

/**
 * Says when a person had to prove something in a wait; undefined for other waits. A captcha stands on the form from the
 * beginning, so it counts only from the last time something else was filled in before it was answered, and one that
 * nobody answered not at all; on login pages, where nobody sees what is filled in, captchas do not count at all.
 */
export function createProofs(
  actions: readonly Action[],
  visits: readonly Visit[],
): (wait: Wait) => Interval | undefined {
  const atLogin = createLoginPages(visits);
  const filled = actions
    .filter(({ kind, label }) => (kind === 'type' || kind === 'select') && !captchaLabel.test(label))
    .map(lastMomentOf)
    .sort((a, b) => a - b);
  return (wait) => {
    if (!verificationKinds.has(wait.kind)) return undefined;
    if (wait.kind !== 'captcha') return { from: wait.at, to: wait.to };
    if (atLogin(wait) || isUnanswered(wait)) return undefined;
    const other = findLastAt(filled, wait.to, (at) => at);
    return { from: Math.max(wait.at, other ?? wait.at), to: wait.to };
  };
}

/** A captcha that merely stood there: nobody was busy with it. */
const isUnanswered = (wait: Wait) => wait.outcome === 'unknown';

function felt(requests: readonly Request[]): TabStretch[] {
  return requests
    .filter((request) => request.duration >= feltAfter)
    .map(({ at, duration, tab }) => ({ from: at, to: at + duration, tab }));
}

/** Says whether the tab was at a login page that is not looked into. */
function createLoginPages(visits: readonly Visit[]): (row: { tab: number; at: number }) => boolean {
  const pages = visits.filter((visit) => visit.frame === 0 && visit.kind === 'document');
  if (!pages.some((visit) => visit.identity)) return () => false;
  const byTab = new Map<number, Visit[]>();
  for (const visit of [...pages].sort((a, b) => a.at - b.at)) {
    const known = byTab.get(visit.tab);
    if (known) known.push(visit);
    else byTab.set(visit.tab, [visit]);
  }
  return ({ tab, at }) => findLastAt(byTab.get(tab) ?? [], at, (visit) => visit.at)?.identity ?? false;
}
