import type { WalkState } from '../model/walk-state.ts';
import type { Store } from '../store/open-store.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { SessionRow, WalkDependencies } from './types.ts';

/** Reads what the panels and the bar show of the open walk; `unstored` are warnings no disk could take. */
export function createStateReader(dependencies: {
  store: Store;
  current: CurrentWalk;
  detectSteps: WalkDependencies['detectSteps'];
  unstored: ReadonlyMap<string, string>;
}): () => Promise<WalkState> {
  const { store, current, unstored } = dependencies;

  const stepNow = async (session: SessionRow) => {
    const visits = await store.db.visits.where({ sessionId: session.id }).sortBy('at');
    const actions = await store.db.actions.where({ sessionId: session.id }).toArray();
    return dependencies.detectSteps(visits, {
      from: session.startedAt,
      to: Date.now(),
      actionTimes: actions.map((action) => action.at),
      named: session.namedSteps,
    });
  };

  return async function readWalk(): Promise<WalkState> {
    const walk = await current.find();
    const none = { steps: 0, actions: 0, incidents: 0, screenshots: 0, painPoints: 0, masked: 0 };
    if (!walk) return { counts: none, warnings: [] };
    const { session } = walk;
    const of = { sessionId: session.id };
    const steps = await stepNow(session);
    const step = steps.at(-1);
    const since = session.pauses.find((pause) => pause.to === undefined)?.from;
    const fresh = (await store.sessions.find(session.id)) ?? session;
    return {
      session: {
        id: session.id,
        state: session.state,
        itemName: session.item.name,
        programmeId: session.programme.id,
        startedAt: session.startedAt,
        privacy: session.privacy,
        tabs: session.tabs,
        pausedMs: session.pauses.reduce(
          (sum, pause) => sum + (pause.to === undefined ? 0 : pause.to - pause.from),
          0,
        ),
        ...(since === undefined ? {} : { pausedSince: since }),
      },
      ...(step ? { step: { name: step.name, stage: step.stage, from: step.from } } : {}),
      counts: {
        steps: steps.length,
        actions: await store.db.actions.where(of).count(),
        incidents: await store.db.incidents.where(of).count(),
        screenshots: await store.db.screenshots.where(of).count(),
        painPoints: await store.db.painPoints.where(of).count(),
        masked: Object.values(fresh.masked).reduce((sum, count) => sum + count, 0),
      },
      warnings: [
        ...fresh.warnings.filter((each) => !unstored.has(each.code)),
        ...[...unstored].map(([code, detail]) => ({ code, detail })),
      ],
    };
  };
}
