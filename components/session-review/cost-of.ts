import type { RecorderCost } from '../../lib/model/cost.ts';
import { formatShare } from '../format/format-bytes.ts';

/** The recorder's cost over all pages; undefined when none was measured. The share is of the recorded time. */
export function costOf(cost: readonly RecorderCost[], recordedMs: number) {
  if (cost.length === 0) return undefined;
  const totalMs = cost.reduce((sum, page) => sum + page.snapshotMs + page.eventsMs, 0);
  const percent = recordedMs > 0 ? (totalMs / recordedMs) * 100 : undefined;
  const share =
    percent === undefined
      ? undefined
      : percent < 1
        ? `${percent.toFixed(2)}%`
        : formatShare(totalMs, recordedMs);
  return { totalMs, share, longestSnapshotMs: Math.max(...cost.map((page) => page.snapshotMs)) };
}
