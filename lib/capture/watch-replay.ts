import './isolated-world.ts';
import { record } from 'rrweb';
import { healFromHints } from './heal-from-hints.ts';
import { createKeyframes, type Keyframes } from './keyframes.ts';
import { findPicture, installHooks } from './lean/install.ts';
import { createMutationMeter } from './lean/mutation-meter.ts';

/** Its value stands here because nothing of the model but types may enter a portal's page. */
const frameTag: typeof import('../model/stream.ts').frameTag = 'zyb-frame';

type ReplayEvent = { type: number; timestamp: number; data: unknown };

/** rrweb's type of a custom event. */
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
  errorHandler: () => true,
} as const;

export type ReplayRecorder = {
  /** A fresh Meta + FullSnapshot now. */
  checkout(): void;
  /** Says in the stream that `element` holds the frame with this token; repeated after each snapshot. */
  linkFrame(token: string, element: Element): void;
  /** The size of a picture's own pixels, once it has come; asks for no layout. */
  pictureSize(id: number): { width: number; height: number } | undefined;
  /** What redacting a change of the page cost, ms; it counts in the budget. */
  addCost(ms: number): void;
  /** What recording cost the page since last asked, ms. */
  takeCost(): { snapshotMs: number; eventsMs: number; longestMs: number };
};

/** A stretch in which only some of a page's states were kept. */
export type HeldStates = { from: number; to: number };

/** rrweb can be set going again in the same document; what it keeps of nodes is hung in once. */
const world = {
  meter: undefined as ReturnType<typeof createMutationMeter> | undefined,
  keyframes: undefined as Keyframes | undefined,
  snapshotMs: 0,
  hooks: undefined as ReturnType<typeof installHooks> | undefined,
};

/**
 * Records this document until the signal aborts. `sink` gets rrweb's own events, unredacted: it must redact before
 * anything else happens. Meta comes right before each FullSnapshot, both from one synchronous call. `held` is told of
 * stretches in which a flood of changes was recorded by some of its states only.
 */
export function startReplayRecorder(
  sink: (event: ReplayEvent) => void,
  held: (stretch: HeldStates) => void,
  signal: AbortSignal,
): ReplayRecorder {
  const frames = new Map<string, Element>();
  /** An element just added has no id until rrweb's observer has run: asked again a few times. */
  const linkNow = (token: string, element: Element, tries = 20) => {
    const id = record.mirror.getId(element);
    if (id <= 0 && tries > 0 && !signal.aborted && element.isConnected)
      setTimeout(() => linkNow(token, element, tries - 1), 100);
    if (id > 0)
      sink({ type: CUSTOM, timestamp: Date.now(), data: { tag: frameTag, payload: { token, element: id } } });
  };
  world.hooks ??= installHooks(record.mirror, {
    onMutations: (work) => (world.meter ? world.meter.run(work) : work()),
    onThaw: (work) => (world.meter ? world.meter.thaw(work) : work()),
    onSnapshot(work) {
      const began = performance.now();
      work();
      const spent = performance.now() - began;
      world.snapshotMs += spent;
      world.keyframes?.taken(spent);
    },
  });
  const meter = createMutationMeter({
    freeze: () => record.freezePage(),
    release: () => record.addCustomEvent(releaseTag, {}),
    held: (from, to) => held({ from, to }),
  });
  world.meter = meter;
  const keyframes = createKeyframes(() => {
    if (record.mirror.getId(document) > 0) record.takeFullSnapshot(true);
  }, signal);
  world.keyframes = keyframes;
  const stop = record({
    ...(options as unknown as Parameters<typeof record>[0]),
    emit: (event) => {
      if (event.type === CUSTOM && (event.data as { tag?: string }).tag === releaseTag) return;
      sink(event);
      keyframes.passed();
      if (event.type === 2) for (const [token, element] of frames) linkNow(token, element);
    },
  });
  // Before the listeners that send what there is: they do not capture.
  addEventListener('pagehide', meter.flush, { capture: true, signal });
  signal.addEventListener('abort', () => {
    meter.flush();
    meter.stop();
    stop?.();
  });

  healFromHints(sink, keyframes.soon, world.hooks, signal);

  return {
    checkout: keyframes.now,
    linkFrame(token, element) {
      frames.set(token, element);
      linkNow(token, element);
    },
    pictureSize(id) {
      const picture = findPicture(id);
      return picture && { width: picture.naturalWidth, height: picture.naturalHeight };
    },
    addCost: meter.add,
    takeCost() {
      const { ms, longestMs } = meter.take();
      const { snapshotMs } = world;
      world.snapshotMs = 0;
      return { snapshotMs, eventsMs: ms, longestMs: Math.max(longestMs, snapshotMs) };
    },
  };
}
