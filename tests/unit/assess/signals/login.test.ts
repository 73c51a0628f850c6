import { describe, expect, test } from 'vitest';
import { blind, incident, sighting, signal, start, valueOf, visit, wait, walk } from './walk.ts';

const atLogin = (at: number, path = '/login') =>
  visit(at, `https://login.example${path}`, { identity: true, stage: 'login' });

describe('login_repeat', () => {
  test('every stay on login pages but the first; a wrong password and the way between two are one stay', () => {
    const visits = [
      visit(0, '/'),
      atLogin(1000),
      atLogin(2000),
      atLogin(3000, '/sms'),
      visit(4000, '/handle'),
      atLogin(90_000),
      visit(95_000, '/my'),
    ];
    const found = signal('login_repeat', walk({ visits }));
    expect(found).toMatchObject({ value: 1, over: true });
    expect(found.evidence.map((each) => each.at - start)).toEqual([90_000]);
  });

  test('a department’s own login form counts, told by form, incident and page at once or not', () => {
    const old = 'https://old.example/login.html';
    const visits = [
      visit(0, '/'),
      atLogin(1000),
      visit(4000, '/handle'),
      visit(9000, old),
      visit(20_000, 'https://old.example/index.html'),
    ];
    const told = {
      visits,
      sightings: [sighting(9400, 'login-form', { url: old })],
      incidents: [incident(9500, 'login-again', 'old.example', { url: old })],
    };
    expect(valueOf('login_repeat', walk(told))).toBe(1);
    expect(valueOf('login_repeat', walk({ visits, sightings: told.sightings }))).toBe(1);
    expect(valueOf('login_repeat', walk({ visits, incidents: told.incidents }))).toBe(1);
  });

  test('one login is none, and so is a walk without', () => {
    expect(
      signal('login_repeat', walk({ visits: [visit(0, '/'), atLogin(1), visit(2, '/my')] })),
    ).toMatchObject({ value: 0, over: false });
    expect(valueOf('login_repeat', walk())).toBe(0);
  });

  test('is seen on walks that keep figures only, unobserved on one that came nowhere', () => {
    const visits = [atLogin(0), visit(1, '/'), atLogin(2)];
    expect(valueOf('login_repeat', blind.metrics({ visits }))).toBe(1);
    expect(valueOf('login_repeat', walk({ visits: [] }))).toBeNull();
  });
});

describe('auth_steps', () => {
  const proof = (at: number, detail: string) => sighting(at, 'auth-step', { detail });

  test('counts proofs by kind; what is told as it appears and as it is asked for is one; captchas are none', () => {
    const report = walk({
      sightings: [proof(0, 'password'), proof(0, 'captcha'), proof(1000, 'sms'), proof(300_000, 'face')],
      waits: [
        wait(9000, 20_000, 'sms'),
        wait(300_000, 9000, 'face'),
        wait(500_000, 9000, 'sms'),
        wait(0, 9, 'captcha'),
      ],
    });
    const found = signal('auth_steps', report);
    expect(found).toMatchObject({ value: 4, over: true });
    expect(found.evidence.map((each) => each.text)).toEqual(['password', 'sms', 'face', 'sms']);
  });

  test('a password tried again on the next login page is the same proof; after another page it is a new one', () => {
    const visits = [visit(0, '/'), atLogin(1000), atLogin(5000), visit(9000, '/my'), atLogin(20_000)];
    const sightings = [1000, 5000, 20_000].map((at, n) =>
      sighting(at, 'auth-step', { detail: 'password', stream: `i${n}`, url: 'https://login.example/' }),
    );
    const found = signal('auth_steps', walk({ visits, sightings }));
    expect(found.evidence.map((each) => each.at - start)).toEqual([1000, 20_000]);
  });

  test('a code to scan that came to nothing beside a password is no proof; one that ran out and was renewed is one', () => {
    const [scan, password] = [proof(1000, 'scan'), proof(1000, 'password')];
    const beside = [wait(1000, 0, 'scan')];
    expect(valueOf('auth_steps', walk({ sightings: [scan, password], waits: beside }))).toBe(1);
    expect(valueOf('auth_steps', walk({ sightings: [scan], waits: [wait(1000, 9000, 'scan')] }))).toBe(1);
    const renewed = [
      wait(1000, 180_000, 'scan', { outcome: 'failed' }),
      wait(181_000, 20_000, 'scan', { outcome: 'passed' }),
    ];
    expect(valueOf('auth_steps', walk({ sightings: [scan], waits: renewed }))).toBe(1);
    // A second factor: the password had gone when the code came.
    const second = [proof(1000, 'password'), proof(9000, 'scan')];
    expect(valueOf('auth_steps', walk({ sightings: second, waits: [wait(9000, 5000, 'scan')] }))).toBe(2);
  });

  test('a code that still stands there after a long pause is the same proof', () => {
    const waits = [wait(1000, 9000, 'scan'), wait(610_000, 5000, 'scan', { outcome: 'passed' })];
    const report = walk({ sightings: [proof(1000, 'scan')], waits });
    expect(valueOf('auth_steps', report)).toBe(2);
    const pauses = [{ from: start + 10_000, to: start + 610_000, reason: '' }];
    expect(valueOf('auth_steps', { ...report, session: { ...report.session, pauses } })).toBe(1);
  });

  test('two are within the limit, three are over it', () => {
    const kinds = ['password', 'sms', 'face'];
    const over = [2, 3].map(
      (n) => signal('auth_steps', walk({ sightings: kinds.slice(0, n).map(proof.bind(null, 0)) })).over,
    );
    expect(over).toEqual([false, true]);
  });

  test('is 0 where nothing was hidden, null beside a login page of which nothing was told', () => {
    expect(valueOf('auth_steps', walk())).toBe(0);
    const visits = [visit(0, '/'), atLogin(1000)];
    expect(signal('auth_steps', walk({ visits }))).toMatchObject({ value: null, unseen: 'identity-host' });
    expect(signal('auth_steps', walk({ visits, sightings: [proof(9000, 'sms')] }))).toMatchObject({
      value: 1,
      unseen: 'identity-host',
    });
    expect([blind.old(), blind.metrics()].map((report) => valueOf('auth_steps', report))).toEqual([
      null,
      null,
    ]);
  });

  test('a login page that tells the kinds of its proofs hides none', () => {
    const visits = [visit(0, '/'), atLogin(1000)];
    const url = 'https://login.example/';
    const told = [
      sighting(1200, 'login-form', { url }),
      sighting(1200, 'auth-step', { url, detail: 'password' }),
    ];
    const found = signal('auth_steps', walk({ visits, sightings: told }));
    expect(found).toMatchObject({ value: 1, over: false });
    expect(found.unseen).toBeUndefined();
    expect(valueOf('captcha_count', walk({ visits, sightings: told }))).toBe(0);
  });
});

