import { lineName } from '../messages.ts';
import type { Store } from '../store/open-store.ts';
import { clockOf } from './clock-of.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { OwnRows } from './own-rows.ts';
import { createTurns } from './turns.ts';
import { type BrowserApi, freshId, type OpenWalk } from './types.ts';
import type { Warnings } from './warn-walker.ts';
import { inTime } from './with-limit.ts';

const prefix = 'crashedFrame.';
const keyOf = (tab: number, frame: number) => `${prefix}${tab}.${frame}`;
type Crash = {
  gap: string;
  sessionId: string;
  tab: number;
  frame: number;
  stream: string;
  from: number;
  detail: string;
};

/** A frame whose line broke because it navigates or is taken away has done so by then, ms. */
const settledMs = 1000;
/** A page that is busy answers late, which is no crash, ms. */
const answerWithinMs = 2000;

/**
 * Frames of another site, which have a process of their own, that crashed while the page around them lives on. No
 * event tells: such a frame is still among the tab's frames, and no script can run in it, where one can in the page
 * around it. Looked at when the line to a frame breaks, on every beat, and when the walk ends. What is missing is the
 * time from the frame's last batch to its next document.
 */
export function watchFrameCrashes(dependencies: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  rows: OwnRows;
  warnings: Warnings;
}) {
  const { browser, store, current, rows, warnings } = dependencies;
  const area = browser.storage.session;
  const known = async (): Promise<Map<string, Crash>> =>
    new Map(
      Object.entries(await area.get<Record<string, Crash>>(null)).filter(([key]) => key.startsWith(prefix)),
    );

  const write = ({ gap, sessionId, tab, stream, from, detail }: Crash, to: number) =>
    rows.put('gaps', {
      id: gap,
      sessionId,
      from,
      to: Math.max(from, to),
      why: 'frame-crashed',
      tab,
      stream,
      detail,
    });

  const takesNoScript = async (tabId: number, frame: number): Promise<boolean> => {
    const asked = browser.scripting.executeScript({
      target: { tabId, frameIds: [frame] },
      injectImmediately: true,
      func: () => undefined,
    });
    return inTime(asked, answerWithinMs).then(
      () => false,
      (error: Error) => error.name !== 'TimeoutError',
    );
  };

  /** At all frames of the tab, or at this one alone: a page that is left breaks the lines of all its frames. */
  const lookIn = async (walk: OpenWalk, tab: number, at = Date.now(), only?: number): Promise<void> => {
    if (walk.session.state !== 'recording') return;
    const frames = (await browser.webNavigation.getAllFrames({ tabId: tab }).catch(() => null)) ?? [];
    const crashes = await known();
    for (const { tab: of, frame } of crashes.values())
      if (of === tab && !frames.some(({ frameId }) => frameId === frame)) await over(tab, [frame], at);
    for (const { frameId, url, errorOccurred } of frames) {
      if (frameId === 0 || (only !== undefined && frameId !== only)) continue;
      if (errorOccurred || !url.startsWith('http') || !(await takesNoScript(tab, frameId))) continue;
      // Where nothing runs in the page around it either, it is the tab that crashed, or nothing may run there.
      if (await takesNoScript(tab, 0)) return;
      await tell(walk, { tab, frame: frameId, url, at }, crashes.get(keyOf(tab, frameId)));
    }
  };
  const tell = async (
    walk: OpenWalk,
    { tab, frame, url, at }: { tab: number; frame: number; url: string; at: number },
    before: Crash | undefined,
  ): Promise<void> => {
    const { id: sessionId } = walk.session;
    if (before?.sessionId === sessionId) return write(before, at);
    const last = await store.sessions.lastOfFrame(sessionId, tab, frame).catch(() => undefined);
    // A frame that never was recorded there lost nothing.
    const { origin, host } = new URL(url);
    if (!last?.url.startsWith(`${origin}/`)) return;
    const { stream, at: from } = last;
    const crash = { gap: freshId(), sessionId, tab, frame, stream, from, detail: host };
    await area.set({ [keyOf(tab, frame)]: crash });
    await write(crash, at);
    await warnings.warn('frameCrashed', `${clockOf(from)}–`);
  };

  // Several may notice the same crash in the same moment, and its end: one after the other.
  const inTurn = createTurns(1);

  browser.runtime.onConnect.addListener((port) => {
    const { frameId: frame, tab: { id: tab = -1 } = {} } = port.sender ?? {};
    if (port.name !== lineName || !frame) return;
    port.onDisconnect.addListener(async () => {
      if (!(await current.findFor(tab))) return;
      await new Promise((resolve) => setTimeout(resolve, settledMs));
      const walk = await current.findFor(tab);
      if (walk) await inTurn(() => lookIn(walk, tab, Date.now(), frame));
    });
  });

  /** These frames have another document, or are gone; all of the tab's when none are named. */
  const over = async (tab: number, frames: readonly number[] | undefined, at: number): Promise<void> => {
    for (const [key, crash] of await known()) {
      if (crash.tab !== tab || (frames && !frames.includes(crash.frame))) continue;
      await area.remove(key);
      if ((await current.findFor(tab))?.session.id === crash.sessionId) await write(crash, at);
    }
  };
  browser.webNavigation.onCommitted.addListener(async ({ tabId, frameId, timeStamp }) => {
    if (!(await current.findFor(tabId))) return;
    await inTurn(() => over(tabId, frameId === 0 ? undefined : [frameId], timeStamp));
  });

  return {
    /** Looks at the frames of every tab of the walk; what is down is so until `at` at least. */
    async lookAtAll(walk: OpenWalk, at = Date.now()): Promise<void> {
      for (const tab of walk.session.tabs) await inTurn(() => lookIn(walk, tab, at));
    },
  };
}
