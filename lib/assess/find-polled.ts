import { type Action, stretchesOf } from '../model/action.ts';
import type { Request } from '../model/request.ts';
import { addressOf } from '../model/site-profile.ts';
import type { Visit } from '../model/visit.ts';
import { findLastAt } from './find-last-at.ts';

/** As often as this on one page, with nobody asking, is polling; as in lib/capture/hear-requests.ts. */
const polls = 3;
/** A page asks within this long for what an action or its own coming needs, ms. */
const askedWithinMs = 1000;
/** What one answer makes the page ask next follows it this soon, ms. */
const followsWithinMs = 500;
/** So near to the usual time since the one before, ms, a call is the page's own. */
const paceMs = 150;
/** Answers looked back at for the one that a call follows. */
const mostBefore = 20;

type Evidence = {
  requests: readonly Request[];
  actions: readonly Action[];
  visits: readonly Visit[];
};
/** Why a call was made: something was done or had come. Parts of a file follow each other at one address. */
type Cause = { from: number; to: number; uploads: boolean };
type Asked = { end: number; address: string; cause: Cause };

/** Calls by scripts, and the frames in which older pages listen for news: each answer makes them load again. */
const pollable = new Set(['xmlhttprequest', 'sub_frame']);

/**
 * Ids of the calls, and loads of frames, that a page makes by itself, again and again: the third and more to an address
 * of one document, none of which was asked for, and those before them; and those at the same pace that an action came before by chance. Asked for is what begins right after an action, while
 * keys come, while the page loads or right after it, and what the answer to such a call makes the page ask from another
 * address. Nobody waits for what is polled.
 */
export function findPolled({ requests, actions, visits }: Evidence): Set<string> {
  const causes = causesByTab(actions, visits);
  const pages = byTabAndTime(visits.filter((visit) => visit.frame === 0 && visit.kind === 'document'));
  const answered = new Map<number, Asked[]>();
  const series = new Map<string, Call[]>();
  const calls = requests.filter(({ type }) => pollable.has(type)).sort((a, b) => a.at - b.at);
  for (const { id, tab, at, duration, url } of calls) {
    const address = addressOf(url);
    const before = answered.get(tab) ?? [];
    answered.set(tab, before);
    const cause = causeOf(causes.get(tab) ?? [], at) ?? causeBefore(before, at, address);
    if (cause) before.push({ end: at + duration, address, cause });
    const page = findLastAt(pages.get(tab) ?? [], at, (visit) => visit.at)?.id ?? '';
    const key = `${tab} ${page} ${address}`;
    const own = series.get(key) ?? [];
    series.set(key, own);
    own.push({ id, from: at, to: at + duration, asked: cause !== undefined });
  }
  return new Set([...series.values()].flatMap(polledIn));
}

type Call = { id: string; from: number; to: number; asked: boolean };

/** Those that nobody asked for, if they are enough; and what came at their pace while something was done, too. */
function polledIn(calls: readonly Call[]): string[] {
  if (calls.filter(({ asked }) => !asked).length < polls) return [];
  const pauses = calls.map(({ from }, n) => from - (calls[n - 1]?.to ?? Number.NEGATIVE_INFINITY));
  const paces = calls.map(({ from }, n) => from - (calls[n - 1]?.from ?? Number.NEGATIVE_INFINITY));
  const usual = [pauses, paces].map((gaps) => middleOf(gaps.filter((_, n) => n > 0 && !calls[n]?.asked)));
  const atPace = (n: number) =>
    [pauses[n], paces[n]].some(
      (gap, kind) => Math.abs((gap ?? Infinity) - (usual[kind] ?? -Infinity)) <= paceMs,
    );
  return calls.flatMap(({ id, asked }, n) => (!asked || atPace(n) ? [id] : []));
}

function middleOf(gaps: readonly number[]): number | undefined {
  return [...gaps].sort((a, b) => a - b)[gaps.length >> 1];
}

function causesByTab(actions: readonly Action[], visits: readonly Visit[]): Map<number, Cause[]> {
  const rows = [
    ...actions.flatMap((action) =>
      stretchesOf(action).map(({ from, to }) => ({
        at: from,
        to,
        tab: action.tab,
        uploads: action.kind === 'upload' || action.kind === 'drag',
      })),
    ),
    ...visits.map(({ at, loadMs = 0, tab }) => ({ at, to: at + loadMs, tab, uploads: false })),
  ];
  const tabs = new Map<number, Cause[]>();
  for (const [tab, own] of byTabAndTime(rows)) {
    let until = Number.NEGATIVE_INFINITY;
    // A cause that began earlier may last longer.
    tabs.set(
      tab,
      own.map(({ at, to, uploads }) => {
        until = Math.max(until, to);
        return { from: at, to: until, uploads };
      }),
    );
  }
  return tabs;
}

const causeOf = (causes: readonly Cause[], at: number): Cause | undefined => {
  const last = findLastAt(causes, at, (cause) => cause.from);
  return last && at - last.to <= askedWithinMs ? last : undefined;
};

function causeBefore(answered: readonly Asked[], at: number, address: string): Cause | undefined {
  return answered
    .slice(-mostBefore)
    .find(
      (each) =>
        at >= each.end &&
        at - each.end <= followsWithinMs &&
        (each.cause.uploads || each.address !== address),
    )?.cause;
}

function byTabAndTime<T extends { tab: number; at: number }>(rows: readonly T[]): Map<number, T[]> {
  const tabs = new Map<number, T[]>();
  for (const row of [...rows].sort((a, b) => a.at - b.at)) {
    const known = tabs.get(row.tab);
    if (known) known.push(row);
    else tabs.set(row.tab, [row]);
  }
  return tabs;
}
