import { Bookmark } from '../../model/bookmark.ts';
import { mapFreeTexts } from '../../model/free-texts.ts';
import { Gap } from '../../model/gap.ts';
import { PainPoint } from '../../model/pain-point.ts';
import { Session } from '../../model/session.ts';
import { Step } from '../../model/step.ts';
import { noEdits } from '../../model/walker-edits.ts';
import { z } from '../../model/zod.ts';
import type { ObjectRow, SessionRow, ZyDatabase } from '../database.ts';
import { packedOf } from '../pack-records.ts';
import type { Patch } from './apply-patch.ts';
import { maskAssets } from './mask-assets.ts';
import { maskEvents } from './mask-events.ts';
import { type Closed, mustReadClosed, objectsOf } from './read-closed.ts';
import { type Rewritten, readEvents, rechain } from './rewrite-chunks.ts';
import { type TextList, textLists } from './text-lists.ts';
import { createTextMasker } from './text-masker.ts';

/** Where a text was found: how many places in each kind of list. */
export type MaskPlaces = Partial<
  Record<TextList | 'replay' | 'assets' | 'session' | 'steps' | 'painPoints' | 'bookmarks' | 'gaps', number>
>;

/** Parts of a session's row that its own schema does not know, and that hold text. */
const Beside = z.object({
  namedSteps: z.array(z.object({ name: z.string() })),
  warnings: z.array(z.object({ detail: z.string() })),
  loginHosts: z.array(z.string()),
  assets: z.array(z.object({ url: z.string() })),
});

/**
 * Makes the edit that replaces a text everywhere in a closed session, and says where it stands; writes nothing.
 * Throws what `mustReadClosed` and `createTextMasker` throw.
 */
export async function planMask(
  db: ZyDatabase,
  sessionId: string,
  text: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<{ patch: Patch; places: MaskPlaces; total: number }> {
  const masker = createTextMasker(text);
  const closed = await mustReadClosed(db, sessionId);
  const places: MaskPlaces = {};
  const maskRow = <T>(name: keyof MaskPlaces, schema: z.ZodType, row: T): T =>
    mapFreeTexts(schema, row, (value) => {
      const masked = masker.mask(value);
      if (masked.count) places[name] = (places[name] ?? 0) + masked.count;
      return masked.text;
    });
  const changed = <T>(name: keyof MaskPlaces, schema: z.ZodType, rows: readonly T[]) =>
    rows.flatMap((row) => {
      const masked = maskRow(name, schema, row);
      return masked === row ? [] : [masked];
    });

  const records = { ...closed.records };
  for (const [name, schema] of Object.entries(textLists) as [TextList, z.ZodType][])
    (records as Record<string, unknown>)[name] = closed.records[name].map((row) =>
      maskRow(name, schema, row),
    );
  const read = (object: string) => db.objects.get(object);
  const { assets, objects, count } = await maskAssets(closed.session.assets ?? [], read, masker);
  if (count) places.assets = count;
  const replay = await maskReplay(db, closed, masker, onProgress);
  if (replay.count) places.replay = replay.count;
  records.chunks = replay.chunks;

  const row = maskRow('session', Beside, maskRow('session', Session, { ...closed.session, assets }));
  const put = {
    steps: changed('steps', Step, closed.steps),
    painPoints: changed('painPoints', PainPoint, closed.painPoints),
    bookmarks: changed('bookmarks', Bookmark, closed.bookmarks),
    gaps: changed('gaps', Gap, closed.gaps),
  };
  const total = Object.values(places).reduce((sum, each) => sum + each, 0);
  const edits = closed.session.edits ?? noEdits;
  const session: Partial<SessionRow> = {
    ...changesOf(closed.session, row),
    edits: { ...edits, masked: [...edits.masked, { at: Date.now(), places: total }] },
  };
  const patch: Patch = {
    sessionId,
    expects: closed.packed.data,
    packed: await packedOf(sessionId, records),
    session,
    put,
    drop: {},
    objects: [...objects, ...replay.objects],
    uses: objectsOf({ session: row, records }),
  };
  return { patch, places, total };
}

async function maskReplay(
  db: ZyDatabase,
  { records }: Closed,
  masker: ReturnType<typeof createTextMasker>,
  onProgress: (done: number, total: number) => void,
) {
  const read = async (object: string) => ((await db.objects.get(object)) as ObjectRow).data;
  const all = records.chunks.length;
  const chunks: typeof records.chunks = [];
  const objects: ObjectRow[] = [];
  let count = 0;
  let done = 0;
  for (const stream of new Set(records.chunks.map((chunk) => chunk.stream))) {
    const own = records.chunks.filter((chunk) => chunk.stream === stream).sort((a, b) => a.n - b.n);
    const rewritten: { chunk: (typeof own)[number]; rewritten: Rewritten }[] = [];
    for (const chunk of own) {
      const events = await readEvents(chunk, read);
      const found = maskEvents(events, masker);
      count += found;
      rewritten.push({ chunk, rewritten: found ? [{ keyframe: chunk.keyframe, events }] : 'same' });
      onProgress((done += 1), all);
      await new Promise((next) => setTimeout(next));
    }
    const again = await rechain(rewritten);
    chunks.push(...again.chunks);
    objects.push(...again.objects);
  }
  return { chunks, objects, count };
}

/** The fields that differ; what an edit must not touch is not written at all. */
function changesOf(before: SessionRow, after: SessionRow): Partial<SessionRow> {
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => value !== before[key as keyof SessionRow]),
  );
}
