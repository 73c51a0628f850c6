import { startPortal } from '../portal/start-portal.ts';
import { measureVisit, type Visit } from './idle/measure-visit.ts';
import { buildExtension } from './support/build-extension.ts';
import { interleave } from './support/interleave.ts';
import { median, round, spread } from './support/numbers.ts';
import type { BenchOptions } from './support/options.ts';
import { printTable, tell } from './support/print-table.ts';
import { selfNoise } from './support/self-noise.ts';
import { tryAgain } from './support/try-again.ts';

const measures = [
  ['load', 'loadMs'],
  ['script', 'scriptMs'],
  ['task', 'taskMs'],
] as const;

/** What the extension costs while no walk is recorded; see the head of main.ts. */
export async function idle({ reps, built }: BenchOptions): Promise<object> {
  const extension = buildExtension(built);
  const portal = await startPortal({ ports: 'any' });
  try {
    // The reference runs twice as often, once before and once after, so that it can be held against itself.
    const runs = await interleave(['none', 'ours', 'none again'], reps, async (variant, rep) => {
      const visit = await tryAgain(`idle ${variant}`, () =>
        measureVisit(portal.origins, variant === 'ours' ? extension : undefined),
      );
      const figures = `load ${Math.round(visit.loadMs)} ms, script ${Math.round(visit.scriptMs)} ms`;
      tell(`idle ${rep + 1}/${reps} ${variant}: ${figures}`);
      return visit;
    });
    const ours = runs.get('ours') ?? [];
    const none = [...(runs.get('none') ?? []), ...(runs.get('none again') ?? [])];
    const compared = measures.map(([name, key]) => compare(name, key, none, ours));
    printTable(
      `ten pages, medians of ${ours.length} with the extension and ${none.length} without, ± half the range`,
      ['measure', 'none ms', 'extension ms', 'ratio', 'noise'],
      compared.map(({ name, cells, ratio, noise }) => [name, ...cells, String(ratio), String(noise)]),
    );
    // Of load and script time the one that stands worse.
    const [worst] = compared
      .filter(({ name }) => name !== 'task')
      .sort((a, b) => b.ratio - b.noise - (a.ratio - a.noise));
    const injected = Math.max(...ours.map((visit) => visit.injected));
    return { bench: 'idle', injected, ratio: worst?.ratio, noise: worst?.noise };
  } finally {
    await portal.close();
  }
}

function compare(name: string, key: keyof Visit, none: readonly Visit[], ours: readonly Visit[]) {
  const values = (visits: readonly Visit[]) => visits.map((visit) => visit[key]);
  const cell = (visits: readonly Visit[]) =>
    `${Math.round(median(values(visits)))} ±${Math.round(100 * spread(values(visits)))}%`;
  return {
    name,
    cells: [cell(none), cell(ours)],
    ratio: round(median(values(ours)) / median(values(none)), 3),
    noise: round(selfNoise(values(none)), 3),
  };
}
