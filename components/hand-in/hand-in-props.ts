import type { Delivery } from '../../lib/model/delivery.ts';
import type { PersonalFinding } from '../../lib/model/personal-finding.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { ReviewSource } from '../session-review/review-source.ts';

/** How the look through everything stands. */
export type Check =
  | { state: 'running'; done: number; total: number }
  | { state: 'done'; findings: readonly PersonalFinding[] }
  | { state: 'failed'; reason: string };

/** A rectangle in a picture's own pixels. */
export type Area = { x: number; y: number; width: number; height: number };
type Progress = (done: number, total: number) => void;

/** What the walker may change before the session leaves. Each rejects with a sentence for people. */
export type HandInEdits = {
  /** Where a text stands, how many times in each kind of place; changes nothing. */
  countPlaces(text: string, onProgress: Progress): Promise<Record<string, number>>;
  maskEverywhere(text: string, onProgress: Progress): Promise<void>;
  cut(stretch: { from: number; to: number }, onProgress: Progress): Promise<void>;
  /** Paints an area over, in the pixels, wherever the session shows this picture. */
  paint(object: string, area: Area): Promise<void>;
  /** Takes a picture of the pages out of the replay, wherever it is shown. */
  takeOut(object: string): Promise<void>;
  /** The walker means to keep these own words. */
  keep(findings: readonly PersonalFinding[]): Promise<void>;
  /** Absent when there is nothing to undo or redo. */
  undo?: (() => Promise<void>) | undefined;
  redo?: (() => Promise<void>) | undefined;
};

export type HandInProps = {
  report: SessionReport;
  programme?: Programme | undefined;
  source: ReviewSource;
  destination?: { collector: string; url: string } | undefined;
  delivery?: Delivery | undefined;
  /** False while the browser has no network. */
  online: boolean;
  check: Check;
  onCheckAgain(): void;
  edits: HandInEdits;
  /** Each resolves when it is done or taken, rejects with a sentence. */
  onHandIn(): Promise<void>;
  onSaveFile(): Promise<void>;
  onJump(at: number): void;
  onBack(): void;
};
