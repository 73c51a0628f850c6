import { median, round, spread } from '../support/numbers.ts';
import { printTable } from '../support/print-table.ts';
import type { Measured } from './measure-run.ts';
import type { ByVariant } from './summarise.ts';

type Column = { head: string; digits: number; of(run: Measured): number };

const columns: Column[] = [
  { head: 'task s', digits: 2, of: ({ cpu }) => cpu.taskMs / 1000 },
  { head: 'script s', digits: 3, of: ({ cpu }) => cpu.scriptMs / 1000 },
  { head: 'long tasks', digits: 0, of: ({ cpu }) => cpu.longTasks },
  { head: 'long ms', digits: 0, of: ({ cpu }) => cpu.longTaskMs },
  { head: 'over 50 ms', digits: 0, of: ({ cpu }) => cpu.longTaskExcessMs },
  { head: 'longest ms', digits: 0, of: ({ cpu }) => cpu.longestMs },
  { head: 'wall: task s', digits: 2, of: ({ wall }) => wall.taskMs / 1000 },
  { head: 'script s', digits: 3, of: ({ wall }) => wall.scriptMs / 1000 },
  { head: 'long ms', digits: 0, of: ({ wall }) => wall.longTaskMs },
  { head: 'longest ms', digits: 0, of: ({ wall }) => wall.longestMs },
  { head: 'heap MB', digits: 1, of: ({ memory }) => memory.heapMB },
];

const holdColumns: Column[] = [
  { head: 'first snapshot ms', digits: 1, of: ({ holds }) => holds.cpu.readyMs },
  { head: 'longest hold ms', digits: 1, of: ({ holds }) => holds.cpu.runMs },
  { head: 'without collections ms', digits: 1, of: ({ holds }) => holds.cpu.runOwnMs },
  { head: 'longest task ms', digits: 1, of: ({ cpu }) => cpu.longestMs },
  { head: 'wall: first snapshot ms', digits: 1, of: ({ holds }) => holds.wall.readyMs },
  { head: 'longest hold ms', digits: 1, of: ({ holds }) => holds.wall.runMs },
  { head: 'longest task ms', digits: 1, of: ({ wall }) => wall.longestMs },
];

/** A scenario's medians with their spread; and what each variant added to `none`. */
export function printScenario(name: string, measured: ByVariant): void {
  const base = measured.get('none') ?? [];
  const middle = (runs: readonly Measured[], { of }: Column) => median(runs.map(of));
  const medians = (chosen: Column[]) => ({
    head: ['variant', ...chosen.map(({ head }) => head)],
    rows: [...measured].map(([variant, runs]) => [
      variant,
      ...chosen.map((column) => {
        const around = Math.round(100 * spread(runs.map(column.of)));
        return `${middle(runs, column).toFixed(column.digits)} ±${around}%`;
      }),
    ]),
  });
  const told = `medians of ${base.length}, ± half the range; threads' own time, then the time that passed (wall)`;
  const whole = medians(columns);
  printTable(`${name}: ${told}`, whole.head, whole.rows);
  printTable(
    `${name}: added to none`,
    ['variant', ...columns.map(({ head }) => head)],
    [...measured]
      .filter(([variant]) => variant !== 'none')
      .map(([variant, runs]) => [
        variant,
        ...columns.map((column) => String(round(middle(runs, column) - middle(base, column), column.digits))),
      ]),
  );
  if (name !== 'page50k') return;
  const held = medians(holdColumns);
  const most = (runs: readonly Measured[], { of }: Column) => Math.max(...runs.map(of));
  printTable(`${name}: stretches for which the recorder's script held the page`, held.head, held.rows);
  printTable(
    `${name}: the same, the most of all runs`,
    held.head,
    [...measured].map(([variant, runs]) => [
      variant,
      ...holdColumns.map((column) => most(runs, column).toFixed(column.digits)),
    ]),
  );
}
