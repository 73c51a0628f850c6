/** A way around other rows, by row numbers. */
export type Arc = { from: number; to: number };
export type Placed<T extends Arc> = {
  arc: T;
  /** 0 is nearest to the boxes. */
  track: number;
  /** Where it meets its two boxes, as shares of their height. */
  ports: { from: number; to: number };
};

/**
 * Gives each arc a track of a gutter so that no two on one track touch, short ones inside; and spreads the arcs that
 * meet one box over its side, those that come from above over those from below.
 */
export function assignTracks<T extends Arc>(arcs: readonly T[]): { placed: Placed<T>[]; count: number } {
  const taken: { upper: number; lower: number }[][] = [];
  const placed = [...arcs]
    .sort((a, b) => spanOf(a) - spanOf(b) || a.from - b.from)
    .map((arc): Placed<T> => {
      const upper = Math.min(arc.from, arc.to);
      const lower = Math.max(arc.from, arc.to);
      let track = 0;
      while (taken[track]?.some((other) => upper <= other.lower && other.upper <= lower)) track += 1;
      const of = taken[track] ?? [];
      taken[track] = of;
      of.push({ upper, lower });
      return { arc, track, ports: { from: 0, to: 0 } };
    });
  const meeting = new Map<number, { place: Placed<T>; end: 'from' | 'to'; other: number }[]>();
  for (const place of placed) {
    for (const end of ['from', 'to'] as const) {
      const other = place.arc[end === 'from' ? 'to' : 'from'];
      const row = place.arc[end];
      const list = meeting.get(row) ?? [];
      meeting.set(row, list);
      list.push({ place, end, other });
    }
  }
  for (const [row, list] of meeting) {
    // Of those from above the outermost meets the box lowest, of those from below highest: so no two cross beside it.
    const above = list.filter((each) => each.other < row).sort((a, b) => a.place.track - b.place.track);
    const below = list.filter((each) => each.other > row).sort((a, b) => b.place.track - a.place.track);
    [...above, ...below].forEach(({ place, end }, index) => {
      place.ports[end] = (index + 1) / (list.length + 1);
    });
  }
  return { placed, count: taken.length };
}

const spanOf = ({ from, to }: Arc) => Math.abs(from - to);
