import type { Aim, AimVerdict } from '../../lib/model/aim.ts';
import type { Bookmark } from '../../lib/model/bookmark.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { RatingGiven } from '../../lib/model/rating.ts';
import type { Rectification } from '../../lib/model/rectification.ts';
import type { ReductionTargets } from '../../lib/model/reduction.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Stage } from '../../lib/model/stage.ts';
import type { SuggestionDecision } from '../../lib/model/suggestion.ts';

/** Where the review screens read objects from: the browser's own store, an opened file or the collector. */
export type ReviewSource = {
  /** The object's bytes; rejects with a sentence for people when it cannot be had. */
  readObject(sha256: string): Promise<Uint8Array>;
};

/** What the player shows. `at` is an absolute moment; `reason` says why there is a gap or an error. */
export type ReplayState = {
  at: number;
  playing: boolean;
  tab: number | undefined;
  url: string;
  status: 'loading' | 'ready' | 'gap' | 'ended' | 'error';
  reason?: string;
  eventsPlayed: number;
  /** Frames that were recorded but are shown nowhere, since no page says where they stand. */
  ungrafted?: number;
};

/** A player in its container. Listeners are called on every change, several times a second while it plays. */
export type ReplayController = {
  seek(at: number): Promise<void>;
  play(): void;
  pause(): void;
  setSpeed(x: number): void;
  /** Returns the way to stop listening. */
  onChange(listener: (state: ReplayState) => void): () => void;
  destroy(): void;
};

/** Puts a player for the report into an empty element. */
export type CreateReplay = (options: {
  container: HTMLElement;
  report: SessionReport;
  readObject(sha256: string): Promise<Uint8Array>;
}) => ReplayController;

/** Keeps what the liaison sets down beside a pain point; in one's own report and beside one from a file. */
export type Rectify = (painPoint: PainPoint, rectification: Rectification) => Promise<void>;

/** What the walker may still change. Absent where the report is only read. Each rejects with a sentence. */
export type ReviewEdits = {
  renameStep(stepId: string, change: { name?: string; stage?: Stage }): Promise<void>;
  /** Moves the beginning of a step, which is the end of the one before. */
  moveBoundary(stepId: string, from: number): Promise<void>;
  /** Joins a step to the one before. */
  mergeStep(stepId: string): Promise<void>;
  splitStep(at: number): Promise<void>;
  /** New or changed. */
  savePainPoint(painPoint: PainPoint): Promise<void>;
  deletePainPoint(id: string): Promise<void>;
  /** Keeps the pain point or highlight that a bookmark became. */
  fillBookmark(bookmarkId: string, painPoint: PainPoint): Promise<void>;
  dropBookmark(id: string): Promise<void>;
  putBackBookmark(bookmark: Bookmark): Promise<void>;
  /** Kinds of personal data that a text seems to contain. */
  looksPersonal?(text: string): string[];
  /** Keeps what was decided about a suggestion, and the pain point it became. */
  decide(decision: SuggestionDecision, painPoint?: PainPoint): Promise<void>;
  /** Takes a decision back, with the pain point it made. */
  undecide(suggestionId: string): Promise<void>;
  /** What the four reductions aim at. */
  saveTargets(targets: ReductionTargets): Promise<void>;
  addAim(aim: Aim): Promise<void>;
  judgeAim(verdict: AimVerdict): Promise<void>;
  dropAim(id: string): Promise<void>;
  /** Null takes the rating back. */
  rate(rating: RatingGiven | null): Promise<void>;
};
