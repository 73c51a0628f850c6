import { describe, expect, test } from 'vitest';
import { Bookmark, unfilled } from '../../../lib/model/bookmark.ts';
import { SessionReport } from '../../../lib/model/report.ts';
import { goldenReport } from './golden.ts';

const bookmark = (id: string, at: number, filledAs?: string) =>
  Bookmark.parse({ id, at, interval: { from: at - 60, to: at }, filledAs });

describe('a bookmark waits to be filled in', () => {
  test('until there is a pain point it became; in order of time', () => {
    const all = [bookmark('late', 300), bookmark('done', 200, 'p1'), bookmark('early', 100)];
    expect(unfilled(all, [{ id: 'p1' }]).map(({ id }) => id)).toEqual(['early', 'late']);
  });

  test('again once that pain point was taken back', () => {
    expect(unfilled([bookmark('done', 200, 'p1')], [{ id: 'p2' }])).toHaveLength(1);
  });
});

test('a report older than bookmarks has none, and is read', () => {
  const { bookmarks: _gone, ...older } = goldenReport();
  expect(SessionReport.parse(older).bookmarks).toEqual([]);
});
