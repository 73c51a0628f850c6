import { unfilled } from '../../model/bookmark.ts';
import type { FormSource, Unfilled } from '../../model/official-form.ts';

/** How many bookmarks of these sessions wait to be filled in, and in which. A bookmark is no problem by itself. */
export function findUnfilled(sources: readonly FormSource[]): Unfilled {
  const counted = sources.map(({ report }) => ({
    id: report.id,
    count: unfilled(report.bookmarks, report.painPoints).length,
  }));
  return {
    count: counted.reduce((sum, { count }) => sum + count, 0),
    sessions: counted.filter(({ count }) => count > 0).map(({ id }) => id),
  };
}
