import { isBeingRead } from './being-read.ts';
import { hearEvents } from './hear-events.ts';
import { whenLeft } from './when-left.ts';

/**
 * One look-out for the whole document, shared by every watcher that looks at the page now and then. Watching stops at
 * the first change and begins again after the look, so a page that never rests costs one callback per look and no more.
 */
type Look = (since: number) => void;

/** Long enough for what a press or an answer brings about to have come together, short enough for a passing message. */
const settleMs = 200;
/** A document that is still being read changes all the time: it is looked at when it has been read, or after this. */
const readingMs = 2000;
/** Looks do not come closer together than this, however short they are. Milliseconds. */
const leastRestMs = 400;
/** What looks take of the page's time at most, and how long a page of which they take more is left alone for it. */
const shareOfTime = 0.003;
const mostRestMs = 3000;
/** Looks that take longer than this do not hurry for anybody, milliseconds. */
const shortMs = 40;
/** Looks that take no longer than this come before a press acts, milliseconds. */
const quickMs = 8;
/** Messages that go by themselves stand for two seconds at least (Vant's toasts): so long no short look rests. */
const mostRestOfShortMs = 1500;
/** A look waits for a moment in which the page has laid itself out and does nothing else, but not longer than this. */
const patienceMs = 300;
/** And while much waits that must be done before it, asked for so often, but not longer than this. */
const behindMs = 100;
const mostBehindMs = 2000;

/** Keys that press a button or send a dialog away. */
const pressKeys = new Set(['Enter', ' ', 'Escape']);

/** Does of the work that is due before the looks as much as does not hold the page; true when nothing is left. */
type Preparation = () => boolean;

const looks = new Set<Look>();
const preparations = new Set<Preparation>();
const changeListeners = new Set<(records: MutationRecord[]) => void>();
let observer: MutationObserver | undefined;
let watching = false;
let looking = false;
let changes = 0;
/** Moment of the first change no look has seen; undefined when no look is due. */
let since: number | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let cost = 0;
let endedAt = -Infinity;
/** The first look does not wait: what it finds is what the document came with. */
let looked = false;
/** Moment of the last press or choice by a person. */
let pressedAt = -Infinity;

const watched = {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: [
    'class',
    'style',
    'hidden',
    'src',
    'aria-busy',
    'aria-current',
    'aria-hidden',
    'aria-invalid',
  ],
};

/**
 * Calls `look` when the document has been read, and again when the page has settled after a change; `moment` is that of
 * the first change it has not seen yet (or now). All looks come together, so that what one of them read serves the
 * others. When the page is left a look that is due comes at once. Gives back a way to ask for one more look.
 */
export function whenSettled(look: Look, signal: AbortSignal): () => void {
  if (looks.size === 0) begin();
  looks.add(look);
  signal.addEventListener('abort', () => {
    looks.delete(look);
    if (looks.size === 0) end();
  });
  due();
  return () => !signal.aborted && due();
}

let life: AbortController | undefined;

function begin(): void {
  life = new AbortController();
  const options = { capture: true, passive: true, signal: life.signal };
  whenLeft('tell', () => since !== undefined && run(), life.signal, true);
  // A route may change what a page means before it changes what it shows, and what it shows without a change.
  const turnPage = () => {
    changes += 1;
    due();
  };
  for (const kind of ['hashchange', 'popstate', 'pageshow'] as const)
    addEventListener(kind, turnPage, options);
  document.addEventListener('DOMContentLoaded', again, options);
  hearEvents(
    ['click', 'change'],
    ({ isTrusted }) => {
      if (!isTrusted) return;
      beforeItActs();
      hurry();
    },
    life.signal,
  );
  hearEvents(['pointerdown'], ({ isTrusted }) => isTrusted && beforePress(), life.signal);
  hearEvents(
    ['keydown'],
    ({ isTrusted, key }) => isTrusted && pressKeys.has(key) && beforeItActs(),
    life.signal,
  );
}

function end(): void {
  life?.abort();
  clearTimeout(timer);
  timer = since = undefined;
  cost = 0;
  endedAt = -Infinity;
  looked = false;
  stop();
}

/**
 * Names the state of the page: as long as it is the same, so is what was read from the page. Undefined while nobody
 * watches.
 */
export const pageState = (): number | undefined => (watching || looking ? changes : undefined);

