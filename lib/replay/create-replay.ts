import type { SessionReport } from '../model/report.ts';
import type { StreamWindow } from './chunk-index.ts';
import { createChunkIndex } from './chunk-index.ts';
import { createFrozenAssets } from './frozen-assets.ts';
import { listUngrafted } from './list-ungrafted.ts';
import { createPlaybackClock } from './playback-clock.ts';
import { createChunkReader } from './read-chunks.ts';
import { ReplayDataError } from './replay-data-error.ts';
import type { ReplayController, ReplayOptions, ReplayState } from './replay-state.ts';
import { createScreen, windowKey } from './screen.ts';
import { silencesBetween } from './silences.ts';
import { createStage } from './stage.ts';
import { createTabTimeline, type Place } from './tab-timeline.ts';

export type { ReplayController, ReplayOptions, ReplayState } from './replay-state.ts';

/** Listeners hear of the running clock ten times a second, of everything else at once. */
const clockNewsMs = 100;
/** How long a note about a skipped stretch stays, ms of watching. */
const noteMs = 2500;
/** The window after this one is fetched when this share of a window has been played. */
const prefetchAt = 0.7;

/** A player for one report: seeks, plays, follows the walker from tab to tab, and never touches the network. */
export function createReplay({ container, report, readObject }: ReplayOptions): ReplayController {
  const page = container.ownerDocument.defaultView as Window & typeof globalThis;
  const now = () => page.performance.now();
  const index = createChunkIndex(report);
  const timeline = createTabTimeline(report, index);
  const reader = createChunkReader(readObject);
  const begin = report.session.startedAt;
  const end = endOf(report);
  const silences = silencesBetween(report, begin, end);
  const clock = createPlaybackClock(begin, now);
  const stage = createStage(container);
  const onCast = () => void (eventsPlayed += 1);
  const assets = createFrozenAssets(report, readObject, {
    make: (blob) => page.URL.createObjectURL(blob),
    revoke: (url) => page.URL.revokeObjectURL(url),
  });
  const screen = createScreen({ stage, index, reader, assets, onCast });
  const listeners = new Set<(state: ReplayState) => void>();
  let eventsPlayed = 0;
  let place: Place = timeline.placeAt(begin);
  let state: ReplayState = {
    at: begin,
    playing: false,
    tab: place.tab,
    url: place.url,
    status: 'loading',
    eventsPlayed,
    ungrafted: 0,
  };
  let latest = 0;
  let noteUntil = 0;
  let toldAt = 0;
  let frame = 0;

  function tell(change: Partial<ReplayState>): void {
    state = { ...state, at: Math.min(clock.at(), end), eventsPlayed, ...change };
    toldAt = now();
    for (const listener of listeners) listener(state);
  }

  /** Brings the clock's moment onto the stage; a later call makes an earlier one pointless. */
  async function show(note?: string): Promise<void> {
    latest += 1;
    const mine = latest;
    const isStale = () => mine !== latest;
    place = timeline.placeAt(clock.at());
    const { tab, url } = place;
    if (!place.stream) {
      screen.clear();
      if (state.playing) clock.run();
      tell({ tab, url, status: 'gap', reason: place.why, ungrafted: 0 });
      return;
    }
    try {
      if (!screen.holds(place.stream, place.window)) {
        clock.stop();
        tell({ tab, url, status: 'loading', reason: note });
      }
      if (!(await screen.put(place.stream, place.window, clock.at(), isStale)) || isStale()) return;
      if (state.playing) clock.run();
      noteUntil = note ? now() + noteMs : 0;
      tell({ tab, url, status: 'ready', reason: note, ungrafted: ungraftedHere().length });
    } catch (error) {
      if (!isStale()) fail(error);
    }
  }

  function ungraftedHere() {
    if (!place.stream) return [];
    return listUngrafted(report.streams, index, place.stream, place.window, screen.grafted());
  }

  function fail(error: unknown): void {
    clock.stop();
    screen.clear();
    const word = error instanceof Error ? error.message : String(error);
    tell({ status: 'error', reason: error instanceof ReplayDataError ? error.code : word, playing: false });
  }

  function tick(): void {
    frame = 0;
    if (!state.playing) return;
    frame = page.requestAnimationFrame(tick);
    if (!clock.isRunning()) return;
    const at = clock.at();
    const silence = silences.find(({ from, to }) => at > from && at < to);
    if (at >= end) finish();
    else if (silence) {
      clock.jump(silence.to);
      void show(silence.pause ? 'skipped-pause' : 'skipped-silence');
    } else if (keyOf(timeline.placeAt(at)) !== keyOf(place)) void show();
    else keepPlaying(at);
  }

  function keepPlaying(at: number): void {
    const shown = screen.shown();
    if (shown && !shown.isPlaying() && at >= shown.from) shown.play(at);
    if (place.stream) prefetchAfter(place.stream.id, place.window, at);
    if (noteUntil > 0 && now() > noteUntil && state.status === 'ready') {
      noteUntil = 0;
      tell({ reason: undefined });
    } else if (now() - toldAt >= clockNewsMs) tell({});
  }

  function prefetchAfter(stream: string, window: StreamWindow, at: number): void {
    const length = window.to - window.from;
    if (!Number.isFinite(length) || at < window.from + length * prefetchAt) return;
    const next = index.findWindow(stream, window.to);
    if (next && next !== window) reader.prefetch(next.chunks);
  }

  function finish(): void {
    clock.jump(end);
    clock.stop();
    screen.shown()?.hold();
    // A walk that ends in a gap goes on to say why nothing is shown.
    if (place.stream) tell({ playing: false, status: 'ended', reason: undefined });
    else tell({ playing: false, status: 'gap', reason: place.why });
  }

  return {
    async seek(at) {
      clock.jump(Math.min(Math.max(at, begin), end));
      await show();
    },
    play() {
      if (state.playing) return;
      if (clock.at() >= end) clock.jump(begin);
      tell({ playing: true });
      void show();
      if (!frame) frame = page.requestAnimationFrame(tick);
    },
    pause() {
      clock.stop();
      screen.shown()?.hold();
      tell({ playing: false });
    },
    setSpeed(speed) {
      const sound = Math.min(Math.max(speed, 0.1), 64);
      clock.setSpeed(sound);
      screen.setSpeed(sound);
      tell({});
    },
    onChange(listener) {
      listeners.add(listener);
      listener(state);
      return () => void listeners.delete(listener);
    },
    listUngrafted: ungraftedHere,
    destroy() {
      latest += 1;
      page.cancelAnimationFrame(frame);
      state = { ...state, playing: false };
      listeners.clear();
      screen.clear();
      stage.destroy();
      assets.destroy();
    },
  };
}

const keyOf = (place: Place) =>
  place.stream ? windowKey(place.stream, place.window) : `gap ${place.tab} ${place.why}`;

/** A session that a crash cut off has no end of its own: then the last chunk's. */
function endOf(report: SessionReport): number {
  let end = report.session.endedAt ?? report.session.startedAt;
  for (const { to } of report.chunks) end = Math.max(end, to);
  return end;
}
