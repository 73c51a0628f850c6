import type { Outcome } from '../messages.ts';
import { type Consent, ConsentRequest } from '../model/consent.ts';
import type { CurrentWalk } from './current-walk.ts';
import { eraseStretch, type Left } from './erase-stretch.ts';
import { failed } from './failed.ts';
import type { Freezer } from './freeze-assets.ts';
import { quietRulesOf } from './redact-by-policy.ts';
import type { Shooter } from './shoot-tab.ts';
import type { Speaker } from './speaker.ts';
import type { WalkDependencies } from './types.ts';
import { withLimit } from './with-limit.ts';

/** How long the frames are waited for to send what they hold, ms. */
const framesWithinMs = 5000;

/**
 * The accompanied person's consent, in the middle of a walk: from then on pages are recorded in full, each with a fresh
 * snapshot; once withdrawn, by metrics alone again.
 */
export function createConsent({
  browser,
  store,
  current,
  shooter,
  freezer,
  speak,
  forgetLearned,
  announce,
}: Pick<WalkDependencies, 'browser' | 'store'> & {
  current: CurrentWalk;
  shooter: Shooter;
  freezer: Pick<Freezer, 'forget'>;
  speak: Speaker;
  /** Drops what the pages have told each other. */
  forgetLearned(): Promise<void>;
  announce(): void;
}) {
  /** Every frame of the walk's tabs asks for its orders anew. */
  const beginAnew = async (tabs: readonly number[]) => {
    const all = tabs.map(async (tab) => {
      const frames = (await browser.webNavigation.getAllFrames({ tabId: tab }).catch(() => null)) ?? [];
      await Promise.all(frames.map(({ frameId }) => speak.beginAnew(tab, frameId).catch(() => undefined)));
    });
    await withLimit(Promise.all(all), framesWithinMs);
  };

  return {
    async recordConsent(request: ConsentRequest): Promise<Outcome> {
      const walk = await current.find();
      if (!walk) return failed('noSession');
      const parsed = ConsentRequest.safeParse(request);
      if (!parsed.success) return failed('bad-input', 'consent');
      if (walk.session.policy?.locked.includes('privacy')) return failed('lockedByProgramme');
      if (walk.session.privacy === 'full') return { ok: true };
      const at = Date.now();
      await current.change((session) => ({
        privacy: 'full',
        consents: [...(session.consents ?? []), { ...parsed.data, at, erased: false }],
        privacyChanges: [...(session.privacyChanges ?? []), { from: at, privacy: 'full' }],
      }));
      await store.logProcessing({
        kind: 'consent-recorded',
        sessionId: walk.session.id,
        detail: `${parsed.data.how} notice=${parsed.data.notice}`,
      });
      await beginAnew(walk.session.tabs);
      shooter.soon(walk.session.visibleTab, 'step');
      announce();
      return { ok: true };
    },

    /** With `erase`, what was recorded under it goes, and the answer says what was found afterwards. */
    async withdrawConsent(erase: boolean): Promise<Outcome<{ left?: Left }>> {
      const walk = await current.find();
      const consent = walk?.session.consents?.findLast((each) => each.withdrawnAt === undefined);
      if (!walk || !consent) return failed('noSession');
      const now = Date.now();
      const close = (change: Partial<Consent>) => (session: { consents?: Consent[] | undefined }) => ({
        consents: (session.consents ?? []).map((each) =>
          each.at === consent.at ? { ...each, ...change } : each,
        ),
      });
      await current.change((session) => ({
        privacy: 'metrics',
        ...close({ withdrawnAt: now })(session),
        privacyChanges: [...(session.privacyChanges ?? []), { from: now, privacy: 'metrics' }],
      }));
      await beginAnew(walk.session.tabs);
      const { id } = walk.session;
      // What is asked for still would be kept after everything was looked through.
      if (erase) await freezer.forget(id);
      // What was still on its way when it was withdrawn counts as recorded under it.
      const left = erase
        ? await eraseStretch(store, id, consent.at, Date.now(), quietRulesOf(walk.session, walk.profile))
        : undefined;
      if (erase) {
        await forgetLearned();
        await current.change(close({ erased: true }));
      }
      await store.logProcessing({
        kind: 'consent-withdrawn',
        sessionId: id,
        detail: left ? `erased residue=${Object.values(left).reduce((sum, each) => sum + each, 0)}` : 'kept',
      });
      announce();
      return left ? { ok: true, left } : { ok: true };
    },
  };
}
