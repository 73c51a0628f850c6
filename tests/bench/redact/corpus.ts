import type { Dice } from './dice.ts';
import { formats } from './formats.ts';
import { type Place, places, type Sample } from './places.ts';
import { kinds } from './service-lines.ts';

export type Planted = Sample & { place: Place };

function mayStand(place: Place, { format }: { format: (typeof formats)[number] }): boolean {
  if (place.needs === 'shape') return format.bare === true;
  if (place.needs === 'sentence') return format.sentences !== undefined;
  return true;
}

/** As many planted values as told, every format in every place it may stand, in turn. */
export function* plantedValues(dice: Dice, many: number): Generator<Planted> {
  const pairs = formats.flatMap((format) =>
    places.filter((place) => mayStand(place, { format })).map((place) => ({ format, place })),
  );
  for (let i = 0; i < many; i += 1) {
    const pair = pairs[i % pairs.length];
    if (!pair) return;
    const { format, place } = pair;
    yield {
      format,
      place,
      value: format.write(dice),
      label: dice.pick(format.labels),
      key: dice.pick(format.keys),
    };
  }
}

/** Different lines of service text, all kinds and all sentences in turn. */
export function serviceLines(dice: Dice, many: number): { kind: string; line: string }[] {
  const sentences = Object.entries(kinds).flatMap(([kind, list]) => list.map((write) => ({ kind, write })));
  const seen = new Set<string>();
  const lines: { kind: string; line: string }[] = [];
  for (let i = 0; lines.length < many && i < many * 20; i += 1) {
    const { kind, write } = sentences[i % sentences.length] as (typeof sentences)[number];
    const line = write(dice);
    if (seen.has(line)) continue;
    seen.add(line);
    lines.push({ kind, line });
  }
  return lines;
}
