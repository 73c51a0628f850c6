import { expect, test, vi } from 'vitest';
import { SiteProfile } from '../../../lib/model/site-profile.ts';
import { createGreeter } from '../../../lib/walk/greet-frame.ts';
import { createPausing } from '../../../lib/walk/pause-walk.ts';
import { openWalking, redact } from './open-background.ts';

const login = 'https://login.example/login';
const profile = SiteProfile.parse({
  id: 'portal',
  name: '门户',
  hosts: ['portal.example'],
  identityHosts: ['login.example'],
});

async function greeting(learned: () => Promise<undefined> = async () => undefined) {
  const all = await openWalking();
  all.walk.profile = profile;
  const hello = createGreeter({
    ...all,
    redact,
    learned: { orders: learned },
    healer: { documentSaysHello: vi.fn() } as never,
    crashes: { documentCame: vi.fn() } as never,
    injector: { hintsInto: vi.fn() } as never,
  });
  const greet = (frame: number, url: string) =>
    hello({ token: `t${frame}`, url, top: frame === 0, replays: true }, 1, frame);
  const setPaused = vi.fn(async () => {});
  const pausing = createPausing({
    ...all,
    redact,
    speak: { setPaused },
    announce: vi.fn(),
    onResumed: vi.fn(),
  });
  return { ...all, greet, pausing, setPaused };
}

test('what lies within the unified login is treated as it is, whatever its own address', async () => {
  const { fake, store, greet } = await greeting();
  fake.webNavigation.frames.push(
    { frameId: 0, parentFrameId: -1, url: login },
    { frameId: 3, parentFrameId: 0, url: 'about:srcdoc' },
    { frameId: 4, parentFrameId: 3, url: 'https://open.weixin.qq.com/connect/qrconnect' },
  );
  for (const [frame, url] of [
    [0, login],
    [3, 'about:srcdoc'],
    [4, 'https://open.weixin.qq.com/connect/qrconnect'],
    [9, 'about:blank'],
  ] as const) {
    const orders = await greet(frame, url);
    expect(orders?.identity, `${frame} ${url}`).toBe(true);
    expect(orders?.stream).toMatch(/^identity\./);
  }
  expect(await store.db.streams.toArray()).toEqual([]);
});

test('a page that only shows the unified login in a frame is recorded, and the frame is not', async () => {
  const { fake, store, greet } = await greeting();
  fake.webNavigation.frames.push(
    { frameId: 0, parentFrameId: -1, url: 'https://portal.example/' },
    { frameId: 3, parentFrameId: 0, url: login },
    { frameId: 4, parentFrameId: 3, url: 'about:blank' },
    { frameId: 5, parentFrameId: 0, url: 'about:blank' },
  );
  expect((await greet(0, 'https://portal.example/'))?.identity).toBe(false);
  expect((await greet(3, login))?.identity).toBe(true);
  expect((await greet(4, 'about:blank'))?.identity).toBe(true);
  expect((await greet(5, 'about:blank'))?.identity).toBe(false);
  expect((await store.db.streams.toArray()).map(({ frame }) => frame).sort()).toEqual([0, 5]);
});

/** A promise to be kept later. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined);
  });
  return { opened, open };
}

test('a page that comes while the others are told of a pause does not record through it', async () => {
  const { greet, pausing, setPaused } = await greeting();
  const slow = gate();
  setPaused.mockReturnValueOnce(slow.opened);
  const pause = pausing.pause('');
  await vi.waitFor(() => expect(setPaused).toHaveBeenCalled());
  expect((await greet(0, 'https://portal.example/'))?.paused).toBe(true);
  slow.open();
  expect(await pause).toEqual({ ok: true });
});

test('a page whose orders are still being made when the walk goes on is not left paused', async () => {
  const slow = gate();
  const learned = vi.fn(() => slow.opened);
  const { greet, pausing, setPaused } = await greeting(learned);
  await pausing.pause('');
  const orders = greet(0, 'https://portal.example/');
  await vi.waitFor(() => expect(learned).toHaveBeenCalled());
  await pausing.resume();
  expect(setPaused).toHaveBeenLastCalledWith(1, false);
  slow.open();
  expect((await orders)?.paused).toBe(false);
});
