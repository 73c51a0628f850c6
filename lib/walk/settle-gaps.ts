import type { Gap } from '../model/gap.ts';

/**
 * Sleep told by many (every visible frame, and the background) is one gap. Frames know it to the second; the
 * background's own, wider word counts only where no frame gave one. Other gaps stay as they are.
 */
export function settleGaps<G extends Gap>(gaps: readonly G[]): { kept: G[]; dropped: G[] } {
  const asleep = gaps.filter((gap) => gap.why === 'asleep').sort((a, b) => a.from - b.from);
  const ofPages = asleep.filter((gap) => gap.stream !== undefined);
  const overlaps = (a: Gap, b: Gap) => a.from <= b.to && b.from <= a.to;
  const told = [
    ...ofPages,
    ...asleep.filter((gap) => !gap.stream && !ofPages.some((page) => overlaps(gap, page))),
  ];
  const merged: G[] = [];
  for (const gap of told.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && overlaps(last, gap)) merged[merged.length - 1] = { ...last, to: Math.max(last.to, gap.to) };
    else merged.push({ ...gap });
  }
  const kept = [...gaps.filter((gap) => gap.why !== 'asleep'), ...merged];
  const ids = new Set(kept.map((gap) => gap.id));
  return { kept, dropped: gaps.filter((gap) => !ids.has(gap.id)) };
}
