import type { AssetSeen } from '../model/asset.ts';
import { createAssetSession, type FreezerDependencies } from './asset-session.ts';
import type { SeenIn } from './read-sheet.ts';
import type { OpenWalk } from './types.ts';

type AssetSession = ReturnType<typeof createAssetSession>;

/**
 * Freezes what the pages of a walk show: each address is asked for once a session and kept as an object by its hash.
 * Rows say `not-finished` from the moment a page named the asset, so that a stopped background loses the answer but
 * not the question; addresses stay in memory unless redacting them changes nothing
 * (docs/adr/0011-frozen-assets.md).
 */
export function createFreezer(dependencies: FreezerDependencies) {
  const sessions = new Map<string, Promise<AssetSession>>();
  const settled = new Set<string>();

  const open = async (walk: OpenWalk): Promise<AssetSession> => {
    const rows = dependencies.store.db.streamAssets;
    const before = await rows.where({ sessionId: walk.session.id }).toArray();
    return createAssetSession(dependencies, walk, before);
  };

  return {
    /** Writes down what a page named and goes after it; resolves once it is written down. */
    async take(walk: OpenWalk, stream: string, assets: AssetSeen[], from?: SeenIn): Promise<void> {
      const { id, privacy, policy } = walk.session;
      if (!assets.length || privacy === 'metrics' || settled.has(id)) return;
      let session = sessions.get(id);
      if (!session) {
        session = open(walk);
        sessions.set(id, session);
        session.catch(() => sessions.delete(id));
      }
      await (await session).take(
        stream,
        assets.map((asset) => byPolicy(asset, policy)),
        from,
      );
    },
    /**
     * Gives up what is under way and keeps nothing of it; resolves once nothing is written any more. What was kept
     * before is for the caller to erase, and is asked for anew when a page names it again.
     */
    async forget(sessionId: string): Promise<void> {
      const opening = sessions.get(sessionId);
      sessions.delete(sessionId);
      const session = await opening?.catch(() => undefined);
      await session?.forget();
    },
    /** Waits for what is under way, `limitMs` at most, and gives the rest up: it stays `not-finished`. */
    async settle(sessionId: string, limitMs: number): Promise<void> {
      settled.add(sessionId);
      const session = await sessions.get(sessionId);
      sessions.delete(sessionId);
      await session?.settle(limitMs);
    },
    /** Takes what is named again, of a walk that could not be ended after all. */
    goOn(sessionId: string): void {
      settled.delete(sessionId);
    },
  };
}
export type Freezer = ReturnType<typeof createFreezer>;

/** Kinds that the programme does not allow are named and not fetched; no pictures at all means frozen ones too. */
function byPolicy(asset: AssetSeen, policy: OpenWalk['session']['policy']): AssetSeen {
  const refused =
    policy?.assets[asset.kind] === false || (asset.kind === 'image' && policy?.pictures === false);
  return refused ? { n: asset.n, kind: asset.kind, url: asset.url, refused: 'not-allowed' } : asset;
}
