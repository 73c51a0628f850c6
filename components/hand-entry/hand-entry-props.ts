import type { EntryProblem, HandEntry } from '../../lib/model/hand-entry.ts';
import type { Programme, SuggestedItem } from '../../lib/model/programme.ts';
import type { ReviewSource } from '../session-review/review-source.ts';
import type { LooksPersonal } from '../tagging/tag.ts';
import type { Catalogue } from '../walk-panel/walk-panel-props.ts';

/** How the keeping of a draft stands. */
export type Kept = { state: 'kept' } | { state: 'keeping' } | { state: 'failed'; reason: string };

/** Makes the entry another, from how it stands when that is done: a field may tell of its change late. */
export type Change = (update: (now: HandEntry) => HandEntry) => void;

/** What a part of the form knows: the entry as it stands, a way to change it, and what is amiss once that was asked. */
export type Part = {
  entry: HandEntry;
  onChange: Change;
  problems: readonly EntryProblem[];
  looksPersonal: LooksPersonal;
};

export type HandEntryProps = {
  entry: HandEntry;
  programmes: readonly Programme[];
  /** Items of all imported catalogues; absent where there are none. */
  catalogue?: Catalogue | undefined;
  /** Items walked lately. */
  recent: readonly SuggestedItem[];
  source: ReviewSource;
  kept: Kept;
  looksPersonal: LooksPersonal;
  onChange: Change;
  /** Keeps a picture's file for this entry, without what else is in the file; rejects with a sentence. */
  onPhoto(file: File): Promise<void>;
  /** What keeps it from being finished at this moment. */
  findProblems(entry: HandEntry): readonly EntryProblem[];
  /** Resolves when it is finished; rejects with a sentence. */
  onFinish(): Promise<void>;
  onDelete(): void;
  onBack(): void;
};