describe('captcha_count', () => {
  test('every attempt counts, by captcha and message, refused ones apart, also those refused by the next document', () => {
    const waits = [
      wait(0, 9000, 'captcha', { outcome: 'failed' }),
      wait(9000, 5000, 'captcha'),
      wait(14_500, 0, 'captcha', { outcome: 'failed', detail: 'before' }),
      wait(15_000, 5000, 'captcha', { outcome: 'passed' }),
      wait(30_000, 5000, 'sms', { outcome: 'failed' }),
      wait(36_000, 5000, 'scan'),
    ];
    expect(signal('captcha_count', walk({ waits }))).toMatchObject({
      value: 4,
      over: true,
      parts: { captchas: 3, messages: 1, failed: 3 },
    });
  });

  test('two are within the limit, three are over it; none on a walk that was seen into is 0', () => {
    const waits = [0, 1, 2].map((n) => wait(n * 9000, 5000, 'captcha', { outcome: 'passed' }));
    const over = [2, 3].map((n) => signal('captcha_count', walk({ waits: waits.slice(0, n) })).over);
    expect(over).toEqual([false, true]);
    expect(signal('captcha_count', walk())).toMatchObject({ value: 0, parts: { failed: 0 } });
  });

  test('a captcha that nobody answered was not given, a message that was asked for counts', () => {
    const waits = [wait(0, 9000, 'captcha'), wait(10_000, 5000, 'sms')];
    expect(signal('captcha_count', walk({ waits }))).toMatchObject({
      value: 1,
      parts: { captchas: 0, messages: 1, failed: 0 },
    });
  });

  test('is unobserved beside a login page of which nothing was told, and before waits were watched', () => {
    const found = signal('captcha_count', walk({ visits: [visit(0, '/'), atLogin(1)] }));
    expect(found).toMatchObject({ value: null, unseen: 'identity-host' });
    expect(found.parts).toBeUndefined();
    expect([blind.old(), blind.metrics()].map((report) => valueOf('captcha_count', report))).toEqual([
      null,
      null,
    ]);
  });
});

describe('search_attempts', () => {
  test('counts searches and those that found nothing; over from the second on', () => {
    const sightings = [
      sighting(0, 'search-result', { count: 0 }),
      sighting(9000, 'search-result', { count: 4 }),
    ];
    expect(signal('search_attempts', walk({ sightings }))).toMatchObject({
      value: 2,
      over: true,
      parts: { empty: 1 },
    });
    expect(signal('search_attempts', walk({ sightings: sightings.slice(1) })).over).toBe(false);
  });

  test('is 0 when nobody searched, unobserved without words or before results were watched', () => {
    expect(valueOf('search_attempts', walk())).toBe(0);
    expect(
      [blind.old(), blind.metrics(), blind.noRecorder()].map((report) => valueOf('search_attempts', report)),
    ).toEqual([null, null, null]);
  });
});
