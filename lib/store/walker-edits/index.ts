import { noEdits, type WalkerEdits } from '../../model/walker-edits.ts';
import type { ZyDatabase } from '../database.ts';
import { applyPatch, type Patch } from './apply-patch.ts';
import type { Stretch } from './cut-stream.ts';
import { type CutOptions, planCut } from './cut-stretch.ts';
import { planMask } from './mask-everywhere.ts';
import { mustReadClosed } from './read-closed.ts';
import { planPicture } from './replace-picture.ts';
import { planTakeOut } from './take-out-picture.ts';

export type { Patch } from './apply-patch.ts';
export type { MaskPlaces } from './mask-everywhere.ts';

/**
 * What the walker may change in a finished session before it leaves: each edit is made first (`plan…`), which writes
 * nothing, and then applied in one transaction, which gives its opposite.
 */
export function createWalkerEdits(db: ZyDatabase) {
  return {
    planMask: (sessionId: string, text: string, onProgress?: (done: number, total: number) => void) =>
      planMask(db, sessionId, text, onProgress),
    planCut: (sessionId: string, stretch: Stretch, options: CutOptions) =>
      planCut(db, sessionId, stretch, options),
    planPicture: (sessionId: string, picture: Parameters<typeof planPicture>[2]) =>
      planPicture(db, sessionId, picture),
    planTakeOut: (sessionId: string, object: string) => planTakeOut(db, sessionId, object),
    apply: (patch: Patch) => applyPatch(db, patch),

    /** Notes what looks like personal data in the walker's own words and is kept on purpose. */
    async keep(sessionId: string, kept: Omit<WalkerEdits['kept'][number], 'at'>[]): Promise<void> {
      const { session } = await mustReadClosed(db, sessionId);
      const edits = session.edits ?? noEdits;
      const at = Date.now();
      await db.sessions.update(sessionId, {
        edits: { ...edits, kept: [...edits.kept, ...kept.map((each) => ({ ...each, at }))] },
      });
    },
  };
}
export type WalkerEditing = ReturnType<typeof createWalkerEdits>;
