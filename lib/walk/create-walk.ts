import type { Outcome } from '../messages.ts';
import type { Visit } from '../model/visit.ts';
import { createAiming } from './aim-walk.ts';
import { createArrivalAfterPause } from './arrive-after-pause.ts';
import { watchBatchesSetAside } from './batches-set-aside.ts';
import { createBookmarks } from './bookmarks.ts';
import { createPageChecker } from './check-page.ts';
import { createCurrentWalk } from './current-walk.ts';
import { createEnding } from './end-walk.ts';
import { failed } from './failed.ts';
import { followTabs } from './follow-tabs.ts';
import { createFreezer } from './freeze-assets.ts';
import { createUpdateSurvivor } from './go-on-after-update.ts';
import { createGreeter } from './greet-frame.ts';
import { createToldWordsHealer } from './heal-told-words.ts';
import { createVisitHealer } from './heal-visits.ts';
import { createInjector } from './inject-recorder.ts';
import { createJoining } from './join-tab.ts';
import { createBatchKeeper } from './keep-batches.ts';
import { createLearnedDigests } from './learned-digests.ts';
import { createLoadsCutShort } from './loads-cut-short.ts';
import { createSleepNoter } from './note-sleep.ts';
import { createOutsideWatch } from './outside-walk.ts';
import { createOwnRows } from './own-rows.ts';
import { paintOver } from './paint-over.ts';
import { createPausing } from './pause-walk.ts';
import { createPicker } from './pick-element.ts';
import { createPulse } from './pulse.ts';
import { createCheckItemReader } from './read-check-items.ts';
import { createStateReader } from './read-walk-state.ts';
import { createConsent } from './record-consent.ts';
import { createRecovery } from './recover-walk.ts';
import { byPolicy } from './redact-by-policy.ts';
import { createRefusedBatches } from './refused-batches.ts';
import { createShooter } from './shoot-tab.ts';
import type { Speaker } from './speaker.ts';
import { createStart } from './start-walk.ts';
import { createTagging } from './tag-pain-points.ts';
import { isQuota } from './tell-full-disk.ts';
import { createTurns } from './turns.ts';
import type { OpenWalk, SessionRow, WalkDependencies } from './types.ts';
import { createVisitLog } from './visit-log.ts';
import { createWarnings } from './warn-walker.ts';
import { watchCrashes } from './watch-crashes.ts';
import { watchFileAnswers } from './watch-file-answers.ts';
import { watchFrameCrashes } from './watch-frame-crashes.ts';
import { watchGrant } from './watch-grant.ts';
import { watchNewTabs } from './watch-new-tabs.ts';
import { watchRequests } from './watch-requests.ts';
import { watchRoom } from './watch-room.ts';
import { watchVisits } from './watch-visits.ts';
import { withLimit } from './with-limit.ts';

/** How long the end of a walk waits for word of pages that crashed, ms. */
const crashesWithinMs = 3000;

