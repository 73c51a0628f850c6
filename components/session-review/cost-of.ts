import type { RecorderCost } from '../../lib/model/cost.ts';
import type { PageCheck } from '../../lib/model/page-check.ts';
import { formatShare } from '../format/format-bytes.ts';

/**
 * The recorder's cost over all pages, what page checks held them included; undefined when none was measured. The share
 * is of the recorded time.
 */
export function costOf(
  cost: readonly RecorderCost[],
  recordedMs: number,
  checks: readonly Pick<PageCheck, 'took'>[] = [],
) {
  if (cost.length === 0 && checks.length === 0) return undefined;
  const checksMs = checks.reduce((sum, { took }) => sum + took, 0);
  const totalMs = cost.reduce((sum, page) => sum + page.snapshotMs + page.eventsMs, checksMs);
  const percent = recordedMs > 0 ? (totalMs / recordedMs) * 100 : undefined;
  const share =
    percent === undefined
      ? undefined
      : percent < 1
        ? `${percent.toFixed(2)}%`
        : formatShare(totalMs, recordedMs);
  return { totalMs, checksMs, share, longestSnapshotMs: Math.max(0, ...cost.map((page) => page.snapshotMs)) };
}
