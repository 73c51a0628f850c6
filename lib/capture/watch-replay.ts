import './isolated-world.ts';
import { record } from 'rrweb';
import { healFromHints } from './heal-from-hints.ts';
import { shareHealing } from './healing.ts';
import { createKeyframes, type Keyframes } from './keyframes.ts';
import { chosenFor } from './lean/chosen-picture.ts';
import { findPicture, installHooks } from './lean/install.ts';
import { recordedPlaces } from './lean/known-roots.ts';
import { createMutationMeter } from './lean/mutation-meter.ts';
import { createBreakMender } from './mend-breaks.ts';
import { toldOf } from './prompt-choice.ts';
import { isKeyframe } from './size-keyframe.ts';
import { tellWhereabouts } from './tell-whereabouts.ts';
import type { Report } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { whenSlowToCome } from './when-slow-to-come.ts';
import { lookForWritten } from './written-places.ts';

/** Its value stands here because nothing of the model but types may enter a portal's page. */
const frameTag: typeof import('../model/stream.ts').frameTag = 'zyb-frame';

type ReplayEvent = { type: number; timestamp: number; data: unknown };

/** rrweb's event types used here. */
const SNAPSHOT = 2;
const CUSTOM = 5;
/** Tag of the custom event that makes rrweb tell what it held back; never kept. */
const releaseTag = 'zyb-release';

/** How rrweb is asked to record; each option's reason in docs/adr/0004-rrweb-options.md. */
const options = {
  recordAfter: 'DOMContentLoaded',
  maskInputOptions: {
    color: true,
    date: true,
    'datetime-local': true,
    email: true,
    month: true,
    number: true,
    range: true,
    search: true,
    tel: true,
    text: true,
    time: true,
    url: true,
    week: true,
    textarea: true,
    select: true,
    password: true,
    input: true,
  },
  // As rrweb itself, but a text of several lines stays one, and a list without a choice has none.
  maskInputFn: (text: string, element: Element) => toldOf(element, text).replace(/[^\n]/g, '*'),
  slimDOMOptions: 'all',
  // Linked sheets are frozen by their address, off the page's thread; only those a script changed are read here.
  inlineStylesheet: false,
  inlineImages: false,
  collectFonts: false,
  recordCanvas: false,
  recordCrossOriginIframes: false,
  blockSelector: '[data-zyb-bar],.html2canvas-container',
  sampling: {
    mousemove: 100,
    mousemoveCallback: 500,
    scroll: 150,
    media: 800,
    input: 'last',
    // A replay shows clicks and where the keyboard is; what makes up a click it only plays over again.
    mouseInteraction: { MouseDown: false, MouseUp: false, ContextMenu: false, DblClick: false },
  },
  userTriggeredOnInput: true,
} as const;

export type ReplayRecorder = {
  /** A fresh Meta + FullSnapshot now. */
  checkout(): void;
  /** Says in the stream that `element` holds the frame with this token; repeated after each snapshot. */
  linkFrame(token: string, element: Element): void;
  /** The size of a picture's own pixels; asks for no layout. One that has not come yet is told again once it has. */
  pictureSize(id: number): { width: number; height: number } | undefined;
  /** Which of several files a picture shows. */
  pictureChosen(id: number): string | undefined;
  /** Whether a node lies in a part of the page that can be written in, by what the page says now. */
  isWritten(id: number): boolean;
  /** What masking an event cost, ms; it counts in the budget. */
  masked(event: object, ms: number): void;
  /** Said when nothing waits to be masked. */
  caughtUp(): void;
  /** Tells at once what is left of a change of thousands of nodes (lean/tell-in-slices.ts). */
  tellRest(): void;
  /** Does something once nothing of such a change is left, at once when nothing is. */
  afterRest(job: () => void): void;
  /** Whether anything of such a change is left. */
  isRestLeft(): boolean;
  /** What recording cost the page since last asked, ms. */
  takeCost(): { snapshotMs: number; eventsMs: number; longestMs: number };
};

