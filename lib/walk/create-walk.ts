import type { FrameMeasure, FrameOrders, Outcome, Protocol, StartRequest, TagRequest } from '../messages.ts';
import { findCheckItem } from '../model/checklist.ts';
import { lastMinute, PainPoint, Severity } from '../model/pain-point.ts';
import { findStageRule } from '../model/site-profile.ts';
import { Perspective, WalkMode } from '../model/walk-mode.ts';
import type { WalkState } from '../model/walk-state.ts';
import { watchBatchesSetAside } from './batches-set-aside.ts';
import { createCurrentWalk, isIdentityAddress, profileFor } from './current-walk.ts';
import { followTabs } from './follow-tabs.ts';
import { createInjector } from './inject-recorder.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { receiveBatch } from './receive-batches.ts';
import { createRecovery } from './recover-walk.ts';
import { createShooter } from './shoot-tab.ts';
import { isQuota } from './tell-full-disk.ts';
import { freshId, type OpenWalk, type SessionRow, type WalkDependencies } from './types.ts';
import { watchRequests } from './watch-requests.ts';
import { watchVisits } from './watch-visits.ts';

/** How the background speaks to the frames of a tab. */
export type Speaker = {
  /** Resolves once the frame's last batch is kept. */
  stopRecording(tab: number, frame: number): Promise<void>;
  setPaused(tab: number, paused: boolean): Promise<void>;
  hideBar(tab: number, hidden: boolean): Promise<void>;
  measure(tab: number, frame: number): Promise<FrameMeasure | null>;
  warnBeforeSubmit(tab: number): Promise<boolean | null>;
  walkChanged(tab: number, state: WalkState): Promise<void>;
};

const failed = (code: string, detail = ''): { ok: false; code: string; detail: string } => ({ ok: false, code, detail });

