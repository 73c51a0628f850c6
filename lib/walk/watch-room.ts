import type { Warnings } from './warn-walker.ts';

/**
 * Below this much room the walker is warned, bytes. A two-hour walk takes 100 to 200 MB with its pictures; twice that
 * leaves time to finish and hand in.
 */
export const roomLowBelow = 500 * 1024 * 1024;
/** Looked at again after this many batches, a minute or two of a busy page. */
const everyBatches = 100;

/** Room left for this extension, bytes; undefined where the browser does not say. */
async function readRoom(estimate: () => Promise<StorageEstimate>): Promise<number | undefined> {
  const { quota, usage } = await estimate().catch((): StorageEstimate => ({}));
  return quota === undefined ? undefined : Math.max(0, quota - (usage ?? 0));
}

/** Warns before the disk is full, and takes the warning back when there is room again. */
export function watchRoom(dependencies: { estimate(): Promise<StorageEstimate>; warnings: Warnings }) {
  const { estimate, warnings } = dependencies;
  let batches = 0;
  const check = async (): Promise<void> => {
    const room = await readRoom(estimate);
    if (room === undefined) return;
    // In steps of 50 MB: a figure that changes at every look is a warning nobody reads.
    const step = 50;
    if (room < roomLowBelow)
      await warnings.warn('roomLow', String(Math.floor(room / 1024 / 1024 / step) * step || '<50'));
    else await warnings.unwarn('roomLow');
  };
  return {
    check,
    /** To be told of every batch kept. */
    async countBatch(): Promise<void> {
      batches += 1;
      if (batches % everyBatches === 0) await check();
    },
  };
}
export type RoomWatch = ReturnType<typeof watchRoom>;
