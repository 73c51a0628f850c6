import type { FrameMeasure, PickFrom } from '../messages.ts';
import type { WalkState } from '../model/walk-state.ts';

/** How the background speaks to the frames of a tab. */
export type Speaker = {
  /** Resolves once the frame's last batch is kept. */
  stopRecording(tab: number, frame: number): Promise<void>;
  /** Resolves once the frame's last batch under its old orders is kept. */
  beginAnew(tab: number, frame: number): Promise<void>;
  hearLearned(tab: number, digests: string[]): Promise<void>;
  setPaused(tab: number, paused: boolean): Promise<void>;
  hideBar(tab: number, hidden: boolean): Promise<void>;
  measure(tab: number, frame: number): Promise<FrameMeasure | null>;
  readSheet(tab: number, frame: number, url: string): Promise<string | null>;
  warnBeforeSubmit(tab: number): Promise<boolean | null>;
  /** To all frames of the tab; resolves when the first of them has begun. */
  beginPick(tab: number, from: PickFrom): Promise<void>;
  endPick(tab: number): Promise<void>;
  openTagging(tab: number): Promise<void>;
  showBookmark(tab: number, told: { id: string; from: number; to: number }): Promise<void>;
  walkChanged(tab: number, state: WalkState): Promise<void>;
};
