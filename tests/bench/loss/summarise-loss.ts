import type { KillKind } from './kills.ts';

export type Result = {
  kind: KillKind;
  afterMs: number;
  /** Infinite where nothing was kept at all. */
  lostMs: number;
  lostAfterAck: number;
  recovered: boolean;
};

/** The last line. A walk of which nothing was kept is one that was not recovered, and no figure stands for what it lost. */
export function summariseLoss(results: readonly Result[], seed: number): object {
  const known = results.map((result) => result.lostMs).filter(Number.isFinite);
  return {
    bench: 'loss',
    kills: results.length,
    maxLostMs: known.length > 0 ? Math.max(...known) : null,
    lostAfterAck: results.reduce((sum, result) => sum + result.lostAfterAck, 0),
    unrecovered: results.filter((result) => !isRecovered(result)).length,
    seed,
  };
}

export const isRecovered = ({ recovered, lostMs }: Result): boolean => recovered && Number.isFinite(lostMs);
