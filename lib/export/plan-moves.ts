import type { Action } from '../model/action.ts';
import { passingBlanks } from '../model/passing-blanks.ts';
import { readGoings, sameGoingMs } from '../model/read-goings.ts';
import type { SessionReport } from '../model/report.ts';
import { underFirstNumbers } from '../model/same-tab.ts';
import type { Visit } from '../model/visit.ts';
import { actsOf } from './acts.ts';
import { answersBefore } from './answers-before.ts';
import { chosenAfter } from './chosen-after.ts';
import { dialogsAfter } from './dialogs-after.ts';
import type { ActMove, Move } from './moves.ts';
import { isWholeUrl, originOf } from './url-pattern.ts';

/** Transitions by which a person, not the page, chose the address. */
const chosen = /^(typed|auto_bookmark|generated|keyword|keyword_generated|start_page|auto_toplevel)$/;

/** A way back or a reload so soon after an action was that action's doing, and so was a tab's going away, ms. */
const atOnce = 1000;

/** A tab that a press opens is there within this, ms; where the browser does not say that a page opened it, much sooner. */
const opensWithin = 10_000;
const opensUntoldWithin = 2000;

/** What another run of the walk does, in order: each arrival is laid to the action that led there. */
export function planMoves(told: SessionReport): Move[] {
  const report = underFirstNumbers(told);
  const acts = actsOf(report.actions);
  // At the same moment an action stands before what it brought about.
  const events = [
    ...acts.map((act) => ({ at: act.action.at, act })),
    ...report.visits.map((visit) => ({ at: visit.at, visit })),
    ...report.steps.map((step) => ({ at: step.from, step })),
    ...report.painPoints.map((point) => ({ at: point.at, point })),
  ].sort((a, b) => a.at - b.at);
  const moves: Move[] = [];
  const pages = new Map<number, Visit>();
  const acted = new Map<number, Move & ActMove>();
  /** Tabs beside the first that are still open, with their first address. */
  const opened = new Map<number, string>();
  /** Tabs whose page the browser let go of and loads again. */
  const renewed = new Set<number>();
  const returned = new Map<number, { at: number; url: string }>();
  const goings = readGoings(report.visits);
  const passing = passingBlanks(
    report.visits,
    report.actions.map(({ at }) => at),
  );
  let last: (Move & ActMove) | undefined;
  let lastAt = report.session.startedAt;
  const pathOf = framePathsOf(report);

  for (const event of events) {
    if ('act' in event) {
      const { action, opener } = event.act;
      const framePath = action.framePath ?? pathOf(action.tab, action.frame) ?? [];
      const page = pages.get(action.tab);
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
    if (visit.kind === 'tab') turnTo(visit);
    if (visit.frame !== 0 || passing.has(visit.id)) return;
    const cause = acted.get(tab);
    if (visit.kind === 'route') {
      if (!visit.back || (cause && at - cause.at < atOnce) || !goBackOrOn(visit))
        moves.push({ kind: 'route', at, tab, url });
    }
    if (visit.kind !== 'document') return;
    const before = pages.get(tab);
    pages.set(tab, visit);
    const isOld = renewed.delete(tab) && before?.url === url;
    const own = cause && cause.at > (before?.at ?? 0) && !cause.leadsTo && !isOld ? cause : undefined;
    if (visit.identity && before?.identity) return;
    const prompt = own && at - own.at < atOnce;
    if (!before && pages.size > 1) openTab(visit);
    else if (!before || chosen.test(visit.transition ?? '')) open(visit);
    else if (visit.back && !prompt) goBackOrOn(visit);
    else if (visit.transition === 'reload' && !prompt) moves.push({ kind: 'reload', at, tab, url, title });
    else if (own) own.leadsTo = visit;
    else if (!visit.identity) moves.push({ kind: 'arrive', at, tab, url });
    if (visit.identity) moves.push({ kind: 'sign-in', at, tab, origin: originOf(url) });
  }

  /** False where it is the same going as the one before, told once more. */
  function goBackOrOn({ id, at, tab, url, title, kind }: Visit): boolean {
    const last = returned.get(tab);
    if (last && last.url === url && at - last.at <= sameGoingMs) return false;
    returned.set(tab, { at, url });
    const forward = goings.get(id) === 'forward';
    moves.push({ kind: forward ? 'forward' : 'back', at, tab, url, title, within: kind === 'route' });
    return true;
  }

  /** Another tab is looked at; a tab that was opened, and is left at once and for good by what was done in it, closed itself. */
  function turnTo({ at, tab, wasTab }: Visit): void {
    if (wasTab !== undefined) renewed.add(tab);
    if (!last || last.tab === tab || at - last.at >= atOnce || !pages.has(tab)) return;
    if (goesOn(last.tab, at) || !opened.delete(last.tab)) return;
    moves.push({ kind: 'gone', at, tab: last.tab });
  }

  /** A tab's first page: laid to the press that opened it, if one did. */
  function openTab({ at, tab, url, title, transition }: Visit): void {
    opened.set(tab, url);
    const born = Math.min(at, ...report.visits.filter((each) => each.tab === tab).map((each) => each.at));
    const press = moves.findLast((move) => move.kind === 'act' && move.at <= born);
    const limit = transition === undefined ? opensUntoldWithin : opensWithin;
    const isPagesDoing = transition === undefined || !(chosen.test(transition) || transition === 'reload');
    if (press?.kind === 'act' && isPagesDoing && !press.opens && born - press.at <= limit)
      press.opens = { tab, url };
    else moves.push({ kind: 'new-tab', at, tab, title, url: openable(url) });
  }

  function goesOn(tab: number, at: number): boolean {
    return events.some(
      (each) =>
        each.at >= at &&
        (('act' in each && each.act.action.tab === tab) || ('visit' in each && each.visit.tab === tab)),
    );
  }

  /** Opened tabs in which nothing more happens are done with once something is done in another one. */
  function leaveTabs(at: number, shown: number): void {
    for (const [tab, url] of opened) {
      if (tab === shown || goesOn(tab, at)) continue;
      opened.delete(tab);
      moves.push({ kind: 'close', at, tab, url });
    }
  }

  function open({ at, tab, url, title }: Visit): void {
    const before = moves.findLast((move) => move.kind !== 'step' && move.kind !== 'pain-point');
    if (before?.kind === 'open' && before.url === url) return;
    if (openable(url)) moves.push({ kind: 'open', at, tab, title, url: openable(url) });
  }
}

/** An address to go to: without its query where something in it was masked; empty where it has no host. */
function openable(url: string): string {
  if (!originOf(url)) return '';
  return isWholeUrl(url) ? url : url.replace(/[?#].*$/s, '');
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
