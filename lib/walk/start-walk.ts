import type { Outcome, StartRequest } from '../messages.ts';
import { listedValues } from '../model/catalogue.ts';
import { ConsentRequest } from '../model/consent.ts';
import { policyOf, privacyAtStart } from '../model/masking-policy.ts';
import { PageCheckTimes } from '../model/page-check.ts';
import { marksOf } from '../model/service-item.ts';
import { Perspective, WalkMode } from '../model/walk-mode.ts';
import { makeAims } from './aim-walk.ts';
import { type CurrentWalk, isIdentityAddress, profileFor, withHosts } from './current-walk.ts';
import { failed } from './failed.ts';
import type { Injector } from './inject-recorder.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { stageOf } from './page-facts.ts';
import type { Shooter } from './shoot-tab.ts';
import { freshId, type SessionRow, type WalkDependencies } from './types.ts';
import { visitIdOfTab } from './visit-log.ts';

/** Starts a walk on a tab: checks what was asked for, writes the session and its first visit, brings the recorder in. */
export function createStart(
  dependencies: WalkDependencies & {
    current: CurrentWalk;
    injector: Injector;
    shooter: Shooter;
    warn(code: string, detail: string): Promise<void>;
    announce(): void;
    onStarted(): Promise<void>;
  },
) {
  const { browser, store, packs, redact, current, injector, shooter, warn, announce, onStarted } =
    dependencies;
  return oneAtATime(
    async (request: StartRequest): Promise<Outcome<{ sessionId: string }>> => {
      if (await current.find()) return failed('alreadyOpen');
      if (!(await browser.permissions.contains({ origins: ['<all_urls>'] })))
        return failed('permissionMissing');
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
      const policy = policyOf(programme);
      const profile = withHosts(
        profileFor(tab.url, await packs.siteProfiles(), programme.siteProfiles),
        policy.hostsNeverRecorded,
      );
      const consent = request.consent && ConsentRequest.safeParse(request.consent).data;
      if (request.consent && !consent) return failed('bad-input', 'consent');
      const byMode = privacyAtStart(mode.data, programme.modes, policy);
      if (consent && byMode === 'metrics' && policy.locked.includes('privacy'))
        return failed('lockedByProgramme');
      const privacy = consent ? 'full' : byMode;
      const pageChecks = PageCheckTimes.optional().safeParse(request.pageChecks);
      if (!pageChecks.success) return failed('bad-input', 'pageChecks');
      const aims = makeAims(request.aims ?? []);
      const settings = await store.settings.read();
      const suggested = programme.suggestedItems.find((item) => item.name === name);
      // A catalogue that cannot be read costs the item its marks, not the walk.
      const listed = await store.catalogues.findItem(name, request.itemCode).catch(() => undefined);
      const code = request.itemCode ?? listed?.code;
      const marks = request.itemMarks ? marksOf(request.itemMarks) : marksOf(listed, suggested);
      const values = listedValues(listed);
      const now = Date.now();
      const session: SessionRow = {
        id: freshId(),
        state: 'recording',
        mode: mode.data,
        perspective: perspective.data,
        item: {
          name,
          ...(code ? { code } : {}),
          ...marks,
          ...(values ? { listed: values } : {}),
        },
        channel: `${profile?.name ?? new URL(tab.url).host} PC端`,
        programme: { id: programme.id, version: programme.version, title: programme.title },
        ...(profile && profile.id !== 'policy' ? { siteProfileId: profile.id } : {}),
        walker: settings.walker,
        privacy,
        privacyChanges: [{ from: now, privacy }],
        consents: consent && byMode === 'metrics' ? [{ ...consent, at: now, erased: false }] : [],
        policy,
        startedAt: now,
        pauses: [],
        outcome: 'unknown',
        ...(aims.length ? { aims } : {}),
        ...(pageChecks.data ? { pageChecks: pageChecks.data } : {}),
        recovered: false,
        recorderVersion: dependencies.version,
        browserRun: await current.browserRun(),
        tabs: [request.tab],
        visibleTab: request.tab,
        markKey: [...crypto.getRandomValues(new Uint8Array(32))]
          .map((byte) => byte.toString(16).padStart(2, '0'))
          .join(''),
        masked: {},
        sealed: false,
        namedSteps: [],
        warnings: [],
      };
      await store.db.sessions.add(session);
      current.reload();
      await current.find();
      const logged = { sessionId: session.id };
      await store.logProcessing({ ...logged, kind: 'begun', detail: `${mode.data} ${privacy}` });
      await store.logProcessing({ ...logged, kind: 'policy-applied', detail: policy.source });
      if (session.consents?.length)
        await store.logProcessing({
          ...logged,
          kind: 'consent-recorded',
          detail: `${consent?.how} notice=${consent?.notice}`,
        });
      await store.db.visits.put({
        id: await visitIdOfTab(browser, request.tab),
        sessionId: session.id,
        at: now,
        tab: request.tab,
        frame: 0,
        kind: 'document',
        url: redact.url(tab.url, profile),
        title: '',
        identity: isIdentityAddress(tab.url, profile),
        back: false,
        redirects: 0,
        ...stageOf(tab.url, profile),
      });
      await injector.register(profile?.identityHosts);
      if (!(await injector.intoTab(request.tab)))
        await warn('page-not-reached', redact.url(tab.url, profile));
      shooter.soon(request.tab, 'step');
      await onStarted();
      announce();
      return { ok: true, sessionId: session.id };
    },
    () => failed('alreadyOpen'),
  );
}