/** The walk: starts, follows, pauses, tags, finishes. Listens from the moment it is made. */
export function createWalk(dependencies: WalkDependencies & { speak: Speaker }) {
  const { browser, store, packs, speak, redact } = dependencies;
  const current = createCurrentWalk(dependencies);
  const injector = createInjector(browser);
  const shooter = createShooter({ browser, store, current, measure: speak.measure, hideBar: speak.hideBar });
  const closing = new Map<string, Promise<void>>();
  /** Closes a session that has ended, once at a time. */
  const close = (session: SessionRow): Promise<void> => {
    const known = closing.get(session.id) ?? dependencies.closeSession(session).finally(() => closing.delete(session.id));
    closing.set(session.id, known);
    return known;
  };
  const aside = watchBatchesSetAside({ browser, store, current, onKept: () => announce() });
  const recovery = createRecovery({ browser, store, current, injector, redact, close, aside });
  let announcing: ReturnType<typeof setTimeout> | undefined;

  const announce = () => {
    announcing ??= setTimeout(async () => {
      announcing = undefined;
      const walk = await current.find();
      if (!walk) return;
      const state = await readWalk();
      await Promise.all(walk.session.tabs.map((tab) => speak.walkChanged(tab, state).catch(() => undefined)));
    }, 400);
  };
  followTabs({ browser, store, current, injector, onShown: (tab) => { shooter.soon(tab, 'step'); announce(); } });
  watchVisits({ browser, store, current, injector, redact, onArrived: (visit) => { shooter.soon(visit.tab, 'step'); announce(); } });
  watchRequests({ browser, store, current, redact, onIncident: (tab) => { shooter.soon(tab, 'incident'); announce(); } });
  browser.permissions.onRemoved.addListener(async () => {
    if (await browser.permissions.contains({ origins: ['<all_urls>'] })) return;
    await warn('permissionRevoked');
  });
  browser.permissions.onAdded.addListener(async () => {
    const walk = await current.find();
    if (!walk || !(await browser.permissions.contains({ origins: ['<all_urls>'] }))) return;
    // Pages that came while it was withdrawn have no recorder yet.
    for (const tab of walk.session.tabs) await injector.intoTab(tab);
    unstored.delete('permissionRevoked');
    await current.change((session) => ({ warnings: session.warnings.filter((each) => each.code !== 'permissionRevoked') }));
    announce();
  });

  recovery.tidyUp().catch((error: unknown) => console.error('left over:', error));

  /** Warnings that could not be stored, which a full disk brings about: told from memory until they can be. */
  const unstored = new Map<string, string>();
  const warn = async (code: string, detail = '') => {
    unstored.set(code, detail.slice(0, 300));
    announce();
    await current.change((session) => ({ warnings: [...session.warnings.filter((each) => each.code !== code), { code, detail: detail.slice(0, 300) }] }));
    unstored.delete(code);
    announce();
  };

  /** Stops every frame of a tab; a frame without a recorder does not answer, and is not waited for. */
  const stopFrames = async (tab: number) => {
    const frames = (await browser.webNavigation.getAllFrames({ tabId: tab }).catch(() => null)) ?? [];
    await Promise.all(frames.map((frame) => speak.stopRecording(tab, frame.frameId).catch(() => undefined)));
  };

  const stepNow = async (session: SessionRow) => {
    const visits = await store.db.visits.where({ sessionId: session.id }).sortBy('at');
    const actions = await store.db.actions.where({ sessionId: session.id }).toArray();
    return dependencies.detectSteps(visits, {
      from: session.startedAt, to: Date.now(), actionTimes: actions.map((action) => action.at), named: session.namedSteps,
    });
  };

  async function readWalk(): Promise<WalkState> {
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
        id: session.id, state: session.state, itemName: session.item.name, programmeId: session.programme.id,
        startedAt: session.startedAt, privacy: session.privacy, tabs: session.tabs,
        pausedMs: session.pauses.reduce((sum, pause) => sum + (pause.to === undefined ? 0 : pause.to - pause.from), 0),
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
  }

  /** A page's title as it may be kept: none of an identity host, none where no text of a page is recorded. */
  const titleFor = (privacy: SessionRow['privacy'], url: string, profile: OpenWalk['profile'], title = '') =>
    privacy === 'metrics' || isIdentityAddress(url, profile) ? '' : redact.text(title).slice(0, 200);

  /** A picture of the moment; when the page would not hold still for one, the newest of the pain point's interval. */
  const givePicture = async (point: PainPoint, session: SessionRow) => {
    const taken = await shooter.now(session.visibleTab, 'pain-point');
    const shots = await store.db.screenshots.where({ sessionId: session.id }).sortBy('at');
    const near = shots.findLast((shot) => shot.at >= point.interval.from && shot.at <= point.interval.to)?.id;
    const screenshotId = taken ?? near;
    if (screenshotId) await store.db.painPoints.update(point.id, { screenshotId });
  };

  const ordersFor = (walk: OpenWalk, url: string, tab: number, frame: number, stream: string): FrameOrders => ({
    sessionId: walk.session.id, stream, tab, frame,
    privacy: walk.session.privacy,
    identity: isIdentityAddress(url, walk.profile),
    paused: walk.session.state === 'paused',
    markKey: walk.session.markKey,
    safeParams: walk.profile?.safeParams ?? [],
    wizardSteps: walk.profile?.wizardSteps ?? [],
    submitSelectors: walk.profile?.submitSelectors ?? [],
  });

  return {
    readWalk,
    current,

    async hello(
      hello: { token: string; url: string; title: string; top: boolean; replays: boolean }, tab: number, frame: number,
    ): Promise<FrameOrders | null> {
      const walk = await current.findFor(tab);
      if (!walk) return null;
      const stream = freshId();
      const orders = ordersFor(walk, hello.url, tab, frame, stream);
      if (hello.replays && !orders.identity && orders.privacy === 'full') {
        await store.db.streams.put({
          id: stream, sessionId: walk.session.id, tab, frame, token: hello.token, top: hello.top && frame === 0,
          url: redact.url(hello.url, walk.profile), title: redact.text(hello.title).slice(0, 200), startedAt: Date.now(),
        });
      }
      return orders;
    },

    /** Keeps a batch and says so; `gone` when its session is over. Throws when it could not be kept: it comes again. */
    async keepBatch(batch: { stream: string; seq: number; json: string }, tab: number, frame: number) {
      const walk = await current.findFor(tab);
      if (!walk) return { gone: true as const };
      try {
        const received = await receiveBatch(store, walk, { stream: batch.stream, tab, frame }, batch.seq, batch.json);
        if (received.incidents.length) shooter.soon(tab, 'incident');
        for (const visit of received.visits) shooter.soon(visit.tab, 'step');
        if (received.refused) await warn('rows-refused', String(received.refused));
        else unstored.clear();
        announce();
        return { kept: batch.seq };
      } catch (error) {
        await warn(isQuota(error) ? 'diskFull' : 'not-kept', String(error)).catch(() => undefined);
        throw error;
      }
    },

    /** Warns once a walk that the next click files for real; the answer is the walk's outcome unless finishing says otherwise. */
    async nearSubmit(tab: number): Promise<void> {
      const walk = await current.findFor(tab);
      if (!walk || walk.session.submitWarned) return;
      walk.session.submitWarned = true;
      await current.change({ submitWarned: true });
      const means = await speak.warnBeforeSubmit(tab).catch(() => null);
      if (means !== null) await current.change({ outcome: means ? 'submitted' : 'stopped' });
    },

    start: oneAtATime(async (request: StartRequest): Promise<Outcome<{ sessionId: string }>> => {
      if (await current.find()) return failed('alreadyOpen');
      if (!(await browser.permissions.contains({ origins: ['<all_urls>'] }))) return failed('permissionMissing');
      const tab = await browser.tabs.get(request.tab).catch(() => undefined);
      if (!tab?.url || !/^https?:/.test(tab.url)) return failed('notRecordable', tab?.url ?? '');
      const programme = (await packs.programmes()).find((each) => each.id === request.programmeId);
      if (!programme) return failed('noProgramme', request.programmeId);
      const mode = WalkMode.safeParse(request.mode);
      const perspective = Perspective.safeParse(request.perspective);
      if (!mode.success) return failed('bad-input', 'mode');
      if (!perspective.success) return failed('bad-input', 'perspective');
      const name = request.itemName.trim();
      if (!name || name.length > 300) return failed('bad-input', 'itemName');
      const profile = profileFor(tab.url, await packs.siteProfiles(), programme.siteProfiles);
      const settings = await store.settings.read();
      const suggested = programme.suggestedItems.find((item) => item.name === name);
      const now = Date.now();
      const session: SessionRow = {
        id: freshId(), state: 'recording', mode: mode.data, perspective: perspective.data,
        item: {
          name, ...(request.itemCode ? { code: request.itemCode } : {}),
          oneThing: suggested?.oneThing ?? false, crossRegion: suggested?.crossRegion ?? false,
        },
        channel: `${profile?.name ?? new URL(tab.url).host} PC端`,
        programme: { id: programme.id, version: programme.version, title: programme.title },
        ...(profile ? { siteProfileId: profile.id } : {}),
        walker: settings.walker,
        privacy: programme.modes.find((each) => each.mode === mode.data)?.defaultPrivacy ?? 'full',
        startedAt: now, pauses: [], outcome: 'unknown', recovered: false, recorderVersion: dependencies.version,
        browserRun: await current.browserRun(), tabs: [request.tab], visibleTab: request.tab,
        markKey: [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
        masked: {}, sealed: false, namedSteps: [], warnings: [],
      };
      await store.db.sessions.add(session);
      current.reload();
      const walk = await current.find();
      await store.db.visits.put({
        id: freshId(), sessionId: session.id, at: now, tab: request.tab, frame: 0, kind: 'document',
        url: redact.url(tab.url, profile), title: titleFor(session.privacy, tab.url, profile, tab.title),
        identity: isIdentityAddress(tab.url, profile), back: false, redirects: 0,
        ...stageOf(tab.url, walk),
      });
      await injector.register();
      if (!(await injector.intoTab(request.tab))) await warn('page-not-reached', redact.url(tab.url, profile));
      shooter.soon(request.tab, 'step');
      announce();
      return { ok: true, sessionId: session.id };
    }, () => failed('alreadyOpen')),

    async pause(reason: string): Promise<Outcome> {
      const walk = await current.find();
      if (!walk || walk.session.state !== 'recording') return failed('noSession');
      await Promise.all(walk.session.tabs.map((tab) => speak.setPaused(tab, true).catch(() => undefined)));
      const pauses = [...walk.session.pauses, { from: Date.now(), reason: redact.text(reason).slice(0, 300) }];
      await current.change({ state: 'paused', pauses });
      announce();
      return { ok: true };
    },

    async resume(): Promise<Outcome> {
      const walk = await current.find();
      if (!walk || walk.session.state !== 'paused') return failed('noSession');
      const now = Date.now();
      await current.change({ state: 'recording', pauses: walk.session.pauses.map((pause) => ({ ...pause, to: pause.to ?? now })) });
      await Promise.all(walk.session.tabs.map((tab) => speak.setPaused(tab, false).catch(() => undefined)));
      announce();
      return { ok: true };
    },

    async finish(outcome: SessionRow['outcome']): Promise<Outcome<{ sessionId: string }>> {
      const walk = await current.find();
      if (!walk) return failed('noSession');
      // Frames send what they still hold before they stop; a picture of the end is taken first.
      if (walk.session.state === 'recording') await withLimit(shooter.now(walk.session.visibleTab, 'step'), 6000);
      await withLimit(Promise.all(walk.session.tabs.map(stopFrames)), 5000);
      await aside.collect(walk);
      const now = Date.now();
      await current.change({
        state: 'finished', endedAt: now, outcome: outcome === 'unknown' ? walk.session.outcome : outcome, markKey: '',
        pauses: walk.session.pauses.map((pause) => ({ ...pause, to: pause.to ?? now })),
      });
      const session = await store.sessions.find(walk.session.id);
      current.reload();
      await injector.unregister();
      if (session) await close(session);
      return { ok: true, sessionId: walk.session.id };
    },

    async recover(sessionId: string, how: 'continue' | 'finish'): Promise<Outcome> {
      const session = await store.sessions.find(sessionId);
      if (!session || session.state === 'finished') return failed('noSession');
      const outcome = await (how === 'continue' ? recovery.goOn(session) : recovery.endHere(session));
      announce();
      return outcome;
    },

    async tag(tag: TagRequest): Promise<Outcome<{ painPointId: string }>> {
      const walk = await current.find();
      if (!walk) return failed('noSession');
      const programme = (await packs.programmes()).find((each) => each.id === walk.session.programme.id);
      if (!findCheckItem(programme?.checklists ?? [], tag.checkItemId)) return failed('bad-input', 'checkItemId');
      if (!Severity.safeParse(tag.severity).success) return failed('bad-input', 'severity');
      const at = Date.now();
      const tab = await browser.tabs.get(walk.session.visibleTab).catch(() => undefined);
      const painPoint = PainPoint.safeParse({
        id: freshId(), kind: tag.kind ?? 'pain', at, interval: tag.interval ?? lastMinute(at, walk.session.startedAt),
        dimensionId: tag.dimensionId, checkItemId: tag.checkItemId, severity: tag.severity,
        note: tag.note ?? '', need: tag.need ?? '', measure: tag.measure ?? '',
        url: tab?.url ? redact.url(tab.url, walk.profile) : '', title: titleFor(walk.session.privacy, tab?.url ?? '', walk.profile, tab?.title),
      });
      if (!painPoint.success) return failed('bad-input', painPoint.error.issues[0]?.path.join('.') ?? '');
      await store.db.painPoints.put({ ...painPoint.data, sessionId: walk.session.id });
      announce();
      // The page may be left right after tagging: its picture first, but nobody waits long for it.
      await withLimit(givePicture(painPoint.data, walk.session), 1500);
      return { ok: true, painPointId: painPoint.data.id };
    },

    async amendTag(id: string, change: Partial<TagRequest>): Promise<Outcome> {
      return store.db.transaction('rw', store.db.painPoints, async (): Promise<Outcome> => {
        const row = await store.db.painPoints.get(id);
        const next = PainPoint.safeParse({ ...row, ...change });
        if (!row || !next.success) return failed('bad-input', next.error?.issues[0]?.path.join('.') ?? 'id');
        await store.db.painPoints.put({ ...next.data, sessionId: row.sessionId });
        return { ok: true };
      });
    },

    async untag(id: string): Promise<Outcome> {
      await store.db.painPoints.delete(id);
      announce();
      return { ok: true };
    },

    async nameStep(name: string, renames: boolean): Promise<Outcome> {
      if (!(await current.find())) return failed('noSession');
      const clean = redact.text(name).trim().slice(0, 100);
      if (!clean) return failed('bad-input', 'name');
      await current.change((session) => ({ namedSteps: [...session.namedSteps, { at: Date.now(), name: clean, renames }] }));
      announce();
      return { ok: true };
    },

    /** The check items the bar offers, of the open walk's programme. */
    async readBar(): Promise<ReturnType<Protocol['readBar']>> {
      const walk = await current.find();
      if (!walk) return null;
      const programme = (await packs.programmes()).find((each) => each.id === walk.session.programme.id);
      const dimensions = (programme?.checklists ?? []).flatMap((checklist) => checklist.dimensions);
      return {
        state: await readWalk(),
        dimensions: dimensions.map(({ id, name, items }) => ({
          id, name, items: items.map((item) => ({ id: item.id, text: item.text, elsewhere: item.observability === 'none' })),
        })),
      };
    },
  };

  function stageOf(url: string, walk: OpenWalk | undefined) {
    const rule = findStageRule(url, walk?.profile);
    return rule ? { stage: rule.stage, ...(rule.name ? { ruleName: rule.name } : {}) } : {};
  }
}
export type Walk = ReturnType<typeof createWalk>;

async function withLimit(promise: Promise<unknown>, ms: number): Promise<void> {
  await Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);
}
