import { type QuietRules, quietUrl } from '../redact/quiet-url.ts';
import type { Store } from '../store/open-store.ts';
import { withoutWords } from './metrics-only.ts';

/** Tables whose rows keep their times and kinds when the words go. */
const worded = [
  'visits',
  'actions',
  'incidents',
  'requests',
  'fields',
  'waits',
  'sightings',
  'pageTimings',
] as const;

/** What is left of an erased stretch, by table; all zero is the proof. */
export type Left = { streams: number; batches: number; screenshots: number; assets: number; words: number };

/**
 * Erases what was recorded from `from` to `to` beyond metrics: replay, pictures, assets, and every word of the page in
 * the rows that stay. Then looks again, and says what is still there.
 */
export async function eraseStretch(
  store: Store,
  sessionId: string,
  from: number,
  to: number,
  quiet?: QuietRules,
): Promise<Left> {
  const { db, objects } = store;
  const inside = (at: number) => at >= from && at <= to;
  const streams = await db.streams
    .where({ sessionId })
    .filter((row) => inside(row.startedAt))
    .toArray();
  const ids = new Set(streams.map(({ id }) => id));
  const ofStream = (row: { stream: string }) => ids.has(row.stream);
  await db.transaction('rw', [...db.evidence, db.objects], async () => {
    const gone: string[] = [];
    const drop = async (object: string | undefined) => {
      if (object) gone.push(object);
    };
    for (const shot of await db.screenshots
      .where({ sessionId })
      .filter(({ at }) => inside(at))
      .toArray()) {
      await drop(shot.object);
      await db.screenshots.delete(shot.id);
    }
    // Parts of style sheets have a stream of their own, which is the whole session's.
    const assets = await db.streamAssets.where({ sessionId }).toArray();
    const stays = assets.filter((row) => !ofStream(row) && !row.stream.endsWith('.parts'));
    for (const row of assets.filter((each) => !stays.includes(each))) {
      await drop(row.object);
      await db.streamAssets.delete([row.stream, row.n]);
    }
    for (const id of ids) {
      await db.batches.where({ sessionId }).filter(ofStream).delete();
      for (const chunk of await db.chunks.where({ sessionId }).filter(ofStream).toArray())
        await drop(chunk.object);
      await db.chunks.where({ sessionId }).filter(ofStream).delete();
      await db.streams.delete(id);
    }
    for (const name of worded)
      await db
        .table(name)
        .where({ sessionId })
        .filter((row: { at: number }) => inside(row.at))
        .modify((row: object, ref: { value: object }) => {
          ref.value = withoutWords(row, quiet);
        });
    // What a guide declares and where a check failed are words and places of the page alone.
    for (const name of ['guidePages', 'pageChecks'] as const)
      await db
        .table(name)
        .where({ sessionId })
        .filter((row: { at: number }) => inside(row.at))
        .delete();
    // What the walker said stays; the page's own words, and what was drawn over its picture, do not.
    const ofThePage = { screenshotId: undefined, title: '', element: undefined, drawing: undefined };
    for (const pain of await db.painPoints.where({ sessionId }).toArray())
      if (inside(pain.at))
        await db.painPoints.update(pain.id, { ...ofThePage, url: quietUrl(pain.url, quiet) });
    for (const { id, at, url } of await db.bookmarks.where({ sessionId }).toArray())
      if (inside(at))
        await db.bookmarks.update(id, { screenshotId: undefined, title: '', url: quietUrl(url, quiet) });
    const used = new Set([
      ...stays.flatMap(({ object }) => object ?? []),
      ...(await db.screenshots.where({ sessionId }).toArray()).map(({ object }) => object),
      ...(await db.chunks.where({ sessionId }).toArray()).map(({ object }) => object),
    ]);
    const unused = gone.filter((object) => !used.has(object));
    for (const object of unused) await db.objectUses.delete([sessionId, object]);
    await objects.dropUnused(unused);
  });
  return whatIsLeft(store, sessionId, { from, to, ids, quiet });
}

async function whatIsLeft(
  { db }: Store,
  sessionId: string,
  {
    from,
    to,
    ids,
    quiet,
  }: { from: number; to: number; ids: ReadonlySet<string>; quiet: QuietRules | undefined },
): Promise<Left> {
  const of = { sessionId };
  const inside = (at: number) => at >= from && at <= to;
  let words = 0;
  for (const name of worded)
    await db
      .table(name)
      .where(of)
      .each((row: { at: number }) => {
        if (inside(row.at) && JSON.stringify(withoutWords(row, quiet)) !== JSON.stringify(row)) words += 1;
      });
  for (const name of ['guidePages', 'pageChecks'] as const)
    words += await db
      .table(name)
      .where(of)
      .filter((row: { at: number }) => inside(row.at))
      .count();
  words += await db.painPoints
    .where(of)
    .filter(({ at, title, element, drawing }) => inside(at) && Boolean(title || element || drawing))
    .count();
  words += await db.bookmarks
    .where(of)
    .filter(({ at, title }) => inside(at) && title !== '')
    .count();
  return {
    streams: await db.streams
      .where(of)
      .filter((row) => inside(row.startedAt))
      .count(),
    batches: await db.batches
      .where(of)
      .filter(({ stream }) => ids.has(stream))
      .count(),
    screenshots: await db.screenshots
      .where(of)
      .filter(({ at }) => inside(at))
      .count(),
    assets: await db.streamAssets
      .where(of)
      .filter(({ stream }) => ids.has(stream))
      .count(),
    words,
  };
}
