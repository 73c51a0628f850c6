import type { ZyDatabase } from '../database.ts';
import { sha256 } from '../objects.ts';
import { packedOf } from '../pack-records.ts';
import type { Patch } from './apply-patch.ts';
import { mustReadClosed, objectsOf } from './read-closed.ts';

/**
 * Makes the edit that puts a JPEG with more areas painted over in the place of a picture, wherever the session shows
 * it. `painted` is how many areas the walker painted over in all. Throws 'picture-missing', and what `mustReadClosed` throws.
 */
export async function planPicture(
  db: ZyDatabase,
  sessionId: string,
  { object, data, painted }: { object: string; data: Uint8Array; painted: number },
): Promise<{ patch: Patch; object: string }> {
  const closed = await mustReadClosed(db, sessionId);
  if (!closed.records.screenshots.some((shot) => shot.object === object)) throw new Error('picture-missing');
  const name = await sha256(data);
  const records = {
    ...closed.records,
    screenshots: closed.records.screenshots.map((shot) =>
      shot.object === object ? { ...shot, object: name, painted } : shot,
    ),
  };
  const patch: Patch = {
    sessionId,
    expects: closed.packed.data,
    packed: await packedOf(sessionId, records),
    session: {},
    put: {},
    drop: {},
    objects: [{ object: name, type: 'image/jpeg', bytes: data.length, data }],
    uses: objectsOf({ session: closed.session, records }),
  };
  return { patch, object: name };
}
