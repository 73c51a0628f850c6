import type { SessionReport } from '../model/report.ts';
import type { Stream } from '../model/stream.ts';

/**
 * `at`: session time, absolute ms. `reason`: for `gap` why (a gap's `why`, or `not-recorded`); for `error` a
 * ReplayDataError's code or a message; for `ready` the note `skipped-pause` or `skipped-silence` for a while
 * after playback went over a stretch without recording. `eventsPlayed`: events cast since the replay was made.
 */
export type ReplayState = {
  at: number;
  playing: boolean;
  tab: number | undefined;
  url: string;
  status: 'loading' | 'ready' | 'gap' | 'ended' | 'error';
  reason?: string | undefined;
  eventsPlayed: number;
  /** Frames that were recorded but are shown nowhere, since no page says where they stand. */
  ungrafted: number;
};

export type ReplayController = {
  /** Resolves when the moment is on the screen (or known to be a gap or an error: see the state). */
  seek(at: number): Promise<void>;
  play(): void;
  pause(): void;
  /** 0.1 to 64 times the time of the walk. */
  setSpeed(speed: number): void;
  /** Calls the listener at once and at every change; returns its off-switch. */
  onChange(listener: (state: ReplayState) => void): () => void;
  /** Recorded frames of the window shown that no document said it holds; shown nowhere. */
  listUngrafted(): Stream[];
  destroy(): void;
};

export type ReplayOptions = {
  /** Takes the replay's size; must be in a document. */
  container: HTMLElement;
  report: SessionReport;
  /** An object's bytes by its name, from wherever they are kept; a rejection becomes the state's error. */
  readObject(sha256: string): Promise<Uint8Array>;
};
