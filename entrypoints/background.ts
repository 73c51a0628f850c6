import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { readFirstWords } from '../components/in-page-bar/first-words.ts';
import { coverageOf, findGaps } from '../lib/assess/coverage.ts';
import { detectSteps } from '../lib/assess/detect-steps.ts';
import { stepTimes } from '../lib/assess/step-times.ts';
import { buildReport } from '../lib/deliver/build-report.ts';
import { createDeliveryQueue } from '../lib/deliver/delivery-queue.ts';
import { mustBeClean } from '../lib/deliver/must-be-clean.ts';
import { DeliveryProblem, sendReport } from '../lib/deliver/send-report.ts';
import { type BarStart, onMessage, sendMessage } from '../lib/messages.ts';
import { decodeCss } from '../lib/redact/css/decode-css.ts';
import { mapCssWords } from '../lib/redact/css/redact-css.ts';
import { rewriteCss } from '../lib/redact/css/rewrite-css.ts';
import { takeImports, underConditions } from '../lib/redact/css/take-imports.ts';
import {
  createEventMemory,
  createScanner,
  createSessionDigests,
  redactText,
  redactUrl,
  settingOf,
} from '../lib/redact/index.ts';
import { joinAreas } from '../lib/store/join-areas.ts';
import { openStore } from '../lib/store/open-store.ts';
import { createBarStarts } from '../lib/walk/bar-start.ts';
import { closeSession } from '../lib/walk/close-session.ts';
import { createWalk } from '../lib/walk/create-walk.ts';
import { handIn } from '../lib/walk/hand-in.ts';
import { readLearned } from '../lib/walk/learned-digests.ts';
import { createPacks } from '../lib/walk/packs.ts';
import { purgeByRule } from '../lib/walk/retention.ts';
import { tellFullDisk } from '../lib/walk/tell-full-disk.ts';
import type { BrowserApi } from '../lib/walk/types.ts';

