import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { ReportList } from '../../../lib/model/collector-api.ts';
import { openDatabase } from '../../../server/database.ts';
import { limits } from '../../../server/limits.ts';
import { report as reportTable } from '../../../server/schema.ts';
import { fakeObject, fakeReport } from '../../support/fake-report.ts';
import type { Harness } from './harness.ts';

const id = () => `r-${randomUUID()}`;

export function readingRules(here: () => Harness): void {
  it('shows a report and its objects to a signed-in person exactly as they were sent', async () => {
    const [key, admin, object] = [await here().enrol(), await here().signIn(), fakeObject(id())];
    await here().put(key, object);
    const json = `${JSON.stringify(fakeReport({ id: id() }, [object]), null, 1)}\n`;
    const { body: receipt } = await here().handIn(key, json);
    const read = await fetch(`${here().url()}/api/reports/${receipt.reportId}`, { headers: admin });
    expect(await read.text()).toBe(json);
    const blob = await fetch(`${here().url()}/api/objects/${object.entry.object}`, { headers: admin });
    expect(blob.headers.get('content-type')).toBe('application/gzip');
    expect(blob.headers.get('cache-control')).toMatch(/private.*immutable/);
    expect(blob.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await blob.arrayBuffer())).toEqual(object.bytes);
  });

  it('answers HEAD like GET without the bytes', async () => {
    const [key, admin, object] = [await here().enrol(), await here().signIn(), fakeObject(id())];
    await here().put(key, object);
    await here().handIn(key, fakeReport({ id: id() }, [object]));
    const path = `/api/objects/${object.entry.object}`;
    const head = await here().call(path, { method: 'HEAD', headers: admin });
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([
      200,
      '',
      String(object.entry.bytes),
    ]);
    expect((await here().call(path, { method: 'HEAD' })).status).toBe(401);
  });

  it('does not show an object that no report names', async () => {
    const object = fakeObject(id());
    await here().put(await here().enrol(), object);
    expect(
      (await here().call(`/api/objects/${object.entry.object}`, { headers: await here().signIn() })).status,
    ).toBe(404);
  });

  it('shows nothing without sign-in, and nothing to an upload key', async () => {
    const [key, object] = [await here().enrol(), fakeObject(id())];
    await here().put(key, object);
    const report = fakeReport({ id: id() }, [object]);
    await here().handIn(key, report);
    const paths = [
      '/api/reports',
      `/api/reports/${report.id}`,
      `/api/objects/${object.entry.object}`,
      '/api/me',
      '/api/devices',
    ];
    for (const path of paths) {
      const nobodies: Record<string, string>[] = [
        {},
        here().bearer(key),
        { cookie: `zouyibian.session_token=${key}` },
      ];
      for (const headers of nobodies) {
        const answer = await here().call(path, { headers });
        expect([path, answer.status, answer.body.code]).toEqual([path, 401, 'sign-in-needed']);
      }
    }
    expect((await here().post('/api/enrolment-codes', '', here().bearer(key))).status).toBe(401);
  });

  it('does not take a signed-in person for a device', async () => {
    const answer = await here().post('/api/reports', fakeReport({ id: id() }), await here().signIn());
    expect([answer.status, answer.body.code]).toEqual([401, 'key-wrong']);
  });

  it('lists newest first, page by page, each report once', async () => {
    const [key, admin, word] = [await here().enrol(), await here().signIn(), randomUUID()];
    const sent: string[] = [];
    for (let n = 0; n < limits.listRows + 3; n += 1) {
      const report = fakeReport({ id: id() });
      report.session.walker.unit = `分页单位 ${word}`;
      await here().handIn(key, report);
      sent.unshift(report.id);
    }
    const page = async (cursor?: string | null) =>
      ReportList.parse(
        (await here().call(`/api/reports?q=${word}${cursor ? `&cursor=${cursor}` : ''}`, { headers: admin }))
          .body,
      );
    async function twoPages() {
      const first = await page();
      const second = await page(first.next);
      expect([first.reports.length, second.next]).toEqual([limits.listRows, null]);
      return [...first.reports, ...second.reports];
    }
    const listed = await twoPages();
    const moments = listed.map((row) => row.receivedAt);
    expect(moments).toEqual([...moments].sort((a, b) => b - a));
    expect(listed.map((row) => row.id).sort()).toEqual([...sent].sort());
    expect(listed[0]).toMatchObject({
      item: '借书证办理',
      walker: '张三',
      mode: 'experience',
      figures: { streams: 1 },
    });
    // Reports of one and the same moment fall on two pages: the id decides.
    await here().whileStopped(async () => {
      const { db, close } = await openDatabase({ dataFolder: here().dataFolder, ...here().options });
      await db.update(reportTable).set({ receivedAt: new Date(moments[0] ?? 0) });
      await close();
    });
    expect((await twoPages()).map((row) => row.id).sort()).toEqual([...sent].sort());
  });

  it('takes search characters literally and refuses a forged cursor', async () => {
    const [key, admin, word] = [await here().enrol(), await here().signIn(), randomUUID()];
    const report = fakeReport({ id: id() });
    report.session.item.name = `${word} 100%办结_一次`;
    await here().handIn(key, report);
    const count = async (q: string) =>
      (await here().call(`/api/reports?q=${encodeURIComponent(q)}`, { headers: admin })).body.reports.length;
    expect(await count(`${word} 100%办`)).toBe(1);
    expect(await count(`${word} 1%结`)).toBe(0);
    expect(await count(`${word} 办结?一次`)).toBe(0);
    expect(await count(`${word}\u0000`)).toBe(1);
    const forged = await here().call('/api/reports?cursor=999999', { headers: admin });
    expect([forged.status, forged.body.code]).toEqual([400, 'cursor-damaged']);
  });

  it.each(['nothing-here', '..%2f..%2fkeys', '%00', 'x'.repeat(200)])('knows no report %s', async (name) => {
    expect((await here().call(`/api/reports/${name}`, { headers: await here().signIn() })).status).toBe(404);
  });
}
