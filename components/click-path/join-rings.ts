import type { ShotRing } from '../../lib/model/click-path.ts';

/** Rings that stand on (nearly) one spot, drawn as one. */
export type RingSpot = { x: number; y: number; rings: ShotRing[] };

/**
 * Puts together rings nearer to each other than `near`, a share of the picture's width; `height` is the picture's
 * height as a share of its width.
 */
export function joinRings(rings: readonly ShotRing[], height: number, near = 0.045): RingSpot[] {
  const spots: RingSpot[] = [];
  for (const ring of rings) {
    const spot = spots.find((each) => Math.hypot(each.x - ring.x, (each.y - ring.y) * height) < near);
    if (spot) spot.rings.push(ring);
    else spots.push({ x: ring.x, y: ring.y, rings: [ring] });
  }
  return spots;
}

/** What a spot shows: its number, two numbers, or the first and how many more. */
export function spotLabel({ rings }: RingSpot): string {
  const [first, second] = rings;
  if (!first) return '';
  if (!second) return `${first.n}`;
  return rings.length === 2 ? `${first.n}·${second.n}` : `${first.n}+${rings.length - 1}`;
}
