import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Collector, startCollector } from '../../server/start-collector.ts';
import { fakeReport } from '../support/fake-report.ts';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';

describe('several collectors on one PostgreSQL and one folder', () => {
  let postgres: TestPostgres;
  let dataFolder = '';
  let collectors: Collector[] = [];

  beforeAll(async () => {
    postgres = await startPostgres();
    dataFolder = await mkdtemp(join(tmpdir(), 'zouyibian-instances-'));
    const databaseUrl = await postgres.createDatabase('shared');
    // All at once on an empty database: each wants to migrate, to make the keys and the first admin.
    collectors = await Promise.all(
      [1, 2, 3].map(() => startCollector({ port: 0, dataFolder, databaseUrl, log: 'silent' })),
    );
  }, 120_000);
  afterAll(async () => {
    await Promise.all(collectors.map((collector) => collector.close()));
    await postgres?.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }, 60_000);

  it("start together, know each other's devices and people, and sign one report with one receipt", async () => {
    const [a, b, c] = collectors as [Collector, Collector, Collector];
    const enrol = {
      method: 'POST',
      body: JSON.stringify({ code: await a.createEnrolmentCode(), device: 'x' }),
    };
    const { key } = (await (await fetch(`${b.url}/api/enrol`, enrol)).json()) as { key: string };
    const handIn = {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}` },
      body: JSON.stringify(fakeReport()),
    };
    const answers = await Promise.all([a, b, c].map(({ url }) => fetch(`${url}/api/reports`, handIn)));
    const receipts = await Promise.all(answers.map((answer) => answer.json()));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 201]);
    expect(receipts[1]).toEqual(receipts[0]);
    expect(receipts[2]).toEqual(receipts[0]);
    const entered = await fetch((await a.createSignInLink()).replace(a.url, c.url), { redirect: 'manual' });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await fetch(`${b.url}/api/reports/report-1`, { headers: { cookie } })).status).toBe(200);
  });
});
