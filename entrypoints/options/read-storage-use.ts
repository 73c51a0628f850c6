import type { StorageUse } from '../../components/options/options-props.ts';
import type { Store } from '../../lib/store/open-store.ts';

/** How much this browser keeps of ours, and whether it promised not to clear it. */
export async function readStorageUse(store: Store): Promise<StorageUse> {
  const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
  return {
    sessions: await store.db.sessions.count(),
    used: usage,
    available: quota,
    persisted: (await navigator.storage?.persisted?.()) ?? false,
  };
}
