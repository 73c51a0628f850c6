import { median, spread } from '../support/numbers.ts';
import { printTable } from '../support/print-table.ts';

/** Figures of one run by name; a name that some run lacks counts 0 there. */
export type PartsOfRun = Record<string, number>;

/** Each part's median and spread, in the order in which the parts first came up. */
export function printParts(title: string, runs: readonly PartsOfRun[]): void {
  const names = [...new Set(runs.flatMap((run) => Object.keys(run)))];
  const rows = names.map((name) => {
    const values = runs.map((run) => run[name] ?? 0);
    return [name, String(Math.round(median(values))), `±${Math.round(100 * spread(values))}%`];
  });
  printTable(`${title}: medians of ${runs.length}`, ['part', 'median', 'spread'], rows);
}
