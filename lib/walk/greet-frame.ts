import type { FrameOrders } from '../messages.ts';
import { type CurrentWalk, isIdentityAddress } from './current-walk.ts';
import { freshId, type OpenWalk, type WalkDependencies } from './types.ts';

/** Answers a frame that says hello: its orders and its stream when it belongs to the open walk, else null. */
export function createGreeter({ store, redact, current }: WalkDependencies & { current: CurrentWalk }) {
  const ordersFor = (
    walk: OpenWalk,
    url: string,
    tab: number,
    frame: number,
    stream: string,
  ): FrameOrders => ({
    sessionId: walk.session.id,
    stream,
    tab,
    frame,
    privacy: walk.session.privacy,
    identity: isIdentityAddress(url, walk.profile),
    paused: walk.session.state === 'paused',
    markKey: walk.session.markKey,
    safeParams: walk.profile?.safeParams ?? [],
    wizardSteps: walk.profile?.wizardSteps ?? [],
    submitSelectors: walk.profile?.submitSelectors ?? [],
  });

  return async function hello(
    hello: { token: string; url: string; title: string; top: boolean; replays: boolean },
    tab: number,
    frame: number,
  ): Promise<FrameOrders | null> {
    const walk = await current.findFor(tab);
    if (!walk) return null;
    const stream = freshId();
    const orders = ordersFor(walk, hello.url, tab, frame, stream);
    if (hello.replays && !orders.identity && orders.privacy === 'full') {
      await store.db.streams.put({
        id: stream,
        sessionId: walk.session.id,
        tab,
        frame,
        token: hello.token,
        top: hello.top && frame === 0,
        url: redact.url(hello.url, walk.profile),
        title: redact.text(hello.title).slice(0, 200),
        startedAt: Date.now(),
      });
    }
    return orders;
  };
}
