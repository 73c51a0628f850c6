import { addFound, count } from '../found.ts';
import type { Learner } from '../learned-values.ts';
import { redactText, sensitiveRanges } from '../redact-text.ts';
import { tagOf } from '../tags.ts';
import type { Found, SensitiveRange } from '../types.ts';
import type { See } from './see.ts';

/** One text node of a line. */
export type Piece = { id: number; text: string };

type Placed = SensitiveRange & { starts: boolean; whole: string };

/** Ranges of the joined line and of the pieces by themselves, united where they touch. */
function uniteRanges(ranges: SensitiveRange[]): SensitiveRange[] {
  const united: SensitiveRange[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = united.at(-1);
    if (last && range.start < last.end) {
      if (range.end > last.end) delete last.replacement;
      last.end = Math.max(last.end, range.end);
    } else united.push({ ...range });
  }
  return united;
}

function cut(text: string, ranges: Placed[], tagKey?: string): string {
  let result = '';
  let from = 0;
  for (const { start, end, kind, replacement, starts, whole } of ranges) {
    result += text.slice(from, start) + (starts ? (replacement ?? tagOf(kind, whole, tagKey)) : '');
    from = end;
  }
  return result + text.slice(from);
}

/** Lines and steps in of the source between two elements are shown as one blank. */
const asShown = (piece: Piece): Piece =>
  piece.text !== '' && piece.text !== ' ' && piece.text.trim() === '' ? { id: piece.id, text: ' ' } : piece;

/**
 * Masks the text nodes of one line together, so that a number spread over sibling inline elements, or a label and
 * its value in two of them, is seen whole. The tag goes where the value begins. Writes changed texts by node id.
 */
export function redactRun(
  run: readonly Piece[],
  changes: Map<number, string>,
  found: Found,
  memory?: Learner,
  see?: See,
): void {
  const worded = run.length === 1 ? run : run.filter(({ text }) => text.length > 3 || text.trim() !== '');
  const [only] = worded;
  if (!only) return;
  // Blanks around the one text of a line change nothing: most lines of a page are so.
  if (worded.length === 1) {
    if (see) for (const range of sensitiveRanges(only.text, memory)) see({ ...range, text: only.text });
    const result = redactText(only.text, memory);
    if (result.text !== only.text) changes.set(only.id, result.text);
    addFound(found, result.found);
    return;
  }
  const shown = run.map(asShown);
  const line = shown.map((piece) => piece.text).join('');
  const ranges = sensitiveRanges(line, memory);
  let offset = 0;
  for (const { text } of shown) {
    for (const range of sensitiveRanges(text, memory)) {
      ranges.push({ ...range, start: range.start + offset, end: range.end + offset });
    }
    offset += text.length;
  }
  if (ranges.length === 0) return;
  maskInPieces(shown, line, uniteRanges(ranges), changes, found, memory, see);
}

/** Masks ranges of the joined `line` in its pieces: the tag stands where a value begins, the rest of it goes. */
export function maskInPieces(
  run: readonly Piece[],
  line: string,
  united: readonly SensitiveRange[],
  changes: Map<number, string>,
  found: Found,
  memory?: Learner,
  see?: See,
): void {
  for (const { kind, start, end } of united) {
    count(found, kind);
    see?.({ kind, start, end, text: line });
  }
  let offset = 0;
  for (const { id, text } of run) {
    const end = offset + text.length;
    const here = united
      .filter((range) => range.start < end && range.end > offset)
      .map((range) => ({
        ...range,
        start: Math.max(range.start - offset, 0),
        end: Math.min(range.end, end) - offset,
        starts: range.start >= offset,
        whole: line.slice(range.start, range.end),
      }));
    if (here.length > 0) changes.set(id, cut(text, here, memory?.tagKey));
    offset = end;
  }
}
