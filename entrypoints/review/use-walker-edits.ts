import { useMemo, useRef, useState } from 'react';
import { keyOf } from '../../components/format/key-of.ts';
import type { Area, HandInEdits } from '../../components/hand-in/hand-in-props.ts';
import { type Text, useText } from '../../components/text.tsx';
import { stepTimes } from '../../lib/assess/step-times.ts';
import type { Patch } from '../../lib/store/walker-edits/index.ts';
import { log, store } from './local.ts';
import { paintAreas } from './paint-areas.ts';

const known = new Set([
  'being-sent',
  'changed-meanwhile',
  'session-open',
  'session-missing',
  'stretch-empty',
  'text-short',
  'text-long',
  'picture-missing',
]);

/**
 * The walker's edits of one session with undo and redo. Each edit is in the store before the next begins; what undoing
 * needs is in this page's memory alone and is gone with it, and so is what was masked.
 */
export function useWalkerEdits(sessionId: string): HandInEdits {
  const text = useText();
  const [undone, setUndone] = useState<Patch[]>([]);
  const [done, setDone] = useState<Patch[]>([]);
  /** Pictures as they were before this page painted on them, by the name of what they became. */
  const bases = useRef(new Map<string, { base: Uint8Array; areas: Area[]; before: number }>());

  return useMemo(() => {
    const { walkerEdits, objects } = store;
    const edit = async (patch: Patch) => {
      const opposite = await walkerEdits.apply(patch);
      setDone((before) => [...before, opposite]);
      setUndone([]);
    };
    const goBack = (
      patch: Patch | undefined,
      take: typeof setDone,
      give: typeof setDone,
    ): (() => Promise<void>) | undefined =>
      patch &&
      (() =>
        worded(text, async () => {
          const opposite = await walkerEdits.apply(patch);
          take((before) => before.slice(0, -1));
          give((before) => [...before, opposite]);
          void log({ kind: 'masked-by-hand', sessionId, detail: give === setUndone ? 'undone' : 'redone' });
        }));

    return {
      countPlaces: (wanted, onProgress) =>
        worded(text, async () => {
          const { places } = await walkerEdits.planMask(sessionId, wanted, onProgress);
          return places;
        }),
      // Made anew, not from the count: a step may have been renamed in another window meanwhile.
      maskEverywhere: (wanted, onProgress) =>
        worded(text, async () => {
          const { patch, total } = await walkerEdits.planMask(sessionId, wanted, onProgress);
          await edit(patch);
          void log({ kind: 'masked-by-hand', sessionId, detail: `places=${total}` });
        }),
      cut: (stretch, onProgress) =>
        worded(text, async () => {
          const patch = await walkerEdits.planCut(sessionId, stretch, {
            stepName: text('handIn.cut.stepName'),
            measure: (evidence, from, to) =>
              stepTimes({ ...evidence, pauses: evidence.session.pauses }, from, to),
            onProgress,
          });
          await edit(patch);
          const seconds = Math.round((stretch.to - stretch.from) / 1000);
          void log({ kind: 'cut', sessionId, detail: `seconds=${seconds}` });
        }),
      paint: (object, area) =>
        worded(text, async () => {
          const shot = (await store.sessions.readWhole(sessionId))?.screenshots.find(
            (each) => each.object === object,
          );
          const known = bases.current.get(object);
          const { base, areas, before } = known ?? {
            base: await objects.mustRead(object),
            areas: [],
            before: shot?.painted ?? 0,
          };
          const all = [...areas, area];
          const data = await paintAreas(base, all);
          const picture = { object, data, painted: before + all.length };
          const { patch, object: name } = await walkerEdits.planPicture(sessionId, picture);
          await edit(patch);
          bases.current.set(name, { base, areas: all, before });
          void log({ kind: 'masked-by-hand', sessionId, detail: 'picture areas=1' });
        }),
      takeOut: (object) =>
        worded(text, async () => {
          await edit(await walkerEdits.planTakeOut(sessionId, object));
          void log({ kind: 'masked-by-hand', sessionId, detail: 'page-pictures=1' });
        }),
      keep: (findings) =>
        worded(text, () =>
          walkerEdits.keep(
            sessionId,
            findings.flatMap(({ field, kind, own }) => (own ? [{ field, kind, text: own }] : [])),
          ),
        ),
      undo: goBack(done.at(-1), setDone, setUndone),
      redo: goBack(undone.at(-1), setUndone, setDone),
    };
  }, [sessionId, text, done, undone]);
}

/** Our own codes as sentences; everything else as it came. */
async function worded<T>(text: Text, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = error instanceof Error ? error.message : String(error);
    throw known.has(code) ? new Error(text(keyOf('handIn.problem', code))) : error;
  }
}
