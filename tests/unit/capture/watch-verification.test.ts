import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Proof } from '../../../lib/capture/find-proofs.ts';
import type { FrameContext, PageSighting, PageWait, Report, Watcher } from '../../../lib/capture/watcher.ts';

/** What asks for a proof on the page, what it says, and those who look at it. */
let proofs: Proof[];
let notices: { element: Element; text: string }[];
let looks: ((since: number) => void)[] = [];
let sinceBytes: number;

vi.mock('../../../lib/capture/when-settled.ts', () => ({
  whenSettled: (look: (since: number) => void, signal: AbortSignal) => {
    looks.push(look);
    signal.addEventListener('abort', () => {
      looks = looks.filter((each) => each !== look);
    });
    return () => {};
  },
  freshSince: (since: number) => since,
}));
vi.mock('../../../lib/capture/find-proofs.ts', () => ({
  findProofs: () => proofs,
  stateOfCode: () => undefined,
}));
vi.mock('../../../lib/capture/read-notices.ts', () => ({
  readNotices: () => notices,
  readCalls: () => [],
  readable: () => 1000,
  firstWords: () => '',
}));
vi.mock('../../../lib/capture/hear-events.ts', () => ({ hearEvents: () => {} }));
vi.mock('../../../lib/capture/hints.ts', () => ({ listenForHints: () => {} }));
vi.mock('../../../lib/capture/when-left.ts', () => ({ whenLeft: () => {} }));
vi.mock('../../../lib/capture/being-read.ts', () => ({ isBeingRead: () => false }));

let waits: Map<string, PageWait>;
let sightings: PageSighting[];
let login: number;
let life: AbortController;
let watchers: Watcher[];
const part = (parent: unknown = null) =>
  ({ localName: 'input', isConnected: true, parentElement: parent }) as unknown as Element;

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 });
  vi.resetModules();
  [proofs, notices, looks] = [[], [], []];
  [waits, sightings, login, sinceBytes] = [new Map(), [], 0, 60_000];
  vi.stubGlobal('location', new URL('https://portal.example/apply'));
  vi.spyOn(performance, 'now').mockImplementation(() => 7000 + sinceBytes);
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ responseStart: 7000 }] as never);
  const { watchVerification } = await import('../../../lib/capture/watch-verification.ts');
  const { watchSightings } = await import('../../../lib/capture/watch-sightings.ts');
  const { watchLoginForm } = await import('../../../lib/capture/watch-login-form.ts');
  watchers = [watchVerification, watchSightings, watchLoginForm];
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const report = {
  wait: (row: PageWait) => void waits.set(row.id, row),
  sighting: (row: PageSighting) => void sightings.push(row),
  incident: () => void (login += 1),
} as unknown as Report;
const context = {
  privacy: 'full',
  redactUrl: (url: string) => url,
  redactText: (text: string) => text,
} as unknown as FrameContext;
/** Begins to watch, or goes on after a pause, and looks at the page. */
const watch = (of = context) => {
  life = new AbortController();
  for (const each of watchers) each(report, of, life.signal);
  look();
};
const look = () => {
  vi.advanceTimersByTime(3000);
  for (const each of looks) each(Date.now());
};
const outcomes = () => [...waits.values()].map(({ kind, outcome }) => `${kind} ${String(outcome)}`);

it('a code to be scanned that only stands there is not passed by a pause or the end of the walk', () => {
  for (const kind of ['scan', 'face'] as const) {
    proofs = [{ element: part(part()), kind, signsIn: true }];
    watch();
    life.abort();
    watch();
    life.abort();
  }
  expect(outcomes()).toEqual(['scan unknown', 'scan unknown', 'face unknown', 'face unknown']);
});

it('one that goes by itself was scanned, also after a pause', () => {
  proofs = [{ element: part(part()), kind: 'scan', signsIn: true }];
  watch();
  life.abort();
  watch();
  proofs = [];
  look();
  expect(outcomes()).toEqual(['scan unknown', 'scan passed']);
});

it('what stands on the page when the walk goes on is no news: proofs, refusals, notices, forms to sign in', () => {
  proofs = [
    { element: part(), kind: 'captcha', signsIn: false },
    { element: part(), kind: 'password', signsIn: true },
  ];
  watch();
  notices = [
    { element: part(), text: '验证码错误' },
    { element: part(), text: '登录已失效，请重新登录' },
  ];
  look();
  expect(outcomes()).toEqual(['captcha failed', 'captcha unknown']);
  const told = sightings.map(({ kind, detail }) => `${kind} ${detail}`).sort();
  expect(told).toEqual([
    'auth-step captcha',
    'auth-step password',
    'login-form password',
    'session-timeout ',
  ]);
  for (let n = 0; n < 2; n += 1) {
    life.abort();
    watch();
  }
  expect(outcomes().filter((each) => each === 'captcha failed')).toHaveLength(1);
  expect(sightings).toHaveLength(told.length);
  expect(login).toBe(1);
  // What comes now is.
  notices = [{ element: part(), text: '验证码不正确' }];
  proofs.push({ element: part(), kind: 'sms', signsIn: false });
  look();
  expect(outcomes().filter((each) => each === 'captcha failed')).toHaveLength(2);
  expect(sightings.map(({ detail }) => detail)).toContain('sms');
});

it('what asked for a proof and was gone meanwhile asks anew, and so does all of it in another recording', () => {
  const password: Proof = { element: part(), kind: 'password', signsIn: true };
  proofs = [password];
  watch();
  proofs = [];
  look();
  life.abort();
  watch();
  proofs = [password];
  look();
  const steps = () => sightings.filter(({ kind }) => kind === 'auth-step').length;
  expect(steps()).toBe(2);
  life.abort();
  watch({ ...context });
  expect(steps()).toBe(3);
});

it('a walk that begins on an old page takes its refusal for no answer', () => {
  proofs = [{ element: part(), kind: 'captcha', signsIn: false }];
  notices = [{ element: part(), text: '验证码错误' }];
  watch();
  expect(outcomes()).toEqual(['captcha unknown']);
});

it('a refusal that came with the page answers what was sent before, however slow the server was', () => {
  sinceBytes = 1000;
  notices = [{ element: part(), text: '验证码错误' }];
  watch();
  expect([...waits.values()]).toMatchObject([{ kind: 'captcha', outcome: 'failed', detail: 'before' }]);
});