/**
 * When something that a look found new came. A page that never rests is looked at late, and its first change since the
 * look before says little of what came last: then not before the last press, which may be what brought it. A look in due
 * time is not doubted: what it found may well have come before a quick press.
 */
export const freshSince = (since: number): number =>
  pressedAt - since > settleMs + patienceMs ? pressedAt : since;

/**
 * Does work that is due anyway before the looks, which would else be taken for as long as it is. Where it is much, they
 * wait a while, in which it is done bit by bit, and then do what they need of it themselves.
 */
export function beforeLooks(work: Preparation, signal: AbortSignal): void {
  preparations.add(work);
  signal.addEventListener('abort', () => preparations.delete(work));
}

/** Hears which changes woke the look-out: a sample of what moves by itself, not a record of all changes. */
export function hearChanges(hear: (records: MutationRecord[]) => void, signal: AbortSignal): void {
  changeListeners.add(hear);
  signal.addEventListener('abort', () => changeListeners.delete(hear));
}

function due(): void {
  since ??= Date.now();
  if (timer !== undefined) return;
  const most = cost > shortMs ? mostRestMs : mostRestOfShortMs;
  const rest = Math.max(leastRestMs, Math.min(cost / shareOfTime, most));
  const settle = isBeingRead() ? readingMs : settleMs;
  timer = setTimeout(waitForRest, Math.max(settle, endedAt + rest - performance.now()));
}

/** Looks as if nothing had been due yet. */
function again(): void {
  clearTimeout(timer);
  timer = undefined;
  due();
}

/** What a press brings about may be gone again with the next one: it is looked at without the rest between two looks. */
function hurry(): void {
  pressedAt = Date.now();
  if (cost > shortMs) return;
  endedAt = -Infinity;
  if (timer !== undefined) again();
}

/**
 * What came before the page hears of a press is told with its own time, and what the press brings about with one after
 * it. Hitting something has laid the page out already.
 */
function beforeItActs(): void {
  if (since === undefined || !looked || cost > quickMs || isBeingRead()) return;
  if (!isBehind()) run();
}

/** Whether more is due before the looks than could be done at once. */
const isBehind = () => [...preparations].some((each) => !each());

/** What stood long enough to be looked at may be gone with the press: it is looked at before the page hears of that. */
function beforePress(): void {
  if (since === undefined || !looked || cost > shortMs || isBeingRead()) return;
  // Much that waits is not done while a press is waited for: the look comes later, as it would have.
  if (Date.now() - since >= settleMs && !isBehind()) run();
}

/** `until`: as long as this it may wait for work that is due before. */
function waitForRest(until = performance.now() + mostBehindMs): void {
  const turn = timer;
  const go = () => {
    if (timer !== turn || since === undefined) return;
    if (isBehind() && looked && performance.now() < until) timer = setTimeout(waitForRest, behindMs, until);
    else run();
  };
  if (typeof requestIdleCallback === 'function' && document.visibilityState !== 'hidden')
    requestIdleCallback(go, { timeout: patienceMs });
  else go();
}

function run(): void {
  const moment = since ?? Date.now();
  clearTimeout(timer);
  timer = since = undefined;
  const began = performance.now();
  // What came while nobody watched is a change nobody counted.
  if (!watching) changes += 1;
  looking = true;
  const failed: unknown[] = [];
  for (const look of looks) {
    try {
      look(moment);
    } catch (error) {
      failed.push(error);
    }
  }
  looking = false;
  looked = true;
  endedAt = performance.now();
  cost = endedAt - began;
  watch();
  if (failed.length) throw failed[0];
}

function watch(): void {
  if (watching || looks.size === 0) return;
  observer ??= new MutationObserver((records) => {
    if (records.every(isOfBar)) return;
    stop();
    changes += 1;
    for (const hear of changeListeners) hear(records);
    due();
  });
  observer.observe(document, watched);
  watching = true;
}

/** Our own bar comes late, and fades for every picture: nothing of it is looked at. */
function isOfBar({ target, addedNodes, removedNodes }: MutationRecord): boolean {
  if (isBar(target)) return true;
  for (const nodes of [addedNodes, removedNodes])
    for (let n = 0; n < nodes.length; n += 1) if (!isBar(nodes[n])) return false;
  return addedNodes.length + removedNodes.length > 0;
}

const isBar = (node: Node | undefined) => (node as Element | undefined)?.hasAttribute?.('data-zyb-bar');

function stop(): void {
  observer?.disconnect();
  watching = false;
}
