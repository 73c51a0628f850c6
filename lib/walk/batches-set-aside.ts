import { asidePrefix } from '../messages.ts';
import { Id } from '../model/primitives.ts';
import { z } from '../model/zod.ts';
import type { Store } from '../store/open-store.ts';
import type { CurrentWalk } from './current-walk.ts';
import { type Received, receiveBatch } from './receive-batches.ts';
import type { BrowserApi, OpenWalk } from './types.ts';

const SetAside = z.object({
  sessionId: Id,
  stream: Id,
  tab: z.number().int(),
  frame: z.number().int(),
  seq: z.number().int().nonnegative(),
  json: z.string(),
});

/**
 * The last batches of pages that were left. A message from a page that is gone before the stopped worker has come
 * up is dropped by the browser; what the page wrote into the extension's storage is not, and wakes the worker. A batch
 * that came both ways is kept once.
 */
export function watchBatchesSetAside(dependencies: {
  browser: BrowserApi;
  store: Store;
  current: CurrentWalk;
  onKept(): void;
  onAssets(walk: OpenWalk, stream: string, assets: Received['assets']): Promise<void>;
}) {
  const { browser, store, current, onAssets, onKept } = dependencies;
  const area = browser.storage.local;

  const take = async (key: string, value: unknown, walk: OpenWalk): Promise<void> => {
    const { data } = SetAside.safeParse(value);
    if (data?.sessionId !== walk.session.id) return;
    const { stream, tab, frame, seq, json } = data;
    if (!(await store.db.batches.get([stream, seq]))) {
      const { assets } = await receiveBatch(store, walk, { stream, tab, frame }, seq, json);
      await onAssets(walk, stream, assets);
    }
    await area.remove(key);
    onKept();
  };
  const all = async () => Object.entries(await area.get(null)).filter(([key]) => key.startsWith(asidePrefix));

  browser.storage.onChanged.addListener(async (changes, name) => {
    const written = Object.entries(changes).filter(
      ([key, { newValue }]) => key.startsWith(asidePrefix) && newValue !== undefined,
    );
    if (name !== 'local' || !written.length) return;
    const walk = await current.find();
    for (const [key, { newValue }] of written) if (walk) await take(key, newValue, walk);
  });

  return {
    /** Keeps what still lies aside for this walk; to be called before it is closed. */
    async collect(walk: OpenWalk): Promise<void> {
      for (const [key, value] of await all()) await take(key, value, walk);
    },
    /** Forgets what belongs to no walk that could still take it. */
    async tidy(): Promise<void> {
      const open = (await store.db.sessions.where('state').anyOf('recording', 'paused').toArray()).map(
        (session) => session.id,
      );
      const useless = (await all()).filter(
        ([, value]) => !open.includes(SetAside.safeParse(value).data?.sessionId ?? ''),
      );
      if (useless.length) await area.remove(useless.map(([key]) => key));
    },
  };
}
export type BatchesSetAside = ReturnType<typeof watchBatchesSetAside>;
