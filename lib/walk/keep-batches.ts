import type { Protocol } from '../messages.ts';
import type { Store } from '../store/open-store.ts';
import type { PageChecker } from './check-page.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { TabFollower } from './follow-tabs.ts';
import type { Freezer } from './freeze-assets.ts';
import type { VisitHealer } from './heal-visits.ts';
import { receiveBatch } from './receive-batches.ts';
import type { RefusedBatches } from './refused-batches.ts';
import type { Shooter } from './shoot-tab.ts';
import type { DocumentId } from './visit-log.ts';
import type { Warnings } from './warn-walker.ts';
import type { RoomWatch } from './watch-room.ts';

/** Takes what pages send, and does what follows from it: assets to freeze, pictures to take, a walker to warn. */
export function createBatchKeeper(dependencies: {
  store: Store;
  current: CurrentWalk;
  freezer: Freezer;
  tabs: TabFollower;
  checker: PageChecker;
  shooter: Shooter;
  room: RoomWatch;
  healer: VisitHealer;
  refused: RefusedBatches;
  warn: Warnings['warn'];
  allIsWell(): Promise<void>;
  tellTrouble(error: unknown): Promise<void>;
  announce(): void;
}) {
  const { store, current, freezer, tabs, checker, shooter, room, healer, warn, announce } = dependencies;
  const { refused, allIsWell, tellTrouble } = dependencies;
  /** Keeps a batch and says so; `gone` when its session is over. Throws when it could not be kept: it comes again. */
  return async function keepBatch(
    batch: Parameters<Protocol['keepBatch']>[0],
    tab: number,
    document?: DocumentId,
  ) {
    const { frame } = batch;
    const walk = await current.findFor(tab);
    if (!walk) return { gone: true as const };
    try {
      const received = await receiveBatch(
        store,
        walk,
        { stream: batch.stream, tab, frame },
        batch.seq,
        batch.json,
      );
      await freezer.take(walk, batch.stream, received.assets, { tab, frame });
      await tabs.acted(tab, received.acted);
      checker.acted(tab, received.acted);
      if (received.incidents.length) shooter.soon(tab, 'incident');
      // A picture shows what no replay can.
      if (received.gaps.some(({ why }) => why === 'not-shown' || why === 'frame-unseen'))
        shooter.soon(tab, 'step');
      for (const visit of received.visits) {
        shooter.soon(visit.tab, 'step');
        checker.arrived(visit);
      }
      if (received.refused) await warn('rows-refused', String(received.refused));
      else await allIsWell().catch(() => undefined);
      await room.countBatch();
      const { place, page } = batch;
      if (page && frame === 0) await healer.documentIsCalled(walk, tab, { ...page, document });
      if (place && frame === 0 && Number.isFinite(place.at)) await healer.pageStandsAt(walk, tab, place);
      announce();
      return { kept: batch.seq };
    } catch (error) {
      if ((error as Error).name === 'SessionGone') {
        current.reload();
        return { gone: true as const };
      }
      const { stream, seq, json } = batch;
      await refused.note({ sessionId: walk.session.id, stream, seq, tab, json });
      await tellTrouble(error);
      throw error;
    }
  };
}
