import { Replayer } from 'rrweb';
import { type AssembledWindow, endTag } from './assemble-window.ts';
import { boxRules } from './empty-box.ts';
import { holdScrolls, scrollsTold } from './hold-scrolls.ts';
import { whenPartsCome } from './late-parts.ts';
import { ReplayDataError } from './replay-data-error.ts';
import { isMutation, type ReplayEvent } from './replay-event.ts';
import { moveDrawings, settleAnimations } from './settle-animations.ts';
import { fullRules, markedIds, ownRing, popoverRules, settleStates } from './shown-states.ts';
import type { Stage } from './stage.ts';

/** One window on the stage, hidden until revealed. Moments are session time. */
export type ReplayerWindow = {
  key: string;
  from: number;
  show(at: number): void;
  play(at: number): void;
  /** Stands still where it is. */
  hold(): void;
  isPlaying(): boolean;
  setSpeed(speed: number): void;
  reveal(): void;
  destroy(): void;
};

type ReplayerEvents = ConstructorParameters<typeof Replayer>[0];
type StyleCache = { stylesWithHoverClass: Map<string, string> };
/** The same sheets come back in every window; parsing them is half of a seek. */
const mostCachedSheets = 300;
/**
 * Documents inside a page of an extension get small letters for their body from the browser, as the first sheet of the
 * page itself would; the page had its own. No weaker rule stands against that, and what the page says of it comes later.
 */
const ownLetters = 'body { font-size: inherit; font-family: inherit }';
/**
 * Where a page was scrolled to is told; what comes late into its replay, as fonts do, must not move it on, nor may it be on
 * its way there.
 */
const unanchored = '* { overflow-anchor: none !important; scroll-behavior: auto !important }';
/** Called out by the replay's copy of rrweb (scripts/replay-rrweb.ts) before it scrolls what it has gone ahead to. */
const builtAhead = 'zyb-built';
const silent = { log() {}, warn() {}, error() {}, info() {}, debug() {} } as unknown as Console;

export function createStyleCache(): StyleCache {
  return { stylesWithHoverClass: new Map() };
}

/** Builds a Replayer for a window's events; `cameAt`: when its document came. Throws when its frame is not the sandbox it must be. */
export function createReplayerWindow(
  stage: Stage,
  window: AssembledWindow & { key: string; cameAt: number },
  speed: number,
  cache: StyleCache,
  onCast: () => void,
): ReplayerWindow {
  const layer = stage.addLayer();
  const replayer = new Replayer(window.events as unknown as ReplayerEvents, {
    root: layer.element,
    speed,
    skipInactive: false,
    showWarning: false,
    logger: silent,
    mouseTail: false,
    // Focus belongs to the one who watches.
    triggerFocus: false,
    insertStyleRules: [ownLetters, unanchored, ownRing, ...fullRules, ...popoverRules(), ...boxRules],
  });
  if (replayer.iframe.getAttribute('sandbox') !== 'allow-same-origin') {
    layer.remove();
    throw new ReplayDataError('sandbox', window.key);
  }
  replayer.iframe.setAttribute('tabindex', '-1');
  if (cache.stylesWithHoverClass.size > mostCachedSheets) cache.stylesWithHoverClass.clear();
  // Private in rrweb 2.2.2: the cache is handed from Replayer to Replayer.
  (replayer as unknown as { cache: StyleCache }).cache = cache;
  replayer.on('resize', (size) => {
    const { width, height } = size as { width: number; height: number };
    layer.fit(width, height);
  });
  const marked = markedIds(window.events);
  const settle = () => settleStates(marked, replayer.getMirror());
  if (marked.size > 0)
    for (const when of ['fullsnapshot-rebuilded', builtAhead, 'flush', 'event-cast'])
      replayer.on(when, settle);
  replayer.on('event-cast', (event) => {
    const { type, data } = event as ReplayEvent;
    if (type === 3 && !isMutation(data) && data.source === 3) holding?.release(data.id);
    if (type !== 5 || data.tag !== endTag) onCast();
  });
  // Of the replay's copy of rrweb (scripts/replay-rrweb.ts).
  const pointing = replayer as unknown as { zybPointer?: object | undefined; zybPointAgain(): void };
  const pointAgain = () => {
    if (!playing) pointing.zybPointAgain();
  };
  const scrolls = scrollsTold(window.events);
  let holding: ReturnType<typeof holdScrolls> | undefined;
  const start = window.events[0]?.timestamp ?? window.from;
  let playing = false;
  /** Events of the very moment asked for count as past: rrweb plays what is before its offset. */
  const offsetOf = (at: number) => Math.max(at, window.from) - start + 1;

  return {
    key: window.key,
    from: window.from,
    show(at) {
      playing = false;
      holding?.release();
      pointing.zybPointer = undefined;
      replayer.pause(offsetOf(at));
      holding = holdScrolls(scrolls, at, replayer.getMirror());
      const doc = replayer.iframe.contentDocument;
      if (!doc) return;
      settleAnimations(doc, at - window.cameAt);
      whenPartsCome(doc, pointAgain);
    },
    play(at) {
      playing = true;
      replayer.play(offsetOf(at));
      if (replayer.iframe.contentDocument) moveDrawings(replayer.iframe.contentDocument, true);
    },
    hold() {
      playing = false;
      replayer.pause();
      if (replayer.iframe.contentDocument) moveDrawings(replayer.iframe.contentDocument, false);
    },
    isPlaying: () => playing,
    setSpeed: (next) => replayer.setConfig({ speed: next }),
    reveal: layer.reveal,
    destroy() {
      holding?.release();
      pointing.zybPointer = undefined;
      replayer.destroy();
      layer.remove();
    },
  };
}
