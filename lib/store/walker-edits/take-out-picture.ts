import { noEdits } from '../../model/walker-edits.ts';
import type { ZyDatabase } from '../database.ts';
import type { Patch } from './apply-patch.ts';
import { mustReadClosed, objectsOf } from './read-closed.ts';

/**
 * Makes the edit that takes a frozen picture out of a closed session, wherever its pages show it: its place in the
 * list of assets stays, without the object, and says why. Writes nothing. Throws 'picture-missing', and what
 * `mustReadClosed` throws.
 */
export async function planTakeOut(db: ZyDatabase, sessionId: string, object: string): Promise<Patch> {
  const closed = await mustReadClosed(db, sessionId);
  const { session, records } = closed;
  const before = session.assets ?? [];
  const isIt = ({ kind, object: own }: (typeof before)[number]) => kind === 'image' && own === object;
  if (!before.some(isIt)) throw new Error('picture-missing');
  const assets = before.map((asset) =>
    isIt(asset) ? { kind: asset.kind, url: asset.url, bytes: 0, why: 'taken-out' } : asset,
  );
  const edits = session.edits ?? noEdits;
  const pictures = [...(edits.pictures ?? []), { at: Date.now() }];
  return {
    sessionId,
    expects: closed.packed.data,
    packed: closed.packed,
    session: { assets, edits: { ...edits, pictures } },
    put: {},
    drop: {},
    objects: [],
    uses: objectsOf({ session: { ...session, assets }, records }),
  };
}
