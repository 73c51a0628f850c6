import type { Gap } from '../model/gap.ts';
import type { Store } from '../store/open-store.ts';
import type { OwnRows } from './own-rows.ts';

const prefix = 'refused.';
type Refused = { sessionId: string; stream: string; seq: number; tab: number; json: string };

/**
 * Batches that the database refused. Their pages send them again; one that leaves before there is room, and can set
 * nothing aside on a full disk, never does, and as the last of its stream it leaves no hole between two others. So each
 * is a gap `not-stored` from its first refusal on, which closing drops where the batch came after all.
 */
export function createRefusedBatches(rows: Pick<OwnRows, 'put'>) {
  const noted = new Set<string>();
  return {
    async note({ sessionId, stream, seq, tab, json }: Refused): Promise<void> {
      const id = `${prefix}${stream}.${seq}`;
      if (noted.has(id)) return;
      noted.add(id);
      const times = momentsIn(json);
      if (!times.length) return;
      const gap: Gap = {
        id,
        from: Math.min(...times),
        to: Math.max(...times),
        why: 'not-stored',
        tab,
        stream,
        detail: '',
      };
      await rows.put('gaps', { ...gap, sessionId });
    },
  };
}
export type RefusedBatches = ReturnType<typeof createRefusedBatches>;

/** Drops the gaps of batches that were kept after all; to be called while batches are not put together yet. */
export async function dropCameAfterAll(store: Store, sessionId: string): Promise<void> {
  const refused = await store.db.gaps
    .where({ sessionId })
    .and(({ id }) => id.startsWith(prefix))
    .toArray();
  for (const { id, stream = '' } of refused) {
    const seq = Number(id.slice(`${prefix}${stream}.`.length));
    if (await store.db.batches.get([stream, seq])) await store.db.gaps.delete(id);
  }
}

/** When what a batch holds happened; what is no batch tells nothing. */
function momentsIn(json: string): number[] {
  try {
    const lists = Object.values(JSON.parse(json) as Record<string, unknown>).filter(Array.isArray);
    return (lists.flat() as { timestamp?: unknown; at?: unknown }[])
      .map((row) => Number(row?.timestamp ?? row?.at))
      .filter((moment) => Number.isFinite(moment) && moment >= 0);
  } catch {
    return [];
  }
}
