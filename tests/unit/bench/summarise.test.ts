import { describe, expect, it } from 'vitest';
import type { Measured } from '../../bench/overhead/measure-run.ts';
import { summarise } from '../../bench/overhead/summarise.ts';
import type { Variant } from '../../bench/support/variants.ts';

const run = (taskMs: number, scriptMs: number, longTaskMs = 0, hold = 0): Measured => {
  const cost = { taskMs, scriptMs, longTaskMs, longTasks: 0, longTaskExcessMs: 0, longestMs: 0 };
  const held = { readyMs: hold * 2, runMs: hold, runOwnMs: hold / 2 };
  return {
    cpu: cost,
    wall: { ...cost, taskMs: taskMs * 2 },
    memory: { heapMB: 1, nodes: 1, listeners: 1 },
    holds: { cpu: held, wall: held },
  };
};
const byVariant = (entries: Partial<Record<Variant, Measured[]>>) =>
  new Map(Object.entries(entries) as [Variant, Measured[]][]);

describe('the last line of overhead', () => {
  it('gives what each adds to none, ours over rrweb on the walks and over the lightest peer in the storm', () => {
    const results = new Map([
      ['walk', byVariant({ none: [run(0, 300, 100)], rrweb: [run(0, 700, 400)], ours: [run(0, 500, 120)] })],
      [
        'storm',
        byVariant({
          none: [run(4000, 0)],
          rrweb: [run(9000, 0)],
          clarity: [run(6000, 0)],
          ours: [run(4500, 0), run(4600, 0), run(5000, 0)],
        }),
      ],
      [
        'district',
        byVariant({
          none: [run(0, 1000, 500)],
          rrweb: [run(0, 2000, 900)],
          ours: [run(0, 1700, 400)],
        }),
      ],
      ['page50k', byVariant({ none: [run(1, 1)], ours: [20, 30, 90].map((hold) => run(1, 1, 0, hold)) })],
    ]);
    expect(summarise(results, 'cpu')).toEqual({
      bench: 'overhead',
      added: {
        walk: { rrweb: 0.4, ours: 0.2 },
        storm: { rrweb: 5, clarity: 2, ours: 0.6 },
        district: { rrweb: 1, ours: 0.7 },
      },
      longTasksAddedMs: { walk: { rrweb: 300, ours: 20 }, district: { rrweb: 400, ours: -100 } },
      ratio: { walk: 0.5, storm: 0.3, district: 0.7 },
      page50k: {
        firstSnapshotMs: 60,
        longestHoldMs: 30,
        longestHoldOfAllMs: 90,
        longestOwnHoldMs: 15,
        longestOwnHoldOfAllMs: 45,
      },
      clock: 'cpu',
    });
  });

  it('holds ours against no rrweb that runs as an extension', () => {
    const results = new Map([
      [
        'storm',
        byVariant({
          none: [run(4000, 0)],
          rrwebInExtension: [run(5000, 0)],
          clarity: [run(6000, 0)],
          ours: [run(5000, 0)],
        }),
      ],
    ]);
    expect(summarise(results, 'cpu')).toMatchObject({
      added: { storm: { rrwebInExtension: 1, clarity: 2, ours: 1 } },
      ratio: { storm: 0.5 },
    });
  });

  it('leaves out what was not run', () => {
    const results = new Map([['storm', byVariant({ none: [run(4000, 0)], ours: [run(5000, 0)] })]]);
    expect(summarise(results, 'wall')).toEqual({
      bench: 'overhead',
      added: { storm: { ours: 2 } },
      longTasksAddedMs: {},
      ratio: {},
      clock: 'wall',
    });
  });
});
