import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { siteNames } from './config.ts';
import { items } from './items/items.ts';
import { libraryCard } from './items/library-card.ts';
import { guideFields } from './portal-site/guide-page.ts';
import type { RunningPortal } from './start-portal.ts';
import { startPortal } from './start-portal.ts';

const waits: number[] = [];
let portal: RunningPortal;

beforeAll(async () => {
  portal = await startPortal({ ports: 'any', wait: async (milliseconds) => void waits.push(milliseconds) });
});
afterAll(() => portal.close());

/** Everything a page loads or leads to on the portal itself. */
function linked(page: string): string[] {
  const found = [...page.matchAll(/(?:href|src|action)="([^"]+)"/g)].map(([, path]) => path ?? '');
  return found.filter((path) => path.startsWith('/')).map((path) => path.replaceAll('&amp;', '&'));
}

describe('the clean walk', () => {
  const pages = ['/', '/search?q=读者证', `/guide/${libraryCard.code}`, `/handle/${libraryCard.code}`];

  it('meets no failed request and no slow one on its pages or behind their links', async () => {
    const client = createClient(portal.origins);
    const filed = await client.post('portal', `/handle/${libraryCard.code}`, {});
    expect(filed.status).toBe(303);
    const toCheck = new Set<string>();
    for (const path of [...pages, filed.headers.get('location') ?? '']) {
      const response = await client.get('portal', path);
      expect(response.status, path).toBe(200);
      for (const link of linked(await response.text())) toCheck.add(link);
    }
    expect(toCheck.size).toBeGreaterThan(30);
    for (const path of toCheck) expect((await client.follow('portal', path)).status, path).toBe(200);
    expect(waits).toEqual([]);
  });

  it('has a guide without a blank field', () => {
    for (const [label, value] of guideFields(libraryCard)) expect(value, label).not.toBe('');
  });

  it('refers to nothing outside the practice sites', async () => {
    const client = createClient(portal.origins);
    for (const path of pages) {
      const page = await (await client.get('portal', path)).text();
      const outside = [...page.matchAll(/(?:href|src)="(https?:[^"]+)"/g)].map(([, url]) => url ?? '');
      for (const url of outside) expect(url.startsWith(portal.origins.login), url).toBe(true);
    }
  });
});

describe('the portal', () => {
  it('gives every item a code of its own in the national form', () => {
    for (const { code } of items) expect(code).toMatch(/^[0-9A-HJ-NPQRTUWXY]{18}[0-9][0-9A-Z]{12}$/);
    expect(new Set(items.map(({ code }) => code)).size).toBe(items.length);
  });

  it('keeps two visitors apart: the first submit of each fails', async () => {
    for (const client of [createClient(portal.origins), createClient(portal.origins)]) {
      await client.signIn();
      expect((await client.post('department', '/api/submit', {})).status).toBe(500);
      expect((await client.post('department', '/api/submit', {})).status).toBe(200);
    }
  });

  it('forgets everybody after a reset on any of its sites', async () => {
    for (const site of siteNames) {
      const client = createClient(portal.origins);
      await client.signIn();
      expect((await client.post('department', '/api/draft', {})).status).toBe(200);
      expect((await client.post(site, '/__reset', {})).status).toBe(200);
      expect((await client.post('department', '/api/draft', {})).status).toBe(401);
    }
  });

  it('sends nobody anywhere but to itself after a login', async () => {
    const client = createClient(portal.origins);
    const page = await (await client.get('login', '/login?service=https://elsewhere.example/')).text();
    const captchaId = /name="captchaId" value="([^"]+)/.exec(page)?.[1] ?? '';
    const captcha = /id="captcha-answer">(\w+)/.exec(page)?.[1] ?? '';
    const answer = await client.post(
      'login',
      '/login',
      new URLSearchParams({
        account: 'zhangxiaohe',
        password: 'Lianxi@2026',
        service: 'https://elsewhere.example/',
        captchaId,
        captcha,
      }),
    );
    expect(new URL(answer.headers.get('location') ?? '').origin).toBe(portal.origins.portal);
  });

  it('serves no file from outside its static folder', async () => {
    const answer = await createClient(portal.origins).get('portal', '/static/..%2f..%2fpeople.ts');
    expect(answer.status).toBe(404);
  });

  it('refuses to start on a port that is taken', async () => {
    const port = Number(new URL(portal.origins.portal).port);
    const ports = { portal: port, login: port, department: port, old: port };
    await expect(startPortal({ ports })).rejects.toThrow('EADDRINUSE');
  });
});