/** The walk: starts, follows, pauses, tags, finishes. Listens from the moment it is made. */
export function createWalk(dependencies: WalkDependencies & { speak: Speaker }) {
  const { browser, store, packs, speak } = dependencies;
  const learned = createLearnedDigests({ ...dependencies, tell: speak.hearLearned });
  const current = createCurrentWalk({ ...dependencies, opened: learned.open });
  const redact = byPolicy(dependencies.redact, () => current.peek()?.session, learned.now);
  const injector = createInjector(browser);
  const { measure, hideBar } = speak;
  const shooter = createShooter({ browser, store, current, measure, hideBar, paint: paintOver });
  const closing = new Map<string, Promise<void>>();
  /** Closes a session that has ended, once at a time. */
  const close = (session: SessionRow): Promise<void> => {
    const known =
      closing.get(session.id) ?? dependencies.closeSession(session).finally(() => closing.delete(session.id));
    closing.set(session.id, known);
    return known;
  };
  const freezer = createFreezer({
    ...dependencies,
    redact,
    readSheet: speak.readSheet,
    isGranted: (url) =>
      browser.permissions.contains({ origins: [`${new URL(url).protocol}//${new URL(url).hostname}/*`] }),
  });
  const aside = watchBatchesSetAside({
    browser,
    store,
    current,
    onAssets: freezer.take,
    onKept: () => announce(),
  });
  const warnings = createWarnings({ current, announce: () => announce() });
  const { warn } = warnings;
  const recovery = createRecovery({ browser, store, current, injector, redact, warn, close, aside });
  const rows = createOwnRows({
    store,
    area: browser.storage.local,
    spare: browser.storage.session,
    isOver: (at, sessionId) => ending.isOver(at, sessionId),
    onTrouble: (error) => void tellTrouble(error),
  });
  const log = createVisitLog({ store, rows });
  const checker = createPageChecker({ ...dependencies, redact, current, announce: () => announce() });
  const onArrived = (visit: Visit) => {
    shooter.soon(visit.tab, 'step');
    checker.arrived(visit);
    announce();
  };
  const toldWords = createToldWordsHealer({ store, rows, redact, find: current.find });
  const healer = createVisitHealer({ log, redact, onArrived });
  const crashes = watchCrashes({ browser, store, current, rows, warnings });
  const frameCrashes = watchFrameCrashes({ browser, store, current, rows, warnings });
  const room = watchRoom({ estimate: dependencies.estimateStorage, warnings });
  const noteSleep = createSleepNoter({ store, rows, warnings });
  const outside = createOutsideWatch({
    browser,
    current,
    rows,
    mark: dependencies.markOutside,
    announce: () => announce(),
  });
  const picker = createPicker({ browser, current, shooter, speak, announce: () => announce() });
  const readWalk = createStateReader({
    store,
    current,
    picked: picker.picked,
    isPicking: picker.isPicking,
    isOutside: outside.isOutside,
    detectSteps: dependencies.detectSteps,
    unstored: warnings.unstored,
  });
  let announcing: ReturnType<typeof setTimeout> | undefined;

  const announce = () => {
    announcing ??= setTimeout(async () => {
      announcing = undefined;
      const walk = await current.find().catch(() => undefined);
      if (!walk) return;
      const state = await readWalk();
      await Promise.all(walk.session.tabs.map((tab) => speak.walkChanged(tab, state).catch(() => undefined)));
    }, 400);
  };
  /** Nothing could be written: the walker is told, and again that it can be, once it can. */
  const tellTrouble = (error: unknown) => {
    const isBlocked = (error as Error | undefined)?.name === 'TimeoutError';
    const code = isQuota(error) ? 'diskFull' : isBlocked ? 'databaseBlocked' : 'notKept';
    return warn(code, String(error)).catch(() => undefined);
  };
  const allIsWell = async () => {
    await current.settle();
    if (!(await rows.settle())) return;
    warnings.forgetUnstored();
    await warnings.unwarn('diskFull', 'notKept', 'databaseBlocked');
  };
  store.db.on('blocked', () => void warn('databaseBlocked').catch(() => undefined));

  const lookForCrashes = async (walk: OpenWalk, at: number) => {
    await crashes.lookAtAll(walk, at);
    await frameCrashes.lookAtAll(walk, at);
  };

  const inOrder = createTurns(1);
  const tabs = followTabs({
    browser,
    inOrder,
    rows,
    current,
    injector,
    outside,
    onShown: (tab) => {
      shooter.soon(tab, 'step');
      announce();
    },
    onGone: (...gone) => requests.leave(...gone),
  });
  watchNewTabs({ browser, current, inOrder, tabs });
  const cutShort = createLoadsCutShort({ browser, log, redact });
  watchVisits({ browser, current, injector, log, rows, redact, cutShort, inOrder, onArrived });
  const requests = watchRequests({
    browser,
    rows,
    current,
    redact,
    onIncident: (tab) => {
      shooter.soon(tab, 'incident');
      announce();
    },
  });
  watchFileAnswers({ browser, store, current, rows, redact });
  const grant = watchGrant({ browser, current, injector, rows, warnings });
  const pulse = createPulse({
    browser,
    current,
    async beat(sinceLast) {
      const walk = await current.find();
      if (!walk) return;
      await allIsWell().catch(() => undefined);
      await noteSleep(walk, sinceLast);
      await lookForCrashes(walk, Date.now());
      await grant.look();
      await tabs.look();
      await room.check();
    },
  });
  createUpdateSurvivor({
    browser,
    store,
    current,
    injector,
    warnings,
    collectAside: async (session) => aside.collect(await current.withProfile(session)),
    onGoesOn: () => pulse.begin(),
  });

  recovery.tidyUp().catch((error: unknown) => console.error('left over:', error));
  rows.takeUp().catch((error: unknown) => console.error('held rows:', error));

  const aiming = createAiming({ current, announce });
  const tagging = createTagging({ ...dependencies, redact, current, shooter, picker, log, announce });
  const greet = createGreeter({ browser, redact, current, learned, rows, healer, crashes, injector });
  const ending = createEnding({
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
    maskTold: () => toldWords.now(),
    async lastLook(at) {
      const walk = await current.find();
      if (walk) await inOrder(() => cutShort.walkEnds(walk, at)).catch(() => undefined);
      if (walk)
        await withLimit(
          lookForCrashes(walk, at).catch(() => undefined),
          crashesWithinMs,
        );
      await checker.last(at);
      await grant.look().catch(() => undefined);
      await inOrder(() => outside.see(false, at));
    },
    close,
  });

  const arriveAfterPause = createArrivalAfterPause({ browser, current, log, redact, inOrder, onArrived });
  const pausing = createPausing({
    redact,
    current,
    speak,
    announce,
    async onResumed() {
      await tabs.resumed();
      await arriveAfterPause();
    },
  });
  const consent = createConsent({
    browser,
    store,
    current,
    shooter,
    freezer,
    speak,
    forgetLearned: learned.forget,
    announce,
  });

  return {
    /** A page that comes while its walk is being ended gets no orders: nobody would stop it. */
    async hello(...hello: Parameters<typeof greet>) {
      const walk = await current.findFor(hello[1]);
      return walk && !ending.isEnding(walk.session.id) ? greet(...hello) : null;
    },
    start: createStart({
      ...dependencies,
      redact,
      current,
      injector,
      shooter,
      warn,
      announce,
      async onStarted() {
        await pulse.begin();
        await room.check();
        const walk = await current.find();
        const first =
          walk && (await log.latest(walk.session.id, walk.session.visibleTab, 'page').catch(() => undefined));
        if (first) checker.arrived(first);
      },
    }),
    ...tagging,
    ...aiming,
    /** What rested on it alone was not found any more. */
    async untag(id: string): Promise<Outcome> {
      const outcome = await tagging.untag(id);
      await aiming.forgetPainPoint(id);
      return outcome;
    },
    ...createBookmarks({
      ...dependencies,
      redact,
      current,
      shooter,
      log,
      announce,
      confirm: (tab, { id, interval }) => speak.showBookmark(tab, { id, ...interval }),
    }),
    picker,
    ...consent,
    async withdrawConsent(erase: boolean) {
      // An element that waits to be tagged has words of the page.
      await picker.stop();
      await picker.dropPicked();
      return consent.withdrawConsent(erase);
    },
    readWalk,
    current,

    /** What a page of the walk has learned. */
    async takeLearned(digests: readonly unknown[], tab: number): Promise<void> {
      const walk = await current.findFor(tab);
      if (walk?.session.privacy !== 'full' || !Array.isArray(digests)) return;
      if (await learned.take(walk.session.tabs, digests)) toldWords.soon();
    },

    keepBatch: createBatchKeeper({
      store,
      current,
      freezer,
      tabs,
      checker,
      shooter,
      room,
      healer,
      refused: createRefusedBatches(rows),
      warn,
      allIsWell,
      tellTrouble,
      announce,
    }),

    /** Warns once a walk that the next click files for real; the answer is the walk's outcome unless finishing says otherwise. */
    async nearSubmit(tab: number): Promise<void> {
      const walk = await current.findFor(tab);
      if (!walk || walk.session.submitWarned) return;
      walk.session.submitWarned = true;
      await current.change({ submitWarned: true });
      const means = await speak.warnBeforeSubmit(tab).catch(() => null);
      if (means !== null) await current.change({ outcome: means ? 'submitted' : 'stopped' });
    },

    /** A pause is no look outside the walk, whatever the walker does in it. */
    async pause(reason: string): Promise<Outcome> {
      const paused = await pausing.pause(reason);
      if (paused.ok) await picker.stop();
      await tabs.look();
      return paused;
    },
    async resume(): Promise<Outcome> {
      const resumed = await pausing.resume();
      await tabs.look();
      return resumed;
    },

    joinTab: createJoining({ browser, current, tabs, log, injector, redact, warn, onArrived }),

    async finish(outcome: SessionRow['outcome']) {
      const finished = await ending.finish(outcome);
      if (finished.ok) await picker.isOver(finished.sessionId);
      return finished;
    },

    async recover(sessionId: string, how: 'continue' | 'finish'): Promise<Outcome> {
      const session = await store.sessions.find(sessionId);
      if (!session || session.state === 'finished') return failed('noSession');
      const outcome = await (how === 'continue' ? recovery.goOn(session) : recovery.endHere(session));
      if (how === 'continue' && outcome.ok) await pulse.begin();
      announce();
      return outcome;
    },

    async nameStep(name: string, renames: boolean): Promise<Outcome> {
      if (!(await current.find())) return failed('noSession');
      const clean = redact.text(name).trim().slice(0, 100);
      if (!clean) return failed('bad-input', 'name');
      await current.change((session) => ({
        namedSteps: [...session.namedSteps, { at: Date.now(), name: clean, renames }],
      }));
      announce();
      return { ok: true };
    },

    checkPage: () => checker.now(),

    /** For a frame whose script is not the one its orders are for. */
    bringHints: (tab: number, frame: number) => injector.hintsInto(tab, frame),
    bringRecorder: (tab: number, frame: number) => injector.intoTab(tab, [frame]),
    readCheckItems: createCheckItemReader({ packs, current }),
  };
}
export type Walk = ReturnType<typeof createWalk>;
