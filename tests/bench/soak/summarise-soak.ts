import { round, slope } from '../support/numbers.ts';
import type { Sample } from './sample.ts';

type Figure = 'pageHeapMB' | 'workerHeapMB' | 'nodes' | 'listeners' | 'databaseMB';

/** Growth per minute: each place is held against itself alone, since every page has a size of its own. */
export function growth(samples: readonly Sample[], figure: Figure): number {
  const places = new Map<string, Sample[]>();
  for (const sample of samples) places.set(sample.place, [...(places.get(sample.place) ?? []), sample]);
  const points = [...places.values()].flatMap((list) => {
    const mean = (of: Figure | 'minutes') => list.reduce((sum, each) => sum + each[of], 0) / list.length;
    const [meanX, meanY] = [mean('minutes'), mean(figure)];
    return list.map((each) => ({ x: each.minutes - meanX, y: each[figure] - meanY }));
  });
  return slope(points);
}

/** The last line. First and last stand for the same place; throws when no place was reached twice. */
export function summariseSoak(samples: readonly Sample[]): object {
  const last = samples.at(-1);
  const first = samples.find(({ place }) => place === last?.place);
  if (!first || !last || first === last) throw new Error('the soak was too short to come by a place twice');
  const pair = (figure: Figure, digits: number) => [
    round(first[figure], digits),
    round(last[figure], digits),
  ];
  return {
    bench: 'soak',
    minutes: round(last.minutes, 1),
    pageHeapMB: pair('pageHeapMB', 2),
    workerHeapMB: pair('workerHeapMB', 2),
    nodes: pair('nodes', 0),
    databaseMBPerMinute: round(growth(samples, 'databaseMB'), 3),
    slopePageMBPerMinute: round(growth(samples, 'pageHeapMB'), 3),
    slopeWorkerMBPerMinute: round(growth(samples, 'workerHeapMB'), 3),
  };
}
