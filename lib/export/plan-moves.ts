import type { Action } from '../model/action.ts';
import type { SessionReport } from '../model/report.ts';
import type { Visit } from '../model/visit.ts';
import { actsOf } from './acts.ts';
import { answersBefore } from './answers-before.ts';
import { chosenAfter } from './chosen-after.ts';
import { dialogsAfter } from './dialogs-after.ts';
import type { ActMove, Move } from './moves.ts';
import { isWholeUrl, originOf } from './url-pattern.ts';

/** Transitions by which a person, not the page, chose the address. */
const chosen = /^(typed|auto_bookmark|generated|keyword|keyword_generated|start_page|auto_toplevel)$/;

/** A way back or a reload so soon after an action was that action's doing, ms. */
const atOnce = 1000;

/** What another run of the walk does, in order: each arrival is laid to the action that led there. */
export function planMoves(report: SessionReport): Move[] {
  const acts = actsOf(report.actions);
  // At the same moment an action stands before what it brought about.
  const events = [
    ...acts.map((act) => ({ at: act.action.at, act })),
    ...report.visits.map((visit) => ({ at: visit.at, visit })),
    ...report.steps.map((step) => ({ at: step.from, step })),
    ...report.painPoints.map((point) => ({ at: point.at, point })),
  ].sort((a, b) => a.at - b.at);
  const moves: Move[] = [];
  const pages = new Map<string, Visit>();
  const acted = new Map<number, Move & ActMove>();
  let last: (Move & ActMove) | undefined;
  let lastAt = report.session.startedAt;
  const pathOf = framePathsOf(report);

  for (const event of events) {
    if ('act' in event) {
      const { action, opener } = event.act;
      const framePath = action.framePath ?? pathOf(action.tab, action.frame) ?? [];
      const page = pages.get(String(action.tab));
      const answers = answersBefore(report.requests, lastAt, opener ?? action);
      const { at, tab } = { at: action.at, tab: action.tab };
      last = {
        kind: 'act',
        at,
        tab,
        action,
        ...(opener ? { opener } : {}),
        ...chosenAfter(acts, event.act),
        sought: last?.chosen === action,
        afterTyping: last?.action.kind === 'type' && last.action.stream === action.stream,
        framePath,
        answers,
        afterToast: toldBefore(report, action),
        dialogs: dialogsAfter(report, action, framePath, pathOf),
        pageUrl: page?.url ?? '',
      };
      lastAt = at;
      leaveTabs(at, tab);
      acted.set(tab, last);
      moves.push(last);
    } else if ('step' in event) {
      moves.push({ kind: 'step', at: event.at, tab: event.step.tab, step: event.step });
    } else if ('point' in event) {
      moves.push({ kind: 'pain-point', at: event.at, tab: last?.tab ?? -1, point: event.point });
    } else {
      arrive(event.visit);
    }
  }
  return moves;

  function arrive(visit: Visit): void {
    const { at, tab, url, title } = visit;
    if (visit.kind === 'wizard' && visit.wizardStep) {
      moves.push({
        kind: 'wizard',
        at,
        tab,
        framePath: pathOf(tab, visit.frame) ?? [],
        title: visit.wizardStep,
      });
    }
    if (visit.kind !== 'document' || visit.frame !== 0) return;
    const before = pages.get(String(tab));
    pages.set(String(tab), visit);
    const cause = acted.get(tab);
    const own = cause && cause.at > (before?.at ?? 0) && !cause.leadsTo ? cause : undefined;
    if (visit.identity && before?.identity) return;
    const prompt = own && at - own.at < atOnce;
    if (!before && last && pages.size > 1) last.opens = { tab, url };
    else if (!before || chosen.test(visit.transition ?? '')) open(visit);
    else if (visit.back && !prompt) moves.push({ kind: 'back', at, tab, url, title });
    else if (visit.transition === 'reload' && !prompt) moves.push({ kind: 'reload', at, tab, url, title });
    else if (own) own.leadsTo = visit;
    else if (!visit.identity) moves.push({ kind: 'arrive', at, tab, url });
    if (visit.identity) moves.push({ kind: 'sign-in', at, tab, origin: originOf(url) });
  }

  /** Opened tabs in which nothing more happens are done with once something is done in another one. */
  function leaveTabs(at: number, shown: number): void {
    for (const move of moves) {
      if (move.kind !== 'act' || !move.opens || move.opens.tab === shown) continue;
      const { tab, url } = move.opens;
      const goesOn = events.some(
        (each) =>
          each.at >= at &&
          (('act' in each && each.act.action.tab === tab) || ('visit' in each && each.visit.tab === tab)),
      );
      const isClosed = moves.some((each) => each.kind === 'close' && each.tab === tab);
      if (!goesOn && !isClosed) moves.push({ kind: 'close', at, tab, url });
    }
  }

  function open({ at, tab, url, title }: Visit): void {
    const before = moves.findLast((move) => move.kind !== 'step' && move.kind !== 'pain-point');
    if (before?.kind === 'open' && before.url === url) return;
    if (originOf(url))
      moves.push({ kind: 'open', at, tab, title, url: isWholeUrl(url) ? url : url.replace(/[?#].*$/s, '') });
  }
}

/** Messages stay for some seconds, and another run is quicker than a person; ms. */
const toastLimit = 30_000;

function toldBefore({ incidents }: SessionReport, { at, tab }: Action): boolean {
  return incidents.some(
    (each) => each.kind === 'toast' && each.tab === tab && each.at <= at && each.at > at - toastLimit,
  );
}

/** Frame paths by the browser's frame numbers, as told by the actions in them. */
function framePathsOf(report: SessionReport): (tab: number, frame: number) => number[] | undefined {
  const known = new Map<string, number[]>();
  for (const { tab, frame, framePath } of report.actions) {
    if (framePath) known.set(`${tab}.${frame}`, framePath);
  }
  return (tab, frame) => known.get(`${tab}.${frame}`);
}
