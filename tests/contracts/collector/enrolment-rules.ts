import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { CollectorError } from '../../../lib/model/collector-api.ts';
import { limits } from '../../../server/limits.ts';
import { startCollector } from '../../../server/start-collector.ts';
import { fakeObject } from '../../support/fake-report.ts';
import type { Harness } from './harness.ts';

export function enrolmentRules(here: () => Harness): void {
  it('trades a code for a key and the public key of its receipts', async () => {
    const answer = await here().post('/api/enrol', { code: await here().code(), device: '窗口一号机' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ collector: '试验归集服务', key: expect.stringMatching(/^zyb_/) });
    expect(answer.body.publicKey.length).toBeGreaterThan(100);
  });

  it('reads a code typed in small letters and without dashes', async () => {
    const code = (await here().code()).toLowerCase().replaceAll('-', ' ');
    expect((await here().post('/api/enrol', { code, device: '笔记本' })).status).toBe(200);
  });

  it('lets only one of several browsers use a code', async () => {
    const code = await here().code();
    const answers = await Promise.all(
      [1, 2, 3].map((n) => here().post('/api/enrol', { code, device: `机器${n}` })),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403, 403]);
    const again = await here().post('/api/enrol', { code, device: '又一台' });
    expect(again.status).toBe(403);
    expect(CollectorError.parse(again.body).code).toBe('code-wrong');
  });

  it.each([
    ['no JSON', '{"code":', 400, 'not-json', undefined],
    ['a missing device', '{"code":"ABCD-EFGH"}', 422, 'field-wrong', 'device'],
    ['a code that is no text', '{"code":7,"device":"x"}', 422, 'field-wrong', 'code'],
    [
      'a body past 8 KiB',
      JSON.stringify({ code: 'x'.repeat(9000), device: 'x' }),
      413,
      'too-large',
      undefined,
    ],
  ])('refuses %s', async (_, body, status, code, field) => {
    const answer = await here().post('/api/enrol', body);
    expect(answer.status).toBe(status);
    expect(CollectorError.parse(answer.body)).toMatchObject({ code, ...(field ? { field } : {}) });
  });

  it('refuses a revoked key from the next request on, and only that one', async () => {
    const admin = await here().signIn();
    const [kept, lost] = [await here().enrol(), await here().enrol()];
    const name = `丢失的电脑 ${randomUUID()}`;
    const { body } = await here().post('/api/enrol', { code: await here().code(), device: name });
    const list = await here().call('/api/devices', { headers: admin });
    expect(JSON.stringify(list.body)).not.toMatch(/key|hash/i);
    const { id } = list.body.devices.find((device: { name: string }) => device.name === name);
    const revoked = await here().call(`/api/devices/${id}`, { method: 'DELETE', headers: admin });
    expect(revoked.status).toBe(204);
    const ask = (key: string) => here().post('/api/objects/missing', { objects: [] }, here().bearer(key));
    expect([(await ask(body.key)).status, (await ask(kept)).status, (await ask(lost)).status]).toEqual([
      401, 200, 200,
    ]);
    expect((await here().put(body.key, fakeObject('too late'))).status).toBe(401);
    expect((await here().call(`/api/devices/${id}`, { method: 'DELETE', headers: admin })).status).toBe(404);
  });

  it('lets an admin make codes that enrol', async () => {
    const made = await here().post('/api/enrolment-codes', '', await here().signIn());
    expect(made.status).toBe(201);
    expect((await here().post('/api/enrol', { code: made.body.code, device: '新机器' })).status).toBe(200);
  });

  it('makes an address wait after too many wrong codes, even with a right one', async () => {
    const { dataFolder, options } = here();
    // The count lives in the process: a second instance keeps the other rules from having to wait.
    const other = options.databaseUrl
      ? await startCollector({ ...options, dataFolder, port: 0, log: 'silent' })
      : undefined;
    const url = other?.url ?? here().url();
    const enrol = async (code: string) =>
      (await fetch(`${url}/api/enrol`, { method: 'POST', body: JSON.stringify({ code, device: 'x' }) }))
        .status;
    for (let n = 0; n < limits.guesses; n += 1) await enrol('AAAA-AAAA-AAAA');
    expect(await enrol(await here().code())).toBe(429);
    if (other) await other.close();
    else await here().restart();
  });
}
