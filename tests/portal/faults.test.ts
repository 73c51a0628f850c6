import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortalClient } from './client.ts';
import { createClient } from './client.ts';
import { slowAnswerMs, slowPageMs } from './config.ts';
import type { Proof } from './faults.ts';
import { faults } from './faults.ts';
import { employer } from './people.ts';
import type { RunningPortal } from './start-portal.ts';
import { startPortal } from './start-portal.ts';

const waits: number[] = [];
let portal: RunningPortal;

beforeAll(async () => {
  portal = await startPortal({ ports: 'any', wait: async (milliseconds) => void waits.push(milliseconds) });
});
afterAll(() => portal.close());

async function newClient(): Promise<PortalClient> {
  const client = createClient(portal.origins);
  await client.signIn();
  await client.signInToOldSite();
  return client;
}

async function show(client: PortalClient, { origin, path, status, text = [] }: Proof): Promise<void> {
  const filled = path.replace('{ticket}', client.ticket).replace('{caseNo}', client.caseNo);
  const response = await client.get(origin, filled);
  const body = await response.text();
  expect(response.status, filled).toBe(status);
  for (const part of text) expect(body).toContain(part);
}

function upload(client: PortalClient, name: string): Promise<Response> {
  const body = new FormData();
  body.set('material', '居民身份证扫描件');
  body.set('file', new File(['x'], name));
  return client.post('department', '/api/upload', body);
}

/** Faults that show only in how a second answer differs from the first, or in a wait. */
const behaviours: Record<string, (client: PortalClient) => Promise<void>> = {
  'r-slow-share': async (client) => {
    waits.length = 0;
    expect((await client.get('department', '/api/share/person')).status).toBe(200);
    expect(waits).toEqual([slowAnswerMs]);
  },
  's-slow-page': async (client) => {
    waits.length = 0;
    expect(await (await client.get('portal', '/residence/points')).text()).toContain('积分查询');
    expect((await client.get('portal', '/residence/points.json')).status).toBe(200);
    expect(waits).toEqual([slowPageMs]);
  },
  'r-validation-loop': async (client) => {
    const check = async () => (await client.post('department', '/api/check/employer', employer)).json();
    expect(await check()).toMatchObject({ ok: false, message: expect.stringContaining('格式不正确') });
    expect(await check()).toMatchObject({ ok: true });
  },
  'r-file-reject': async (client) => {
    expect(await (await upload(client, 'a.png')).json()).toMatchObject({ ok: false });
    expect(await (await upload(client, 'a.pdf')).json()).toMatchObject({ ok: true });
  },
  'r-submit-500': async (client) => {
    expect((await client.post('department', '/api/submit', {})).status).toBe(500);
    const second = await client.post('department', '/api/submit', {});
    expect(second.status).toBe(200);
    expect((await second.json()).caseNo).toMatch(/^[0-9A-Z]{43}$/);
  },
  'r-login-twice': async (client) => {
    const answer = await client.get('portal', '/my');
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toContain(`${portal.origins.login}/login?`);
    expect(await (await client.follow('portal', '/my')).text()).toContain('登录已超时');
  },
};

describe('every documented fault is there', () => {
  for (const fault of faults) {
    it(`${fault.id}: ${fault.title}`, async () => {
      const client = await newClient();
      const behaviour = behaviours[fault.id];
      expect(fault.proof.length > 0 || behaviour, 'a fault needs a proof').toBeTruthy();
      for (const proof of fault.proof) await show(client, proof);
      await behaviour?.(client);
    });
  }

  it('describes no behaviour that is not documented', () => {
    const documented = faults.map(({ id }) => id);
    for (const id of Object.keys(behaviours)) expect(documented).toContain(id);
  });
});