/** rrweb can be set going again in the same document; what it keeps of nodes is hung in once. */
const world = {
  meter: undefined as ReturnType<typeof createMutationMeter> | undefined,
  keyframes: undefined as Keyframes | undefined,
  breaks: undefined as ReturnType<typeof createBreakMender> | undefined,
  snapshotMs: 0,
  onFrame: (_frame: Element): void => {},
  /** What masking these events is expected to cost, ms. */
  expected: new WeakMap<object, number>(),
  /** Those that the telling under way has brought about. */
  brought: undefined as object[] | undefined,
  hooks: undefined as ReturnType<typeof installHooks> | undefined,
};

/** Tells, and notes with the events that come of it what masking them is expected to cost. */
function weigh(telling: (meter: NonNullable<typeof world.meter>) => number): void {
  if (!world.meter) return;
  const brought: object[] = [];
  world.brought = brought;
  try {
    const ms = telling(world.meter);
    for (const event of brought) world.expected.set(event, ms / brought.length);
  } finally {
    world.brought = undefined;
  }
}

/**
 * Records this document until the signal aborts. `sink` gets rrweb's own events, unredacted: it must redact before
 * anything else happens. Meta comes right before each FullSnapshot, both from one synchronous call. `gap` is told of
 * stretches in which a flood of changes was recorded by some of its states only, and of those in which rrweb failed;
 * `met` of each iframe and frame.
 */
