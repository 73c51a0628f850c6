import type { FrameOrders, Protocol } from '../messages.ts';
import { plainPathsOf } from '../model/site-profile.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { VisitHealer } from './heal-visits.ts';
import { isIdentityFrame } from './identity-frame.ts';
import type { Injector } from './inject-recorder.ts';
import { identityMark } from './kinds-only.ts';
import type { LearnedDigests } from './learned-digests.ts';
import type { OwnRows } from './own-rows.ts';
import { freshId, type OpenWalk, type WalkDependencies } from './types.ts';
import type { DocumentId } from './visit-log.ts';
import type { Crashes } from './watch-crashes.ts';

type Hello = Parameters<Protocol['helloFromFrame']>[0];

/** Answers a frame that says hello: its orders and its stream when it belongs to the open walk, else null. */
export function createGreeter({
  browser,
  redact,
  current,
  learned,
  rows,
  healer,
  crashes,
  injector,
}: Pick<WalkDependencies, 'browser' | 'redact'> & {
  current: CurrentWalk;
  learned: Pick<LearnedDigests, 'orders'>;
  rows: OwnRows;
  healer: VisitHealer;
  crashes: Crashes;
  injector: Injector;
}) {
  const ordersFor = (
    walk: OpenWalk,
    identity: boolean,
    tab: number,
    frame: number,
    stream: string,
  ): FrameOrders => ({
    sessionId: walk.session.id,
    stream,
    tab,
    frame,
    privacy: walk.session.privacy,
    identity,
    paused: walk.session.state === 'paused',
    markKey: walk.session.markKey,
    ...(walk.session.privacy === 'metrics' ? { plainPaths: plainPathsOf(walk.profile) } : {}),
    safeParams: walk.profile?.safeParams ?? [],
    wizardSteps: walk.profile?.wizardSteps ?? [],
    submitSelectors: walk.profile?.submitSelectors ?? [],
    guideFields: walk.profile?.guideFields ?? [],
    // Without a policy of its own the floor is taken as it stands.
    ...(walk.session.policy && walk.session.policy.source !== 'builtin'
      ? { redaction: walk.session.policy.redaction }
      : {}),
  });

  return async function hello(
    hello: Hello,
    tab: number,
    frame: number,
    document?: DocumentId,
  ): Promise<FrameOrders | null> {
    const walk = await current.findFor(tab);
    if (!walk) return null;
    if (hello.hintless) await injector.hintsInto(tab, frame);
    if (hello.top && frame === 0) {
      const { url, back = false } = hello;
      const at = Number.isFinite(hello.at) ? Number(hello.at) : Date.now();
      await crashes.documentCame(walk, tab, at);
      await healer.documentSaysHello(walk, tab, { url, at, back, document });
    }
    const identity = await isIdentityFrame(browser, { tab, frame, url: hello.url }, walk.profile);
    const stream = identity ? `${identityMark}${freshId()}` : freshId();
    const orders = ordersFor(walk, identity, tab, frame, stream);
    const known = orders.identity || orders.privacy === 'metrics' ? undefined : await learned.orders();
    if (known) orders.learned = known;
    if (hello.replays && !orders.identity && orders.privacy === 'full') {
      await rows.put('streams', {
        id: stream,
        sessionId: walk.session.id,
        tab,
        frame,
        token: hello.token,
        top: hello.top && frame === 0,
        url: redact.url(hello.url, walk.profile),
        title: '',
        startedAt: Date.now(),
      });
    }
    // As it stands when the answer goes out: whoever pauses or resumes after that finds the page listening.
    orders.paused = current.peek()?.session.state === 'paused';
    return orders;
  };
}
