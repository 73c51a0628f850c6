import type { FrameMeasure } from '../messages.ts';
import type { Screenshot } from '../model/screenshot.ts';
import type { Store } from '../store/open-store.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { paintOver } from './paint-over.ts';
import { createPicturesDue } from './pictures-due.ts';
import { placeRectangles } from './place-rectangles.ts';
import { type BrowserApi, freshId } from './types.ts';
import { inTime } from './with-limit.ts';

/** captureVisibleTab allows two calls a second, failed ones included. */
const apartMs = 550;
/** A browser that draws nothing, such as one behind a locked screen, may never answer: other pictures must not wait for it. */
const captureWithinMs = 5000;

type Order = { tab: number; why: Screenshot['why']; tries: number; done: (id: string | undefined) => void };

/**
 * Pictures of the tab the walker sees, through a queue. Every frame is asked for its sensitive rectangles before and
 * after; if they moved meanwhile the picture is taken again once, then dropped with a gap that says so.
 */
export function createShooter(dependencies: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  measure(tab: number, frame: number): Promise<FrameMeasure | null>;
  hideBar(tab: number, hidden: boolean): Promise<void>;
  /** As `paintOver`. */
  paint: typeof paintOver;
}) {
  const { browser, store, current, measure, hideBar, paint } = dependencies;
  const queue: Order[] = [];
  let busy = false;
  let last = 0;

  const measureTab = async (tab: number) => {
    const frames = (await browser.webNavigation.getAllFrames({ tabId: tab })) ?? [];
    const all = await Promise.all(frames.map((frame) => measure(tab, frame.frameId).catch(() => undefined)));
    const top = all[frames.findIndex((frame) => frame.frameId === 0)];
    // Nothing is recorded here.
    if (!top) return null;
    const placed = placeRectangles(
      top,
      all.filter((each) => each != null),
    );
    return placed && { ...placed, scale: top.scale };
  };

  /** The walk by which a picture of the tab may be taken now. */
  const findAllowing = async (tab: number) => {
    const walk = await current.findFor(tab);
    if (!walk || walk.session.policy?.pictures === false) return undefined;
    return walk.session.privacy === 'full' && walk.session.state === 'recording' ? walk : undefined;
  };

  const shoot = async (order: Order): Promise<string | undefined> => {
    const walk = await findAllowing(order.tab);
    if (!walk) return undefined;
    const isStillAllowed = async () => (await findAllowing(order.tab))?.session.id === walk.session.id;
    const tab = await browser.tabs.get(order.tab).catch(() => undefined);
    if (!tab?.active || tab.discarded) return undefined;
    const before = await measureTab(order.tab);
    if (!before) {
      if (before === undefined) await drop(walk.session.id, order.tab, Date.now());
      return undefined;
    }
    await hideBar(order.tab, true);
    try {
      const at = Date.now();
      const { picture, by } = await takePicture(browser, order.tab, tab.windowId);
      if (!picture) {
        await drop(walk.session.id, order.tab, at);
        return undefined;
      }
      const after = await measureTab(order.tab);
      const still = (await browser.tabs.get(order.tab).catch(() => undefined))?.active;
      if (!still || !after || !isSame(withoutScroll(after), withoutScroll(before))) {
        if (order.tries > 0) queue.unshift({ ...order, tries: order.tries - 1 });
        else await drop(walk.session.id, order.tab, at);
        return order.tries > 0 ? 'again' : undefined;
      }
      // The walk may have been paused or ended, or consent taken back, while the picture was made.
      if (!(await isStillAllowed())) return undefined;
      const { bytes, width, height } = await paint(picture, before.rectangles, before.width);
      if (!(await isStillAllowed())) return undefined;
      const object = await store.objects.keep(walk.session.id, 'image/jpeg', bytes);
      const shot: Screenshot = {
        id: freshId(),
        at,
        tab: order.tab,
        why: order.why,
        object,
        width,
        height,
        view: { width: before.width, height: before.height },
        scale: before.scale,
        // A page that scrolls by itself has its picture all the same, but nobody knows where in it.
        ...(isSame(after, before) ? { scroll: before.scroll, boxes: before.boxes } : {}),
        frames: (isSame(after, before) ? before : withoutScroll(before)).places.slice(0, 500),
        masked: before.rectangles.length,
        by,
      };
      await store.db.screenshots.put({ ...shot, sessionId: walk.session.id });
      return shot.id;
    } finally {
      await hideBar(order.tab, false);
    }
  };
  const drop = async (sessionId: string, tab: number, at: number) => {
    await store.db.gaps.put({
      id: freshId(),
      sessionId,
      from: at,
      to: at,
      tab,
      why: 'picture-dropped',
      detail: '',
    });
  };
  const pump = async () => {
    if (busy) return;
    busy = true;
    for (let order = queue.shift(); order; order = queue.shift()) {
      const wait = last + apartMs - Date.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      last = Date.now();
      const id = await shoot(order).catch(() => undefined);
      if (id !== 'again') order.done(id);
    }
    busy = false;
  };

  /** A picture now; resolves with its id, or undefined when none could be taken. */
  const now = (tab: number, why: Screenshot['why']): Promise<string | undefined> =>
    new Promise((done) => {
      // The picture of a moment that somebody marked goes before those that were only due.
      if (why === 'pain-point' || why === 'manual') queue.unshift({ tab, why, tries: 3, done });
      else queue.push({ tab, why, tries: 1, done });
      void pump();
    });
  /** A picture once the page has settled; several asks in that time make one picture. */
  const soon = createPicturesDue((tab, why) => void now(tab, why));
  return { now, soon };
}
type Placed = NonNullable<ReturnType<typeof placeRectangles>>;
const withoutScroll = (all: Placed) => ({
  ...all,
  scroll: undefined,
  boxes: undefined,
  places: all.places.map((place) => ({ ...place, scroll: undefined, boxes: undefined })),
});
const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);

/** The browser's own picture, or, where it refuses (a fork, a policy), the page drawn from its DOM. */
async function takePicture(
  browser: BrowserApi,
  tabId: number,
  windowId: number,
): Promise<{ picture: string | undefined; by: Screenshot['by'] }> {
  try {
    return {
      picture: await inTime(
        browser.tabs.captureVisibleTab(windowId, { format: 'jpeg', quality: 80 }),
        captureWithinMs,
      ),
      by: 'tab',
    };
  } catch {
    const target = { tabId, frameIds: [0] };
    const [drawn] = await browser.scripting
      .executeScript({ target, files: ['/draw-page.js'] })
      .catch(() => []);
    const result = drawn?.result as { dataUrl?: unknown } | undefined;
    return { picture: typeof result?.dataUrl === 'string' ? result.dataUrl : undefined, by: 'dom' };
  }
}

export type Shooter = ReturnType<typeof createShooter>;
