import { fillIn } from '../../components/in-page-bar/first-words.ts';
import { mountBar } from '../../components/in-page-bar/in-page-bar.ts';
import { arrivalOf, createPlaceTeller, createTitleTeller, whenShown } from '../../lib/capture/arrival.ts';
import { type EarlyEvents, hearEarlyEvents } from '../../lib/capture/early-events.ts';
import { type FrameKin, frameKin } from '../../lib/capture/frame-kin.ts';
import { dismissHints, hintsMayBeGoneMs } from '../../lib/capture/hints.ts';
import { keepLine } from '../../lib/capture/keep-line.ts';
import { type Children, hearChildren } from '../../lib/capture/link-frames.ts';
import { tellComing } from '../../lib/capture/offer-to-recorder.ts';
import type { RunningRecorder } from '../../lib/capture/start-recorder.ts';
import { watchReopenedDocument } from '../../lib/capture/watch-reopened-document.ts';
import { freshToken } from '../../lib/capture/watcher.ts';
import { whenOrphaned } from '../../lib/capture/when-orphaned.ts';
import {
  asidePrefix,
  type BarStart,
  type BatchSetAside,
  type FrameOrders,
  lineName,
  onMessage,
  removeAllListeners,
  sendMessage,
} from '../../lib/messages.ts';
import type { WalkState } from '../../lib/model/walk-state.ts';
import { browser } from './own-browser.ts';
import { createElementPicking } from './pick-element.ts';

/** Chromium stops a worker that has had nothing to do for 30 s; nor is what it may be busy with waited for. Milliseconds. */
const surelyUpMs = 10_000;

/** What the script of this page makes of its orders; undefined when they are for another script. */
type Start = (given: {
  orders: FrameOrders;
  token: string;
  kin: Exclude<FrameKin, 'ignore'>;
  early: EarlyEvents;
  children: Children;
  send(batch: { seq: number; json: string }): Promise<'kept' | 'gone'>;
  setAside(batches: { seq: number; json: string }[]): void;
  bringHints: (() => Promise<unknown>) | undefined;
}) => RunningRecorder | undefined;

/**
 * Runs in a frame of a session's tab until the walk, the page or the extension ends: says hello, starts what the orders
 * ask for, and shows the bar. `replays`: whether this script can record a replay. `again`: the page is shown anew from
 * the back/forward cache, and gets a stream of its own.
 */
export async function runRecorder(start: Start, replays: boolean, again = false): Promise<void> {
  const here = globalThis as unknown as { zybRecorder?: boolean; zybWanted?: boolean };
  const kin = frameKin();
  here.zybRecorder ??= false;
  // Another walk may begin here while the recorder of the one before still ends.
  here.zybWanted = here.zybRecorder;
  if (here.zybRecorder || kin === 'ignore') return;
  here.zybRecorder = true;
  const waited = await whenShown();
  const turn = new AbortController();
  const isOrphaned = whenOrphaned(
    () => Boolean(browser.runtime?.id),
    () => void stop().catch(() => undefined),
    turn.signal,
  );
  const token = freshToken();
  const top = window === window.top;
  const { href: url } = location;
  const hello = { token, url, top, replays: replays && kin === 'own-stream' };
  const early = hearEarlyEvents(turn.signal);
  const children = hearChildren(turn.signal);
  const coming = (is: boolean) => kin === 'inside-parent' && tellComing(is);
  coming(true);
  const askedAt = performance.now();
  const orders = await askForOrders({
    ...hello,
    ...arrivalOf(again || waited),
    hintless: again || waited,
  });
  if (!orders) {
    coming(false);
    turn.abort();
    here.zybRecorder = false;
    dismissHints();
    return;
  }
  const tellPlace = createPlaceTeller();
  const tellTitle = createTitleTeller();
  // What is recorded by the frame around it shares its process.
  const line =
    kin === 'own-stream'
      ? keepLine(() => browser.runtime.connect({ name: lineName }), turn.signal)
      : undefined;
  let running: RunningRecorder | undefined;
  /** Masked by what the page has told of itself: nobody else knows whose name stands in its title. */
  const titleToTell = () => {
    const redactTitle = running?.redactTitle;
    const told = redactTitle && tellTitle();
    return told && { ...told, title: redactTitle(told.title) };
  };
  let answeredAt = -Infinity;
  const delivery = {
    async send({ seq, json }: { seq: number; json: string }) {
      const place = top ? tellPlace() : undefined;
      const page = top && !orders.identity && orders.privacy === 'full' ? titleToTell() : undefined;
      const { stream, frame } = orders;
      const batch = { stream, seq, json, frame, ...(place ? { place } : {}), ...(page ? { page } : {}) };
      const answer = await sendMessage('keepBatch', batch).catch((error: unknown) => {
        tellTitle.again();
        if (isOrphaned()) return { gone: true as const };
        throw error;
      });
      line?.mend();
      answeredAt = performance.now();
      if ('kept' in answer) return 'kept' as const;
      // Nobody will stop this page any more; once it has heard so itself, it must be free for the next walk.
      setTimeout(() => void stop().catch(() => undefined));
      return 'gone' as const;
    },
    setAside(batches: { seq: number; json: string }[]) {
      // A worker that is up gets what a page says with its last breath; a frame's process may not have that long.
      if (top && line?.isUp() && performance.now() - answeredAt < surelyUpMs) return;
      const { sessionId, stream, tab, frame } = orders;
      const written = batches.map(({ seq, json }): [string, BatchSetAside] => [
        `${asidePrefix}${stream}.${seq}`,
        { sessionId, stream, tab, frame, seq, json },
      ]);
      void browser.storage.local.set(Object.fromEntries(written)).catch(() => {});
    },
  };
  const isLate = performance.now() - askedAt > hintsMayBeGoneMs;
  const bringHints = isLate ? () => sendMessage('bringHints', undefined) : undefined;
  const started = start({ orders, token, kin, early: early.take(), children, bringHints, ...delivery });
  if (!started) {
    turn.abort();
    here.zybRecorder = false;
    return void sendMessage('bringRecorder', undefined);
  }
  const recorder = started;
  running = started;
  let bar: Awaited<ReturnType<typeof showBar>> | undefined;
  const picking = createElementPicking(recorder, uiText);
  let stopped: Promise<void> | undefined;
  async function stop() {
    await (stopped ??= stopNow());
  }
  async function stopNow() {
    turn.abort();
    picking.end();
    bar?.remove();
    await recorder.stop();
    here.zybRecorder = false;
    removeAllListeners();
    if (here.zybWanted && !isOrphaned()) void runRecorder(start, replays, true);
  }
  addEventListener(
    'pageshow',
    async (event) => {
      if (!event.persisted) return;
      await stop();
      await runRecorder(start, replays, true);
    },
    { signal: turn.signal },
  );
  watchReopenedDocument(async () => {
    coming(true);
    await stop();
    await runRecorder(start, replays, true);
  }, turn.signal);
  onMessage('stopRecording', stop);
  onMessage('beginAnew', async () => {
    await stop();
    // Not waited for: whoever asked waits for the last batch alone.
    void runRecorder(start, replays, true);
  });
  onMessage('setPaused', ({ data }) => {
    if (data) picking.end();
    recorder.setPaused(data);
  });
  onMessage('measureFrame', () => recorder.measure() ?? null);
  onMessage('readSheet', ({ data }) => recorder.readSheet(data));
  onMessage('hideBar', async ({ data }) => {
    bar?.setHidden(data);
    if (data) await painted();
  });
  onMessage('warnBeforeSubmit', () => bar?.warnBeforeSubmit() ?? null);
  onMessage('openTagging', () => bar?.openTagging());
  // Nothing of the unified login may be told, so nothing there can be pointed at.
  if (!orders.identity) onMessage('pickElement', ({ data }) => picking.begin(data));
  onMessage('endPick', picking.end);
  onMessage('showBookmark', ({ data }) => bar?.confirmBookmark(data));
  // What changes while the bar waits for the page to have time is shown once it stands.
  let changed: WalkState | undefined;
  onMessage('walkChanged', ({ data }) => {
    changed = data;
    bar?.update(data);
  });
  if (!top) return;
  const shown = await showBar(orders.bar, turn.signal);
  if (turn.signal.aborted) return shown?.remove();
  bar = shown;
  if (changed) bar?.update(changed);
}

