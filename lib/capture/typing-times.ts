import type { PageAction } from './watcher.ts';

type Spans = NonNullable<PageAction['spans']>;

/** No key for so long, ms, ends a stretch of typing: as long as an action counts as activity (lib/assess/step-times.ts). */
const brokenAfterMs = 5000;
/** Stretches kept of one stay in a place. Its value stands here because only types of the model may enter a page. */
const mostSpans: typeof import('../model/action.ts').mostSpans = 20;

/** When keys came in the places that are being typed in, from the first key until each is left. */
export function createTypingTimes<Place extends Element>() {
  const typing = new Map<Place, Spans>();
  return {
    keyIn(place: Place, at = Date.now()): void {
      const spans = typing.get(place);
      const last = spans?.at(-1);
      if (!spans) typing.set(place, [{ from: at, to: at }]);
      else if (last && at - last.to <= brokenAfterMs) last.to = at;
      else {
        spans.push({ from: at, to: at });
        if (spans.length > mostSpans) joinNearest(spans);
      }
    },
    /** When the typing there began, and its stretches unless one key was all. Once; undefined where no key came. */
    take(place: Place): Pick<PageAction, 'at' | 'spans'> | undefined {
      const spans = typing.get(place);
      const first = spans?.[0];
      if (!spans || !first) return undefined;
      typing.delete(place);
      return { at: first.from, ...(spans.length > 1 || first.to > first.from ? { spans } : {}) };
    },
    places: () => Array.from(typing.keys()),
  };
}

/** Makes one of the two stretches with the shortest pause between them. */
function joinNearest(spans: Spans): void {
  const pauseAfter = (n: number) => (spans[n + 1]?.from ?? Infinity) - (spans[n]?.to ?? 0);
  let nearest = 0;
  for (let n = 1; n < spans.length - 1; n += 1) if (pauseAfter(n) < pauseAfter(nearest)) nearest = n;
  const [gone] = spans.splice(nearest + 1, 1);
  const kept = spans[nearest];
  if (kept && gone) kept.to = gone.to;
}