export function startReplayRecorder(
  sink: (event: ReplayEvent) => void,
  gap: Report['gap'],
  met: (frame: Element) => void,
  signal: AbortSignal,
): ReplayRecorder {
  const frames = new Map<string, Element>();
  /** In frames that are not told yet. */
  const unlinked = new Set<string>();
  /** An element just added has no id until rrweb's observer has run: asked again a few times. */
  const linkNow = (token: string, element: Element, tries = 20) => {
    const id = record.mirror.getId(element);
    if (id <= 0) unlinked.add(token);
    else unlinked.delete(token);
    if (id <= 0 && tries > 0 && !signal.aborted && element.isConnected)
      setTimeout(() => linkNow(token, element, tries - 1), 100);
    if (id > 0)
      sink({ type: CUSTOM, timestamp: Date.now(), data: { tag: frameTag, payload: { token, element: id } } });
  };
  const linkAgain = (tokens: Iterable<string>) => {
    for (const token of tokens) {
      const element = frames.get(token);
      if (element) linkNow(token, element);
    }
  };
  let ended = false;
  world.hooks ??= installHooks(record.mirror, {
    onFrame: (frame) => world.onFrame(frame),
    onMutations: (work) => weigh((meter) => meter.run(work)),
    onThaw: (work) => weigh((meter) => meter.thaw(work)),
    onRest(work) {
      try {
        weigh((meter) => meter.goOn(work));
      } catch (error) {
        world.breaks?.broke(error);
      }
    },
    isOutdated: () => world.meter?.holdsNews() === true,
    onSnapshot(work) {
      const began = performance.now();
      try {
        work();
      } catch (error) {
        return world.breaks?.broke(error);
      }
      const spent = performance.now() - began;
      world.snapshotMs += spent;
      world.keyframes?.taken(spent);
      world.breaks?.mended();
    },
  });
  const meter = createMutationMeter({
    freeze: () => record.freezePage(),
    release() {
      try {
        record.addCustomEvent(releaseTag, {});
      } catch (error) {
        // It tells outside of what rrweb hands to its error handler.
        world.breaks?.broke(error);
      }
    },
    held: (from, to) => gap({ from, to, why: 'states-held' }),
  });
  world.meter = meter;
  world.onFrame = met;
  /** Whether rrweb has begun: it waits for the page to be there. */
  let begun = false;
  const keyframes = createKeyframes(
    () => {
      if (begun) record.takeFullSnapshot(true);
    },
    (from, to) => gap({ from, to, why: 'states-held' }),
    signal,
  );
  world.keyframes = keyframes;
  const breaks = createBreakMender({ gap, snapshot: keyframes.now, signal });
  world.breaks = breaks;
  const whereabouts = tellWhereabouts(sink);
  let meta: ReplayEvent | undefined;
  const stop = record({
    ...(options as unknown as Parameters<typeof record>[0]),
    errorHandler(error) {
      breaks.broke(error);
      return true;
    },
    emit: (event) => {
      // A frame that loads later is told to whoever recorded it last.
      if (ended) return;
      if (event.type === CUSTOM && (event.data as { tag?: string }).tag === releaseTag) return;
      // It goes on with its snapshot, or, where that fails, not at all.
      if (isKeyframe(event)) {
        begun = true;
        meta = event;
        return;
      }
      if (event.type === SNAPSHOT && meta) sink(meta);
      world.brought?.push(event);
      sink(event);
      keyframes.passed();
      whereabouts.passed(event);
      if (event.type === SNAPSHOT) whereabouts.tell(event.timestamp);
      if (event.type === SNAPSHOT) linkAgain(frames.keys());
      else if (unlinked.size > 0 && 'isAttachIframe' in (event.data as object)) linkAgain(unlinked);
    },
  });
  if (!begun) whenSlowToCome(() => begun || world.hooks?.begin?.(), signal);
  const tellAll = () => {
    meter.flush();
    world.hooks?.finish();
  };
  whenLeft('tell', tellAll, signal, true);
  const whenHidden = () => {
    if (document.visibilityState === 'hidden') world.hooks?.finish();
  };
  document.addEventListener('visibilitychange', whenHidden, { capture: true, signal });
  signal.addEventListener('abort', () => {
    tellAll();
    meter.stop();
    stop?.();
    ended = true;
  });

  const healing = shareHealing(sink, keyframes.soon, world.hooks, signal);
  healFromHints(healing, gap, signal);

  const awaited = new WeakSet<Element>();
  const tellOnceCome = (id: number, picture: HTMLImageElement) => {
    if (awaited.has(picture)) return;
    awaited.add(picture);
    const tell = () => {
      awaited.delete(picture);
      const { naturalWidth: width, naturalHeight: height } = picture;
      const attributes = [{ id, attributes: { rr_size: `${width}x${height}` } }];
      if (width && height && healing.idOf(picture) === id)
        healing.tell({ source: 0, texts: [], removes: [], adds: [], attributes });
    };
    picture.addEventListener('load', tell, { once: true, passive: true, signal });
  };

  return {
    checkout: keyframes.now,
    linkFrame(token, element) {
      frames.set(token, element);
      linkNow(token, element);
    },
    pictureSize(id) {
      const picture = findPicture(id);
      if (!picture) return undefined;
      if (picture.complete) return { width: picture.naturalWidth, height: picture.naturalHeight };
      tellOnceCome(id, picture);
      return undefined;
    },
    pictureChosen(id) {
      const picture = findPicture(id);
      return picture && chosenFor(picture);
    },
    isWritten: lookForWritten(recordedPlaces, (node) => record.mirror.getId(node)),
    masked: (event, ms) => meter.masked(ms, world.expected.get(event) ?? 0),
    caughtUp: meter.caughtUp,
    tellRest: () => world.hooks?.finish(),
    afterRest: (job) => (world.hooks ? world.hooks.afterRest(job) : job()),
    isRestLeft: () => world.hooks?.isLeft() === true,
    takeCost() {
      const { ms, longestMs } = meter.take();
      const { snapshotMs } = world;
      world.snapshotMs = 0;
      return { snapshotMs, eventsMs: ms, longestMs: Math.max(longestMs, snapshotMs) };
    },
  };
}
