import { median, round } from '../support/numbers.ts';
import type { Clock } from '../support/read-trace.ts';
import type { PageCost } from '../support/sum-cost.ts';
import type { Variant } from '../support/variants.ts';
import type { Measured } from './measure-run.ts';

export type ByVariant = ReadonlyMap<Variant, readonly Measured[]>;
/** By scenario; scenarios that were not run are not in it. */
export type Results = ReadonlyMap<string, ByVariant>;

type Added = Partial<Record<Variant, number>>;

const medianOf = (runs: readonly Measured[] | undefined, key: keyof PageCost, clock: Clock) =>
  median((runs ?? []).map((run) => run[clock][key]));

/** Added to `none`, by variant; difference of medians. */
export function addedTo(measured: ByVariant | undefined, key: keyof PageCost, clock: Clock): Added {
  const added: Added = {};
  const base = medianOf(measured?.get('none'), key, clock);
  for (const [variant, runs] of measured ?? [])
    if (variant !== 'none') added[variant] = medianOf(runs, key, clock) - base;
  return added;
}

/**
 * Ours over bare rrweb by script time on the walks, over the lightest peer by task time on the storm; rrweb in an
 * extension is told beside them and is no reference.
 */
export function ratiosOf(
  results: Results,
  clock: Clock,
): { walk?: number; storm?: number; district?: number } {
  const walk = addedTo(results.get('walk'), 'scriptMs', clock);
  const district = addedTo(results.get('district'), 'scriptMs', clock);
  const { ours, rrwebInExtension: _, ...peers } = addedTo(results.get('storm'), 'taskMs', clock);
  const lightest = Object.values(peers).length ? Math.min(...Object.values(peers)) : undefined;
  return {
    ...ratioOf('walk', walk.ours, walk.rrweb),
    ...ratioOf('storm', ours, lightest),
    ...ratioOf('district', district.ours, district.rrweb),
  };
}

const ratioOf = (name: string, ours: number | undefined, peer: number | undefined) =>
  ours === undefined || peer === undefined ? {} : { [name]: round(ours / peer, 3) };

/** Figures as the last line gives them: script seconds on the walks, task seconds on the storm. */
export function summarise(results: Results, clock: Clock): object {
  const walk = results.get('walk');
  const storm = results.get('storm');
  const district = results.get('district');
  const held = results.get('page50k')?.get('ours');
  const each = (added: Added, change: (ms: number) => number) =>
    Object.fromEntries(Object.entries(added).map(([name, ms]) => [name, change(ms)]));
  const seconds = (ms: number) => round(ms / 1000, 3);
  return {
    bench: 'overhead',
    added: {
      ...(walk ? { walk: each(addedTo(walk, 'scriptMs', clock), seconds) } : {}),
      ...(storm ? { storm: each(addedTo(storm, 'taskMs', clock), seconds) } : {}),
      ...(district ? { district: each(addedTo(district, 'scriptMs', clock), seconds) } : {}),
    },
    longTasksAddedMs: {
      ...(walk ? { walk: each(addedTo(walk, 'longTaskMs', clock), Math.round) } : {}),
      ...(district ? { district: each(addedTo(district, 'longTaskMs', clock), Math.round) } : {}),
    },
    ratio: ratiosOf(results, clock),
    ...(held
      ? {
          page50k: {
            firstSnapshotMs: round(median(held.map(({ holds }) => holds[clock].readyMs)), 1),
            longestHoldMs: round(median(held.map(({ holds }) => holds[clock].runMs)), 1),
            longestHoldOfAllMs: round(Math.max(...held.map(({ holds }) => holds[clock].runMs)), 1),
            longestOwnHoldMs: round(median(held.map(({ holds }) => holds[clock].runOwnMs)), 1),
            longestOwnHoldOfAllMs: round(Math.max(...held.map(({ holds }) => holds[clock].runOwnMs)), 1),
          },
        }
      : {}),
    clock,
  };
}
