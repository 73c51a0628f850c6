import type { Sighting } from '../../model/sighting.ts';
import { byTime } from './evidence-of.ts';
import { hostOf } from './places.ts';

/** The first of the sightings that say the same on the same host. */
export function firstOfEach(sightings: readonly Sighting[]): Sighting[] {
  const seen = new Set<string>();
  return byTime(sightings).filter((sighting) => {
    const key = `${hostOf(sighting.url)} ${sighting.detail} ${sighting.text}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