/** Wiring only: makes the parts and connects them; every listener is registered before the first await. */
export default defineBackground({
  main() {
    const api = browser as unknown as BrowserApi;
    const store = openStore(undefined, joinAreas(api.storage.local, api.storage.session));
    const readAsset = async (path: string): Promise<unknown> =>
      (await fetch(api.runtime.getURL(path))).json();
    const packs = createPacks(readAsset, () => store.readImported());
    const version = api.runtime.getManifest().version;
    const walk = createWalk({
      browser: api,
      store,
      packs,
      version,
      fetch: (...args) => fetch(...args),
      css: {
        rewrite: rewriteCss,
        takeImports,
        underConditions,
        decode: decodeCss,
        mapWords: mapCssWords,
      },
      detectSteps,
      markOutside(isOutside) {
        const title = isOutside ? 'walk_outside_title' : 'extShortName';
        void api.action.setTitle({ title: api.i18n.getMessage(title) }).catch(() => undefined);
        void api.action.setBadgeText({ text: isOutside ? '!' : '' }).catch(() => undefined);
        if (isOutside) void api.action.setBadgeBackgroundColor({ color: '#a35c00' }).catch(() => undefined);
      },
      estimateStorage: () => navigator.storage.estimate(),
      redact: {
        text: (text) => redactText(text).text,
        url: (url, profile) => redactUrl(url, { safeParams: profile?.safeParams ?? [] }),
        by({ policy, ...known }) {
          const setting = policy && settingOf(policy);
          // A memory of its own for each text: the background learns no value, only digests.
          const memory = () => createEventMemory({ ...(setting && { setting }), ...known });
          return {
            text: (text) => redactText(text, memory()).text,
            url: (url, profile) => redactUrl(url, { safeParams: profile?.safeParams ?? [] }, memory()),
          };
        },
      },
      createDigests: createSessionDigests,
      closeSession: (session) =>
        closeSession(store, { detectSteps, stepTimes: stepTimes, findGaps }, session),
      speak: {
        stopRecording: (tabId, frameId) => sendMessage('stopRecording', undefined, { tabId, frameId }),
        beginAnew: (tabId, frameId) => sendMessage('beginAnew', undefined, { tabId, frameId }),
        hearLearned: (tabId, digests) => sendMessage('hearLearned', digests, { tabId }),
        setPaused: (tabId, paused) => sendMessage('setPaused', paused, { tabId }),
        hideBar: (tabId, hidden) => sendMessage('hideBar', hidden, { tabId, frameId: 0 }),
        measure: (tabId, frameId) => sendMessage('measureFrame', undefined, { tabId, frameId }),
        readSheet: (tabId, frameId, url) => sendMessage('readSheet', url, { tabId, frameId }),
        warnBeforeSubmit: (tabId) => sendMessage('warnBeforeSubmit', undefined, { tabId, frameId: 0 }),
        beginPick: (tabId, from) => sendMessage('pickElement', from, { tabId }),
        endPick: (tabId) => sendMessage('endPick', undefined, { tabId }),
        openTagging: (tabId) => sendMessage('openTagging', undefined, { tabId, frameId: 0 }),
        showBookmark: (tabId, told) => sendMessage('showBookmark', told, { tabId, frameId: 0 }),
        walkChanged(tabId, state) {
          bars.told(state);
          return sendMessage('walkChanged', state, { tabId, frameId: 0 });
        },
      },
    });

    /** Objects found free of personal data while this worker lives, by session: what counts differs. */
    const cleanOf = new Map<string, Set<string>>();
    const deliveries = createDeliveryQueue({
      shelf: store.deliveries,
      wakeAt: (moment) => void api.alarms.create('deliver', { when: moment }),
      async send(sessionId, askedAt, onProgress) {
        const { enrolment } = await store.settings.read();
        if (!enrolment) throw new DeliveryProblem('not-enrolled', '', false);
        const whole = await store.sessions.readWhole(sessionId);
        if (!whole) throw new DeliveryProblem('session-missing', sessionId, false);
        const report = buildReport(whole, {
          now: askedAt,
          version,
          browser: browserName(),
          coverage: coverageOf(whole),
        });
        const learned = await readLearned(api.storage.session, sessionId);
        const clean = cleanOf.get(sessionId) ?? new Set<string>();
        cleanOf.set(sessionId, clean);
        await mustBeClean(report, {
          ...createScanner({
            policy: report.session.policy?.redaction,
            digests: learned && createSessionDigests(learned.secret, learned.digests),
          }),
          readObject: (object) => store.objects.mustRead(object),
          clean,
        });
        return sendReport({
          enrolment,
          receipt: (await store.deliveries.read(sessionId))?.receipt,
          fetch: (...args) => fetch(...args),
          reportJson: JSON.stringify(report),
          reportId: report.id,
          objects: report.objects,
          readObject: (object) => store.objects.mustRead(object),
          onProgress,
        });
      },
    });
    const purge = () =>
      void purgeByRule(store, () => packs.programmes(), Date.now()).catch((error: unknown) =>
        console.error('purge by rule:', error),
      );
    api.alarms.onAlarm.addListener(({ name }) => {
      if (name === 'deliver') void deliveries.wake();
      if (name === 'retention') purge();
    });
    // Set once: set anew whenever the worker begins it would wake it a minute later, again and again.
    void api.alarms.get('retention').then((known) => {
      if (!known) return api.alarms.create('retention', { delayInMinutes: 1, periodInMinutes: 24 * 60 });
    });
    api.runtime.onStartup.addListener(() => {
      void deliveries.wakeAll();
      purge();
    });
    self.addEventListener('online', () => void deliveries.wakeAll());
    // An update or a crash may have taken the alarm with it.
    void deliveries.wake();

    const bars = createBarStarts({
      readWalk: walk.readWalk,
      readPosition: async () =>
        (await api.storage.local.get<{ barPosition?: BarStart['position'] }>('barPosition')).barPosition,
      texts: readFirstWords((key, ...values) => api.i18n.getMessage(key.replaceAll('.', '_'), values)),
    });
    api.storage.onChanged.addListener(({ barPosition }) => {
      if (barPosition) bars.moved(barPosition.newValue as BarStart['position']);
    });
    const from = (sender: { tab?: { id?: number | undefined } | undefined; frameId?: number | undefined }) =>
      [sender.tab?.id ?? -1, sender.frameId ?? 0] as const;
    const documentOf = (sender: object) => (sender as { documentId?: string }).documentId;
    onMessage('keepBatch', ({ data, sender }) => walk.keepBatch(data, from(sender)[0], documentOf(sender)));
    onMessage('tellLearned', ({ data, sender }) => walk.takeLearned(data, from(sender)[0]));
    onMessage('bringRecorder', async ({ sender }) => void (await walk.bringRecorder(...from(sender))));
    onMessage('bringHints', ({ sender }) => walk.bringHints(...from(sender)));
    onMessage('findPersonal', ({ data }) => Object.keys(redactText(data).found));
    onMessage('nearSubmit', ({ sender }) => walk.nearSubmit(sender.tab?.id ?? -1));
    onMessage('helloFromFrame', async ({ data, sender }) => {
      const orders = await walk.hello(data, ...from(sender), documentOf(sender));
      const bar = orders && data.top ? bars.lastOf(orders.sessionId) : undefined;
      return orders && bar ? { ...orders, bar } : orders;
    });
    onMessage('readBar', bars.read);
    onMessage('readCheckItems', () => walk.readCheckItems());
    onMessage('readWalk', () => walk.readWalk());
    onMessage('startWalk', ({ data }) => tellFullDisk(walk.start(data)));
    onMessage('pauseWalk', ({ data }) => tellFullDisk(walk.pause(data)));
    onMessage('resumeWalk', () => tellFullDisk(walk.resume()));
    onMessage('joinTab', ({ data }) => tellFullDisk(walk.joinTab(data)));
    onMessage('finishWalk', ({ data }) => tellFullDisk(walk.finish(data)));
    onMessage('tagPainPoint', ({ data }) => tellFullDisk(walk.tag(data)));
    onMessage('amendPainPoint', ({ data }) => tellFullDisk(walk.amendTag(data.id, data.change)));
    onMessage('untagPainPoint', ({ data }) => tellFullDisk(walk.untag(data)));
    onMessage('setBookmark', () => tellFullDisk(walk.bookmark()));
    onMessage('dropBookmark', ({ data }) => tellFullDisk(walk.dropBookmark(data)));
    onMessage('putBackBookmark', ({ data }) => tellFullDisk(walk.putBackBookmark(data)));
    onMessage('beginPick', ({ data }) => walk.picker.beginPick(data));
    onMessage('cancelPick', ({ sender }) => walk.picker.cancelPick(sender.tab?.id));
    onMessage('dropPicked', () => walk.picker.dropPicked());
    onMessage('elementPicked', ({ data, sender }) =>
      walk.picker.elementPicked(sender.tab?.id ?? -1, (sender as { url?: string }).url ?? '', data),
    );
    onMessage('renameStep', ({ data }) => tellFullDisk(walk.nameStep(data, true)));
    onMessage('beginStep', ({ data }) => tellFullDisk(walk.nameStep(data, false)));
    onMessage('addAim', ({ data }) => tellFullDisk(walk.addAim(data)));
    onMessage('judgeAim', ({ data }) => tellFullDisk(walk.judgeAim(data)));
    onMessage('dropAim', ({ data }) => tellFullDisk(walk.dropAim(data)));
    onMessage('rateWalk', ({ data }) => tellFullDisk(walk.rate(data)));
    onMessage('checkPage', () => tellFullDisk(walk.checkPage()));
    onMessage('recordConsent', ({ data }) => tellFullDisk(walk.recordConsent(data)));
    onMessage('withdrawConsent', ({ data }) => tellFullDisk(walk.withdrawConsent(data)));
    onMessage('recoverWalk', ({ data }) => tellFullDisk(walk.recover(data.sessionId, data.how)));
    const logHandIn = (sessionId: string) => store.logProcessing({ kind: 'handed-in', sessionId });
    onMessage('handIn', ({ data }) => tellFullDisk(handIn({ queue: deliveries, log: logHandIn }, data)));
    api.commands?.onCommand.addListener(async (command) => {
      const state = await walk.readWalk();
      if (!state.session) return;
      if (command === 'toggle-pause')
        await (state.session.state === 'paused' ? walk.resume() : walk.pause(''));
      if (command === 'mark-last-minute') await tellFullDisk(walk.bookmark());
      const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      if (command === 'tag-pain-point' && tab?.id !== undefined)
        await sendMessage('openTagging', undefined, { tabId: tab.id, frameId: 0 });
    });
  },
});

/** Kind and version of the browser, nothing that tells machines apart. */
function browserName(): string {
  return /(Firefox|Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? '';
}
