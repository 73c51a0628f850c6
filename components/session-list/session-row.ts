import type { Delivery } from '../../lib/model/delivery.ts';
import type { ReportFigures } from '../../lib/model/report.ts';
import type { WalkMode } from '../../lib/model/walk-mode.ts';

/** One session kept in this browser. `unfinished`: the browser or worker went down in the middle of it. */
export type SessionRow = {
  id: string;
  itemName: string;
  mode: WalkMode;
  startedAt: number;
  /** Without pauses, ms; undefined when the end is not known. */
  durationMs: number | undefined;
  state: 'recording' | 'paused' | 'finished' | 'draft' | 'unfinished' | 'imported';
  /** Entered by hand: its length is stated, and nothing was observed. */
  byHand?: boolean;
  figures?: Partial<ReportFigures> | undefined;
  delivery?: Delivery | undefined;
  /** Rectifications set down here for a report that was opened from a file. */
  rectified?: number;
  storedBytes: number;
};

/** Recovery first: what is unfinished or a draft stands apart, the rest newest first. */
export function sortRows(rows: readonly SessionRow[]): {
  unfinished: SessionRow[];
  drafts: SessionRow[];
  others: SessionRow[];
} {
  const newestFirst = [...rows].sort((a, b) => b.startedAt - a.startedAt);
  return {
    unfinished: newestFirst.filter((row) => row.state === 'unfinished'),
    drafts: newestFirst.filter((row) => row.state === 'draft'),
    others: newestFirst.filter((row) => row.state !== 'unfinished' && row.state !== 'draft'),
  };
}
