import type { ReplayController, ReplayState } from '../session-review/review-source.ts';

/** One player as the screens see it: its state to subscribe to, its commands, and a place to plug it in. */
export type ReplayHandle = {
  getState(): ReplayState;
  subscribe(listener: () => void): () => void;
  seek(at: number): void;
  toggle(): void;
  setSpeed(x: number): void;
  getSpeed(): number;
  /** Takes a player over, at the moment shown last; returns the way to let go of it. */
  plug(make: () => ReplayController): () => void;
};

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** A handle that outlives its players, so that the lists can follow a replay that is built anew. */
export function createReplayHandle(startAt: number): ReplayHandle {
  const listeners = new Set<() => void>();
  let controller: ReplayController | undefined;
  let speed = 1;
  let state: ReplayState = {
    at: startAt,
    playing: false,
    tab: undefined,
    url: '',
    status: 'loading',
    eventsPlayed: 0,
  };
  const set = (next: ReplayState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const fail = (error: unknown) =>
    set({ ...state, playing: false, status: 'error', reason: reasonOf(error) });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    seek(at) {
      set({ ...state, at });
      controller?.seek(at).catch(fail);
    },
    toggle() {
      if (state.playing) controller?.pause();
      else controller?.play();
    },
    setSpeed(x) {
      speed = x;
      controller?.setSpeed(x);
      set({ ...state });
    },
    getSpeed: () => speed,
    plug(make) {
      // A new player tells its own beginning before it is asked for anything.
      const { at } = state;
      let stop: (() => void) | undefined;
      try {
        const made = make();
        controller = made;
        stop = made.onChange((next) => {
          if (controller === made) set(next);
        });
        made.setSpeed(speed);
        made.seek(at).catch(fail);
      } catch (error) {
        fail(error);
      }
      const mine = controller;
      return () => {
        stop?.();
        mine?.destroy();
        if (controller === mine) controller = undefined;
      };
    },
  };
}
