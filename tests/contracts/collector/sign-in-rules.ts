import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../server/database.ts';
import { limits } from '../../../server/limits.ts';
import { session as sessionTable } from '../../../server/schema.ts';
import { startCollector } from '../../../server/start-collector.ts';
import type { Harness } from './harness.ts';

/** The cookies a browser holds after an answer: of several by one name the last counts. */
const cookieAfter = (headers: Headers) => ({
  cookie: [
    ...new Map(
      headers.getSetCookie().map((line) => {
        const pair = line.split(';')[0] ?? '';
        return [pair.split('=')[0], pair] as const;
      }),
    ).values(),
  ].join('; '),
});

export function signInRules(here: () => Harness): void {
  it('lets a one-time link in once, also when two come at the same time', async () => {
    const link = await here().signInLink('/reports?q=1');
    const both = await Promise.all([here().call(link), here().call(link)]);
    expect(both.map((answer) => answer.status).sort()).toEqual([303, 403]);
    const entered = both.find((answer) => answer.status === 303);
    expect(entered?.headers.get('location')).toBe('/reports?q=1');
    expect(entered?.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Lax/i);
    const later = await here().call(link);
    expect([later.status, later.headers.getSetCookie()]).toEqual([403, []]);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'evil.example',
    '/..//evil.example',
    '/%0a/evil',
    '\\\\evil.example',
  ])('leads %s nowhere else', async (next) => {
    const link = `${await here().signInLink()}&next=${encodeURIComponent(next)}`;
    const location = (await here().call(link)).headers.get('location') ?? '';
    expect(new URL(location, here().url()).origin).toBe(new URL(here().url()).origin);
    expect(location).toMatch(/^\/(?![/\\])/);
  });

  it('asks for a right password, says the same of a wrong one and an unknown person', async () => {
    const admin = await here().signIn();
    const [email, password] = [`${randomUUID()}@yunling.example`, 'a long enough password'];
    const made = await here().post('/api/people', { email, name: '李四', role: 'reviewer' }, admin);
    const cookies = await here().signIn(made.body.signInLink);
    const set = (body: unknown) =>
      here().call('/api/me/password', { method: 'PUT', headers: cookies, body: JSON.stringify(body) });
    expect((await set({ password: 'short' })).body.code).toBe('password-weak');
    expect((await set({ password })).status).toBe(204);
    expect((await set({ password: 'another long password' })).status).toBe(401);
    const right = await here().post('/api/sign-in', { email: email.toUpperCase(), password });
    expect([right.status, right.body.role]).toEqual([200, 'reviewer']);
    const wrong = await here().post('/api/sign-in', { email, password: 'not this password' });
    const unknown = await here().post('/api/sign-in', { email: 'nobody@yunling.example', password });
    expect(wrong.status).toBe(401);
    expect(unknown.body).toEqual(wrong.body);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it("keeps what is the admin's from a reviewer", async () => {
    const body = { email: `${randomUUID()}@yunling.example`, name: '王五', role: 'reviewer' };
    const made = await here().post('/api/people', body, await here().signIn());
    const reviewer = await here().signIn(made.body.signInLink);
    expect((await here().call('/api/me', { headers: reviewer })).body).toMatchObject({
      name: '王五',
      role: 'reviewer',
    });
    expect((await here().call('/api/reports', { headers: reviewer })).status).toBe(200);
    for (const [method, path] of [
      ['POST', '/api/enrolment-codes'],
      ['GET', '/api/devices'],
      ['POST', '/api/people'],
      ['POST', '/api/people/link'],
    ] as const) {
      expect((await here().call(path, { method, headers: reviewer })).status).toBe(403);
    }
  });

  it('lets a person in again by a link whose password is forgotten or whose first link ran out', async () => {
    const admin = await here().signIn();
    const email = `${randomUUID()}@yunling.example`;
    const made = await here().post('/api/people', { email, name: '钱七', role: 'reviewer' }, admin);
    const first = await here().signIn(made.body.signInLink);
    const set = (cookies: { cookie: string }, password: string) =>
      here().call('/api/me/password', {
        method: 'PUT',
        headers: cookies,
        body: JSON.stringify({ password }),
      });
    expect((await set(first, 'a forgotten password')).status).toBe(204);
    const byPassword = (password: string) => here().post('/api/sign-in', { email, password });
    expect((await byPassword('a forgotten password')).status).toBe(200);

    const asked = await here().post('/api/people/link', { email: email.toUpperCase() }, admin);
    expect(asked.status).toBe(201);
    expect((await here().call('/api/me', { headers: first })).status, 'signed out everywhere').toBe(401);
    expect((await byPassword('a forgotten password')).status).toBe(401);
    const again = await here().signIn(asked.body.signInLink);
    expect((await here().call('/api/me', { headers: again })).body).toMatchObject({ email, name: '钱七' });
    expect((await set(again, 'another long password')).status, 'no old password is asked for').toBe(204);
    expect((await byPassword('another long password')).status).toBe(200);

    const stranger = await here().post('/api/people/link', { email: 'nobody@yunling.example' }, admin);
    expect([stranger.status, stranger.body.code]).toEqual([404, 'person-unknown']);
  });

  it('lets the operator in again who lost the password of the first admin', async () => {
    const set = (url: string, headers: { cookie: string }, password: string) =>
      fetch(new URL('/api/me/password', url), { method: 'PUT', headers, body: JSON.stringify({ password }) });
    const admin = await here().signIn();
    const given = [await set(here().url(), admin, 'a lost admin password')];
    await here().whileStopped(async () => {
      const { dataFolder, options } = here();
      const collector = await startCollector({
        ...options,
        port: 0,
        dataFolder,
        log: 'silent',
        resetAdmin: true,
      });
      try {
        const entered = await fetch(await collector.createSignInLink(), { redirect: 'manual' });
        given.push(await set(collector.url, cookieAfter(entered.headers), 'a new admin password'));
        const before = await fetch(new URL('/api/me', collector.url), { headers: admin });
        expect(before.status, 'signed out').toBe(401);
      } finally {
        await collector.close();
      }
    });
    expect(given.map(({ status }) => status)).toEqual([204, 204]);
  });

  it('keeps somebody signed in who sets a password after a while', async () => {
    const cookies = await here().signIn(
      (
        await here().post(
          '/api/people',
          { email: `${randomUUID()}@yunling.example`, name: '孙八', role: 'reviewer' },
          await here().signIn(),
        )
      ).body.signInLink,
    );
    const set = (headers: { cookie: string }, body: object) =>
      here().call('/api/me/password', { method: 'PUT', headers, body: JSON.stringify(body) });
    expect((await set(cookies, { password: 'a first long password' })).status).toBe(204);
    const { id } = (await here().call('/api/me', { headers: cookies })).body;
    // As it is once the session has not been looked at for longer than it goes without being renewed.
    await here().whileStopped(async () => {
      const { db, close } = await openDatabase({ dataFolder: here().dataFolder, ...here().options });
      try {
        await db
          .update(sessionTable)
          .set({ expiresAt: new Date(Date.now() + limits.signInMs - 11 * 60_000) })
          .where(eq(sessionTable.userId, id));
      } finally {
        await close();
      }
    });
    const changed = await set(cookies, {
      password: 'another long password',
      current: 'a first long password',
    });
    expect(changed.status).toBe(204);
    expect(changed.headers.getSetCookie().length).toBeGreaterThan(1);
    expect((await here().call('/api/me', { headers: cookieAfter(changed.headers) })).status).toBe(200);
  });

  it('ends a session at sign-out', async () => {
    const cookies = await here().signIn();
    expect((await here().call('/api/me', { headers: cookies })).status).toBe(200);
    expect((await here().post('/api/sign-out', '', cookies)).status).toBe(204);
    expect((await here().call('/api/me', { headers: cookies })).status).toBe(401);
  });

  it("signs in by the page's form, without script", async () => {
    const body = { email: `${randomUUID()}@yunling.example`, name: '赵六', role: 'reviewer' };
    const made = await here().post('/api/people', body, await here().signIn());
    const cookies = await here().signIn(made.body.signInLink);
    await here().call('/api/me/password', {
      method: 'PUT',
      headers: cookies,
      body: '{"password":"page password 1"}',
    });
    const send = (password: string) =>
      here().call('/sign-in', {
        method: 'POST',
        body: new URLSearchParams({ email: body.email, password, next: '/reports/r1' }),
      });
    const entered = await send('page password 1');
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/reports/r1']);
    const refused = await send('wrong password 1');
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([401, []]);
    expect(refused.body).toContain('账号或密码不正确');
  });

  it('refuses changes that another site asks for', async () => {
    const cookies = await here().signIn();
    const foreign: Record<string, string>[] = [
      { Origin: 'https://evil.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { Origin: 'null' },
    ];
    for (const headers of foreign) {
      const answer = await here().post('/api/enrolment-codes', '', { ...cookies, ...headers });
      expect([answer.status, answer.body.code]).toEqual([403, 'foreign-page']);
    }
    const own = await here().post('/api/enrolment-codes', '', { ...cookies, Origin: here().url() });
    expect(own.status).toBe(201);
  });
}
