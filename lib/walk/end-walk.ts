import type { Outcome } from '../messages.ts';
import type { BatchesSetAside } from './batches-set-aside.ts';
import type { CurrentWalk } from './current-walk.ts';
import { failed } from './failed.ts';
import type { Freezer } from './freeze-assets.ts';
import type { Injector } from './inject-recorder.ts';
import type { OwnRows } from './own-rows.ts';
import type { Shooter } from './shoot-tab.ts';
import type { Speaker } from './speaker.ts';
import { freshId, type SessionRow, type WalkDependencies } from './types.ts';
import type { RequestWatch } from './watch-requests.ts';
import { withLimit } from './with-limit.ts';

/** How long the end of a walk waits for a last picture, for the frames, and for assets still under way, ms. */
const pictureWithinMs = 6000;
const framesWithinMs = 5000;
const assetsWithinMs = 5000;
const rowsWithinMs = 5000;

/**
 * Ends the open walk: everything that pages still hold is sent, then nothing of ours runs in them any more. Where it
 * cannot be ended, for want of room above all, its pages are recorded on.
 */
export function createEnding({
  browser,
  store,
  current,
  injector,
  shooter,
  freezer,
  aside,
  rows,
  requests,
  speak,
  maskTold,
  lastLook,
  close,
}: Pick<WalkDependencies, 'browser' | 'store'> & {
  current: CurrentWalk;
  injector: Injector;
  shooter: Shooter;
  freezer: Freezer;
  aside: BatchesSetAside;
  rows: Pick<OwnRows, 'finish' | 'put'>;
  requests: Pick<RequestWatch, 'cut'>;
  speak: Speaker;
  /** Masks what the browser told of pages by what they have taught since. */
  maskTold(): Promise<void>;
  /** What is to be looked at once more while everything still runs; `at` is when the walk ends. */
  lastLook(at: number): Promise<void>;
  close(session: SessionRow): Promise<void>;
}) {
  /** The walks that are being ended, and when their walker said so; until its id is known it may be any. */
  type Ending = { at: number; sessionId: string | undefined };
  const ending: Ending[] = [];
  const isOf = (sessionId: string) => (each: Ending) => (each.sessionId ?? sessionId) === sessionId;

  /** Stops every frame of a tab; a frame without a recorder does not answer, and is not waited for. */
  const stopFrames = async (tab: number) => {
    const frames = (await browser.webNavigation.getAllFrames({ tabId: tab }).catch(() => null)) ?? [];
    await Promise.all(frames.map((frame) => speak.stopRecording(tab, frame.frameId).catch(() => undefined)));
  };
  const stopAll = (tabs: readonly number[]) => withLimit(Promise.all(tabs.map(stopFrames)), framesWithinMs);

  /** The walk goes on although it was to end; pages that had stopped by then say hello anew. */
  const goOn = async ({ at, sessionId: meant }: Ending): Promise<void> => {
    const walk = await current.find();
    if (!walk || walk.session.id !== meant || walk.session.state === 'finished') return;
    const { id: sessionId, tabs } = walk.session;
    freezer.goOn(sessionId);
    await withLimit(Promise.all(tabs.map((tab) => injector.intoTab(tab))), framesWithinMs);
    // What pages and browser told in this time was taken for none of the walk.
    await rows.put('gaps', {
      id: freshId(),
      sessionId,
      from: at,
      to: Date.now(),
      why: 'recorder-stopped',
      detail: '',
    });
  };

  const finish = async (
    outcome: SessionRow['outcome'],
    mine: Ending,
  ): Promise<Outcome<{ sessionId: string }>> => {
    const { at } = mine;
    const walk = await current.find();
    if (!walk) return failed('noSession');
    mine.sessionId = walk.session.id;
    await lastLook(at);
    if (walk.session.state === 'recording')
      await withLimit(shooter.now(walk.session.visibleTab, 'step'), pictureWithinMs);
    await stopAll(walk.session.tabs);
    await aside.collect(walk);
    await freezer.settle(walk.session.id, assetsWithinMs);
    // What the walker was kept waiting for when they had enough of it.
    await withLimit(
      requests.cut(walk, at).catch(() => undefined),
      rowsWithinMs,
    );
    // What the database had no time for while walking belongs to this walk, and is put together with it.
    await withLimit(rows.finish(), rowsWithinMs);
    await withLimit(
      maskTold().catch(() => undefined),
      rowsWithinMs,
    );
    await current.change({
      state: 'finished',
      endedAt: at,
      outcome: outcome === 'unknown' ? walk.session.outcome : outcome,
      markKey: '',
      pauses: walk.session.pauses.map((pause) => ({ ...pause, to: pause.to ?? at })),
    });
    const session = await store.sessions.find(walk.session.id);
    // Before another walk may begin, whose scripts these would be.
    await injector.unregister().finally(() => current.reload());
    // A frame that had its orders already but did not listen yet was not reached the first time. In tabs of a walk that
    // has begun meanwhile it is told with its next batch.
    const next = (await current.find().catch(() => undefined))?.session.tabs ?? [];
    await stopAll(walk.session.tabs.filter((tab) => !next.includes(tab)));
    if (session) await close(session);
    await store
      .logProcessing({ kind: 'finished', sessionId: walk.session.id })
      .catch((error: unknown) => console.error('processing log:', error));
    return { ok: true, sessionId: walk.session.id };
  };

  return {
    isEnding: (sessionId: string) => ending.some(isOf(sessionId)),
    /** Whether that walk was over by that moment: what comes while its last words are collected is none of it. */
    isOver: (at: number, sessionId: string) => ending.filter(isOf(sessionId)).some((end) => at > end.at),
    /** The walk ends at the moment of the call, however long the rest takes. */
    async finish(outcome: SessionRow['outcome']): Promise<Outcome<{ sessionId: string }>> {
      const mine: Ending = { at: Date.now(), sessionId: current.peek()?.session.id };
      ending.push(mine);
      try {
        return await finish(outcome, mine).finally(() => ending.splice(ending.indexOf(mine), 1));
      } catch (error) {
        await goOn(mine).catch(() => undefined);
        throw error;
      }
    },
  };
}
