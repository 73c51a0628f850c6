import type { Gap } from '../../model/gap.ts';
import type { Step, StepTimes } from '../../model/step.ts';
import { noEdits } from '../../model/walker-edits.ts';
import type { ObjectRow, ZyDatabase } from '../database.ts';
import { packedOf, type Records } from '../pack-records.ts';
import type { Patch } from './apply-patch.ts';
import { assetsNamedIn, dropUnneeded } from './cut-assets.ts';
import { cutRows, cutStreams, maskedWithout } from './cut-rows.ts';
import { cutStream, type Stretch } from './cut-stream.ts';
import { type Closed, mustReadClosed, objectsOf } from './read-closed.ts';
import { type Event, readEvents, rechain } from './rewrite-chunks.ts';

export type CutOptions = {
  /** Measures a step anew from the evidence that is left. */
  measure(evidence: Records & Pick<Closed, 'session' | 'gaps'>, from: number, to: number): StepTimes;
  /** What a step that lies within the stretch is called from now on. */
  stepName: string;
  onProgress?(done: number, total: number): void;
};
type Row<T> = T & { sessionId: string };
const freshId = () => crypto.randomUUID().replaceAll('-', '');

/**
 * Makes the edit that takes a stretch out of a closed session: what happened in it, its pictures and its replay. A gap
 * `cut` stays in its place; steps keep their boundaries and are measured anew. Writes nothing. Throws 'stretch-empty'
 * for a stretch outside the walk, and what `mustReadClosed` throws.
 */
export async function planCut(
  db: ZyDatabase,
  sessionId: string,
  asked: Stretch,
  options: CutOptions,
): Promise<Patch> {
  const closed = await mustReadClosed(db, sessionId);
  const { session } = closed;
  const end = session.endedAt ?? asked.to;
  const gapSpan = { from: Math.max(session.startedAt, asked.from), to: Math.min(end, asked.to) };
  if (!(gapSpan.to > gapSpan.from)) throw new Error('stretch-empty');
  // The last moment belongs to a stretch that reaches to the end, the first one to one from the begin.
  const goesOn = gapSpan.to < end;
  const stretch = {
    from: gapSpan.from <= session.startedAt ? 0 : gapSpan.from,
    to: goesOn ? gapSpan.to : Number.POSITIVE_INFINITY,
  };
  const replay = await cutReplay(db, closed, stretch, options.onProgress);
  const rows = cutRows(closed.records, stretch, goesOn);
  const records = cutStreams({ ...rows, chunks: replay.chunks }, closed.records, stretch);
  const assets = await dropUnneeded(session.assets ?? [], replay.places, (object) => db.objects.get(object));
  const gap: Row<Gap> = { id: freshId(), sessionId, ...gapSpan, why: 'cut', detail: '' };
  const dark = replay.dark.map(
    ({ stream, to }): Row<Gap> => ({
      ...gap,
      id: freshId(),
      stream,
      from: gapSpan.to,
      to: Math.min(end, to),
    }),
  );
  const hidden = closed.gaps.filter((each) => each.from >= stretch.from && each.to < stretch.to);
  const gaps = [...closed.gaps.filter((each) => !hidden.includes(each)), gap, ...dark];
  const edits = session.edits ?? noEdits;
  const count = (name: 'actions' | 'requests' | 'incidents' | 'screenshots') =>
    closed.records[name].length - records[name].length;
  const removed = {
    events: replay.removed,
    actions: count('actions'),
    requests: count('requests'),
    incidents: count('incidents'),
    screenshots: count('screenshots'),
  };
  const cut = { at: Date.now(), ...gapSpan, removed, keyframes: replay.keyframes };
  return {
    sessionId,
    expects: closed.packed.data,
    packed: await packedOf(sessionId, records),
    session: {
      assets,
      masked: maskedWithout(closed, records),
      edits: { ...edits, cuts: [...edits.cuts, cut] },
    },
    put: {
      steps: stepsAround(
        closed,
        gapSpan,
        (from, to) => options.measure({ ...records, session, gaps }, from, to),
        options,
      ),
      painPoints: painPointsAround(closed, records, stretch),
      bookmarks: bookmarksAround(closed, records, stretch),
      gaps: [gap, ...dark],
    },
    drop: { gaps: hidden.map(({ id }) => id), bookmarks: bookmarksWithin(closed, stretch) },
    objects: replay.objects,
    uses: objectsOf({ session: { ...session, assets }, records }),
  };
}

