/** The stretch of time a scrub bar stands for, absolute milliseconds. */
export type Span = { from: number; to: number };

/** Where a moment lies on the bar, 0 to 1. */
export function shareOf(at: number, span: Span): number {
  const length = span.to - span.from;
  return length <= 0 ? 0 : Math.min(1, Math.max(0, (at - span.from) / length));
}

/** The moment at a place on the bar; the inverse of `shareOf` within the span. */
export function momentAt(share: number, span: Span): number {
  return span.from + Math.min(1, Math.max(0, share)) * (span.to - span.from);
}

/** Left edge and width in percent for a stretch, cut to the bar. */
export function bandOf(stretch: Span, span: Span): { left: string; width: string } {
  const left = shareOf(stretch.from, span);
  const right = Math.max(left, shareOf(stretch.to, span));
  return { left: `${left * 100}%`, width: `${(right - left) * 100}%` };
}

/** The beginning of the step after or before a moment; before: the step's own beginning when 2 s or more into it. */
export function boundaryFrom(starts: readonly number[], at: number, direction: 1 | -1): number | undefined {
  if (direction > 0) return starts.find((start) => start > at + 1);
  return starts.findLast((start) => start < at - 2_000) ?? starts[0];
}
