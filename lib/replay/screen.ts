import type { Stream } from '../model/stream.ts';
import { assembleWindow } from './assemble-window.ts';
import type { ChunkIndex, StreamWindow } from './chunk-index.ts';
import type { FrozenAssets } from './frozen-assets.ts';
import type { ChunkReader } from './read-chunks.ts';
import { createReplayerWindow, createStyleCache, type ReplayerWindow } from './replayer-window.ts';
import type { Stage } from './stage.ts';

export const windowKey = (stream: Stream, window: StreamWindow) => `${stream.id}@${window.from}`;

/** What is on the stage: at most one window seen, and while the next is being built, that one unseen. */
export type Screen = {
  /**
   * Brings a moment of a window onto the stage, reusing the Replayer that is there when it is the same window.
   * `isStale` tells a build that something else was asked for meanwhile: it then gives up and answers false.
   */
  put(stream: Stream, window: StreamWindow, at: number, isStale: () => boolean): Promise<boolean>;
  holds(stream: Stream, window: StreamWindow): boolean;
  shown(): ReplayerWindow | undefined;
  grafted(): readonly string[];
  setSpeed(speed: number): void;
  clear(): void;
};

export function createScreen(deps: {
  stage: Stage;
  index: ChunkIndex;
  reader: ChunkReader;
  assets: FrozenAssets;
  onCast: () => void;
}): Screen {
  const cache = createStyleCache();
  let shown: ReplayerWindow | undefined;
  let grafted: string[] = [];
  let speed = 1;

  return {
    async put(stream, window, at, isStale) {
      const key = windowKey(stream, window);
      if (shown?.key === key) shown.show(at);
      else {
        const assembled = await assembleWindow(deps, stream, window);
        if (isStale()) return false;
        const whole = { ...assembled, key, cameAt: stream.startedAt };
        const next = createReplayerWindow(deps.stage, whole, speed, cache, deps.onCast);
        try {
          next.show(at);
        } catch (error) {
          next.destroy();
          throw error;
        }
        next.reveal();
        shown?.destroy();
        shown = next;
        grafted = assembled.grafted;
      }
      deps.stage.setHidden(false);
      return true;
    },
    holds: (stream, window) => shown?.key === windowKey(stream, window),
    shown: () => shown,
    grafted: () => grafted,
    setSpeed(next) {
      speed = next;
      shown?.setSpeed(next);
    },
    clear() {
      deps.stage.setHidden(true);
      shown?.destroy();
      shown = undefined;
      grafted = [];
    },
  };
}
