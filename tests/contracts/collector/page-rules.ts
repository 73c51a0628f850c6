import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fakeReport } from '../../support/fake-report.ts';
import type { Harness } from './harness.ts';

/** A built review desk in small; `secret.txt` beside it stands for everything outside. */
export async function makeWebFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zouyibian-web-'));
  await mkdir(join(folder, 'web', 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'not for the web');
  await writeFile(join(folder, 'web', 'index.html'), '<!doctype html><title>审阅台</title>');
  await writeFile(join(folder, 'web', 'assets', 'desk-1a2b.js'), 'export {};');
  return folder;
}

export function pageRules(here: () => Harness): void {
  it('tells its health to anybody', async () => {
    expect((await here().call('/healthz')).body).toMatchObject({
      ok: true,
      name: '试验归集服务',
      version: expect.any(String),
    });
  });

  it('leads people without sign-in to the sign-in page and back', async () => {
    const answer = await here().call('/reports/r1?at=5');
    expect(answer.headers.get('location')).toBe('/sign-in?next=%2Freports%2Fr1%3Fat%3D5');
    const page = await here().call(answer.headers.get('location') ?? '');
    expect(page.body).toContain('value="/reports/r1?at=5"');
  });

  it('serves the desk at every page address to people who are signed in', async () => {
    const admin = await here().signIn();
    for (const path of ['/', '/reports/r-1', '/index.html']) {
      const page = await here().call(path, { headers: admin });
      expect([path, page.status]).toEqual([path, 200]);
      expect(page.body).toContain('审阅台');
      expect(page.headers.get('cache-control')).toBe('no-cache');
      expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
    expect((await here().call('/index.html')).status).toBe(302);
  });

  it("serves the desk's own files, says of others that they are missing, and reaches nothing outside", async () => {
    const script = await here().call('/assets/desk-1a2b.js');
    expect([script.status, script.headers.get('content-type')]).toEqual([
      200,
      'text/javascript; charset=utf-8',
    ]);
    expect(script.headers.get('cache-control')).toContain('immutable');
    for (const path of [
      '/assets/gone.js',
      '/..%2fsecret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/%2e%2e%5csecret.txt',
      '/secret%00.txt',
      '/%ff.txt',
    ]) {
      const answer = await here().call(path, { headers: await here().signIn() });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  it('writes nothing from the address into the page unescaped', async () => {
    const page = await here().call(`/sign-in?next=${encodeURIComponent('/"><script>alert(1)</script>')}`);
    expect(page.body).not.toContain('<script>');
  });

  it('gives pages a policy that lets nothing in from elsewhere', async () => {
    const { headers } = await here().call('/sign-in');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/,
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await here().call('/api/me')).headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('lets extensions upload across origins, and no web page', async () => {
    const extension = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';
    const ask = (path: string, method: string, origin: string) =>
      here().call(path, {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': method },
      });
    const uploads = [
      ['/api/enrol', 'POST'],
      ['/api/objects/missing', 'POST'],
      [`/api/objects/${'ab'.repeat(32)}`, 'PUT'],
      ['/api/reports', 'POST'],
    ] as const;
    for (const [path, method] of uploads) {
      for (const origin of [extension, 'moz-extension://0b1c2d3e-1111-2222-3333-444455556666']) {
        const allowed = await ask(path, method, origin);
        expect(allowed.headers.get('access-control-allow-origin')).toBe(origin);
        expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
      }
      expect(
        (await ask(path, method, 'https://evil.example')).headers.get('access-control-allow-origin'),
      ).toBeNull();
    }
    for (const path of ['/api/reports', `/api/objects/${'ab'.repeat(32)}`, '/api/me']) {
      expect((await ask(path, 'GET', extension)).headers.get('access-control-allow-origin')).toBeNull();
    }
    const refused = await here().post('/api/reports', fakeReport(), { Origin: extension });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, extension]);
  });

  it('answers an unknown API address with a sentence', async () => {
    const answer = await here().call('/api/nothing');
    expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
  });
}
