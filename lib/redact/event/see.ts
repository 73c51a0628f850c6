import { isTelling } from '../learned-values.ts';
import { normalise } from '../normalise.ts';
import type { Span } from '../types.ts';

/** A stretch of a text that masking takes, the text as it was. */
export type TextFinding = Span & { kind: string; text: string };
/** Told of each stretch that is masked in the words of a page. */
export type See = (finding: TextFinding) => void;

/**
 * As `seeDifference`, of a value that only its neighbour names: told when it means somebody wherever it stands. What
 * masking has left of a page may put words beside labels they never stood beside.
 */
export function seeNeighbour(before: string, after: string, kind: string, see: See): void {
  seeDifference(before, after, kind, (found) => {
    if (isTelling(kind, normalise(before.slice(found.start, found.end)))) see(found);
  });
}

/** Where two versions of a text differ, in the first: from the first sign to the last that is not the same. */
export function seeDifference(before: string, after: string, kind: string, see: See): void {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = before.length;
  let other = after.length;
  while (end > start && other > start && before[end - 1] === after[other - 1]) {
    end -= 1;
    other -= 1;
  }
  while (start < end && /\s/.test(before[start] ?? '')) start += 1;
  while (end > start && /\s/.test(before[end - 1] ?? '')) end -= 1;
  if (end > start) see({ text: before, kind, start, end });
}
