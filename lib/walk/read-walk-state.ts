import { unfilled } from '../model/bookmark.ts';
import type { WalkState } from '../model/walk-state.ts';
import type { Store } from '../store/open-store.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { SessionRow, WalkDependencies } from './types.ts';
import { createWalkSoFar } from './walk-so-far.ts';
import { inTime } from './with-limit.ts';

/** A panel asks every second: a database that does not answer by then is told of by what was read last, ms. */
const patience = 2000;
const noCounts = { steps: 0, actions: 0, incidents: 0, screenshots: 0, painPoints: 0, masked: 0 };

type Measured = Pick<WalkState, 'step' | 'counts' | 'warnings' | 'tagged' | 'bookmarks'>;

/** An aim was found in one of the last few, or in none. */
const mostTagged = 20;

/** Reads what the panels and the bar show of the open walk; `unstored` are warnings no disk could take. */
export function createStateReader(dependencies: {
  store: Store;
  current: CurrentWalk;
  detectSteps: WalkDependencies['detectSteps'];
  unstored: ReadonlyMap<string, string>;
  /** The element that waits for the next tag. */
  picked(): Promise<WalkState['picked']>;
  isPicking(sessionId: string): boolean;
  isOutside(): Promise<boolean>;
}): () => Promise<WalkState> {
  const { store, current, unstored } = dependencies;
  const readSoFar = createWalkSoFar(store);
  let before: (Measured & { of: string }) | undefined;

  const measure = async (session: SessionRow): Promise<Measured> => {
    const of = { sessionId: session.id };
    const soFar = await readSoFar(session.id);
    const steps = dependencies.detectSteps(soFar.visits, {
      from: session.startedAt,
      to: Date.now(),
      actionTimes: soFar.actionTimes,
      named: session.namedSteps,
    });
    const step = steps.at(-1);
    const fresh = (await store.sessions.find(session.id)) ?? session;
    const painPoints = await store.db.painPoints.where(of).primaryKeys();
    const open = unfilled(
      await store.db.bookmarks.where(of).toArray(),
      painPoints.map((id) => ({ id })),
    );
    const bookmarks = open.map(({ id, at }) => {
      const name = steps.findLast(({ from }) => from <= at)?.name ?? '';
      return { id, at, step: name.slice(0, 300) };
    });
    return {
      ...(bookmarks.length ? { bookmarks } : {}),
      ...(step ? { step: { name: step.name, stage: step.stage, from: step.from } } : {}),
      counts: {
        steps: steps.length,
        actions: soFar.actions,
        incidents: await store.db.incidents.where(of).count(),
        screenshots: await store.db.screenshots.where(of).count(),
        painPoints: painPoints.length,
        masked: Object.values(fresh.masked).reduce((sum, count) => sum + count, 0),
      },
      warnings: fresh.warnings,
      ...(session.aims?.length ? { tagged: await readTagged(session.id) } : {}),
    };
  };
  const readTagged = async (sessionId: string): Promise<WalkState['tagged']> => {
    const points = await store.db.painPoints.where({ sessionId }).sortBy('at');
    return points
      .filter(({ kind }) => kind === 'pain')
      .slice(-mostTagged)
      .reverse()
      .map(({ id, at, checkItemId }) => ({ id, at, checkItemId }));
  };

  return async function readWalk(): Promise<WalkState> {
    const walk = await current.find();
    if (!walk) return { counts: noCounts, warnings: [] };
    const { session } = walk;
    const measured = await inTime(measure(session), patience).catch((): Measured => {
      const { counts, step, warnings, tagged } =
        before?.of === session.id
          ? before
          : { counts: noCounts, step: undefined, warnings: session.warnings, tagged: undefined };
      return { counts, warnings, ...(step ? { step } : {}), ...(tagged ? { tagged } : {}) };
    });
    before = { ...measured, of: session.id };
    const picked = await dependencies.picked().catch(() => undefined);
    const since = session.pauses.find((pause) => pause.to === undefined)?.from;
    return {
      session: {
        id: session.id,
        state: session.state,
        itemName: session.item.name,
        programmeId: session.programme.id,
        startedAt: session.startedAt,
        privacy: session.privacy,
        ...consentOf(session),
        tabs: session.tabs,
        pausedMs: session.pauses.reduce(
          (sum, pause) => sum + (pause.to === undefined ? 0 : pause.to - pause.from),
          0,
        ),
        ...(since === undefined ? {} : { pausedSince: since }),
      },
      ...(measured.step ? { step: measured.step } : {}),
      ...(measured.bookmarks ? { bookmarks: measured.bookmarks } : {}),
      ...(picked ? { picked } : {}),
      ...(dependencies.isPicking(session.id) ? { picking: true } : {}),
      ...((await dependencies.isOutside().catch(() => false)) ? { outside: true } : {}),
      counts: measured.counts,
      ...(session.aims?.length ? { aims: session.aims } : {}),
      ...(measured.tagged ? { tagged: measured.tagged } : {}),
      ...(session.rating ? { rating: session.rating.level } : {}),
      warnings: [
        ...measured.warnings.filter((each) => !unstored.has(each.code)),
        ...[...unstored].map(([code, detail]) => ({ code, detail })),
      ],
    };
  };
}

function consentOf({ consents = [] }: SessionRow): { consentAt?: number } {
  const at = consents.findLast((each) => each.withdrawnAt === undefined)?.at;
  return at === undefined ? {} : { consentAt: at };
}