async function cutReplay(
  db: ZyDatabase,
  { records }: Closed,
  stretch: Stretch,
  onProgress: CutOptions['onProgress'] = () => undefined,
) {
  const chunks: Records['chunks'] = [];
  const objects: ObjectRow[] = [];
  const dark: { stream: string; to: number }[] = [];
  const fresh = new Map<string, Uint8Array>();
  let [removed, keyframes] = [0, 0];
  const read = async (object: string) =>
    fresh.get(object) ?? ((await db.objects.get(object)) as ObjectRow).data;
  const streams = [...new Set(records.chunks.map((chunk) => chunk.stream))];
  const total = streams.length + records.chunks.length;
  for (const [at, stream] of streams.entries()) {
    const own = records.chunks.filter((chunk) => chunk.stream === stream).sort((a, b) => a.n - b.n);
    const cut = await cutStream(own, stretch, (chunk) => readEvents(chunk, read));
    removed += cut.removed;
    keyframes += cut.keyframes;
    if (cut.darkUntil !== undefined) dark.push({ stream, to: cut.darkUntil });
    const again = await rechain(cut.chunks);
    chunks.push(...again.chunks);
    objects.push(...again.objects);
    for (const { object, data } of again.objects) fresh.set(object, data);
    onProgress(at + 1, total);
    await new Promise((next) => setTimeout(next));
  }
  const places = new Set<number>();
  for (const [at, chunk] of chunks.entries()) {
    const events: Event[] = await readEvents(chunk, read);
    for (const place of assetsNamedIn(events)) places.add(place);
    onProgress(Math.min(total, streams.length + at + 1), total);
  }
  return { chunks, objects, dark, removed, keyframes, places };
}

/** Steps the stretch touches, measured anew; one that lies within it loses its name, which tells of the place. */
function stepsAround(
  { steps }: Closed,
  { from, to }: Stretch,
  measure: (from: number, to: number) => StepTimes,
  { stepName }: Pick<CutOptions, 'stepName'>,
): Row<Step>[] {
  return steps
    .filter((step) => step.to > from && step.from < to)
    .map((step) => {
      const measured = { ...step, times: measure(step.from, step.to) };
      if (step.from < from || step.to > to) return measured;
      const { detectedName: _name, ...rest } = measured;
      return { ...rest, name: stepName, url: '' };
    });
}

/** Pain points stay, as their walker said them; what they show of the stretch goes. */
function painPointsAround({ painPoints }: Closed, { screenshots }: Records, { from, to }: Stretch) {
  const shots = new Set(screenshots.map(({ id }) => id));
  return painPoints
    .filter(
      (each) => (each.at >= from && each.at < to) || (each.screenshotId && !shots.has(each.screenshotId)),
    )
    .map((each) => {
      const { screenshotId, drawing, element, ...rest } = each;
      const isInside = each.at >= from && each.at < to;
      return {
        ...rest,
        // What was drawn says nothing without its picture.
        ...(screenshotId && shots.has(screenshotId) ? { screenshotId, ...(drawing ? { drawing } : {}) } : {}),
        ...(isInside ? { url: '', title: '' } : element ? { element } : {}),
      };
    });
}

/** A bookmark says nothing but that something was there: set within the stretch, it goes with it. */
function bookmarksWithin({ bookmarks }: Closed, { from, to }: Stretch): string[] {
  return bookmarks.filter(({ at }) => at >= from && at < to).map(({ id }) => id);
}

function bookmarksAround({ bookmarks }: Closed, { screenshots }: Records, { from, to }: Stretch) {
  const shots = new Set(screenshots.map(({ id }) => id));
  return bookmarks
    .filter(({ at, screenshotId }) => !(at >= from && at < to) && screenshotId && !shots.has(screenshotId))
    .map(({ screenshotId: _gone, ...rest }) => rest);
}