/** The bar's first words, as the background told them. */
let told: Record<string, string> = {};

/** What was not told is asked of the browser: setting that up takes a document some milliseconds. */
const uiText = (key: string, ...values: (string | number)[]): string => {
  const words = told[key];
  if (words === undefined) return browser.i18n.getMessage(key.replaceAll('.', '_'), values.map(String));
  return values.length ? fillIn(words, values) : words;
};

/** Asks again when no answer came, because the worker may have been stopped with the question in its hands. */
async function askForOrders(hello: Parameters<typeof sendMessage<'helloFromFrame'>>[1]) {
  for (let pause = 100; pause < 10_000; pause *= 2) {
    try {
      return await sendMessage('helloFromFrame', hello);
    } catch {
      // An extension that was updated or removed leaves its scripts behind without a background.
      if (!browser.runtime?.id) return null;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return null;
}

/** Resolves once what was changed is on the screen; a tab that draws nothing is not waited for. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, 150);
  });
}

/** Resolves when the page has time, or after half a second; there is a root element by then. */
async function idle(signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve);
  });
  if (!document.documentElement && !signal.aborted) await idle(signal);
}

/** Undefined when the walk or the page ended before there was room for it. */
async function showBar(known: BarStart | undefined, signal: AbortSignal) {
  const first = known ?? (await sendMessage('readBar', undefined).catch(() => null));
  await idle(signal);
  if (signal.aborted) return undefined;
  if (first) told = first.texts;
  const bar = mountBar({
    document,
    text: uiText,
    readDimensions: () => sendMessage('readCheckItems', undefined),
    onTag: (tag) => sendMessage('tagPainPoint', tag),
    onAmendTag: (id, change) => void sendMessage('amendPainPoint', { id, change }),
    onUntag: (id) => void sendMessage('untagPainPoint', id),
    onBookmark: () => void sendMessage('setBookmark', undefined),
    onDropBookmark: (id) => void sendMessage('dropBookmark', id),
    onPick: () => sendMessage('beginPick', 'bar'),
    onDropPicked: () => void sendMessage('dropPicked', undefined),
    onJudgeAim: (verdict) => void sendMessage('judgeAim', verdict),
    onRate: (level) => void sendMessage('rateWalk', level && { level, reasons: [], note: '' }),
    onPause: () => void sendMessage('pauseWalk', ''),
    onResume: () => void sendMessage('resumeWalk', undefined),
    onFinish: (outcome) => void sendMessage('finishWalk', outcome),
    looksPersonal: (note) => sendMessage('findPersonal', note),
    position: first?.position,
    onMoved: (position) => void browser.storage.local.set({ barPosition: position }),
  });
  if (first) bar.update(first.state);
  return bar;
}
