import { createHash, createPublicKey, randomUUID, verify } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { CollectorError, receiptHeader } from '../../../lib/model/collector-api.ts';
import { Receipt, receiptText } from '../../../lib/model/receipt.ts';
import { limits } from '../../../server/limits.ts';
import { fakeObject, fakeReport } from '../../support/fake-report.ts';
import type { Harness } from './harness.ts';

const sound = () => fakeReport({ id: id() }, [fakeObject('kept for refusals')]);

/** Whether a receipt's signature is by its public key over its body. */
function isSigned(receipt: Receipt): boolean {
  const key = createPublicKey({ key: Buffer.from(receipt.publicKey, 'base64'), format: 'der', type: 'spki' });
  const signature = Buffer.from(receipt.signature, 'base64');
  return verify('sha256', Buffer.from(receiptText(receipt)), { key, dsaEncoding: 'ieee-p1363' }, signature);
}

const id = () => `r-${randomUUID()}`;

export function reportRules(here: () => Harness): void {
  it('gives a receipt whose signature verifies with the public key told at enrolment', async () => {
    const enrolled = (await here().post('/api/enrol', { code: await here().code(), device: 'x' })).body;
    const objects = [fakeObject('first chunk'), fakeObject('second chunk')];
    for (const object of objects) await here().put(enrolled.key, object);
    const json = JSON.stringify(fakeReport({ id: id() }, objects));
    const answer = await here().handIn(enrolled.key, json);
    expect(answer.status).toBe(201);
    const receipt = Receipt.parse(answer.body);
    expect(receipt).toMatchObject({
      objects: 2,
      publicKey: enrolled.publicKey,
      collector: '试验归集服务',
      reportHash: createHash('sha256').update(json).digest('hex'),
    });
    expect(isSigned(receipt)).toBe(true);
    expect(isSigned({ ...receipt, objects: 3 })).toBe(false);
  });

  it('gives the same receipt for the same report, also when both come at once and from another device', async () => {
    const key = await here().enrol();
    const json = JSON.stringify(fakeReport({ id: id() }));
    const both = await Promise.all([here().handIn(key, json), here().handIn(key, json)]);
    const later = await here().handIn(await here().enrol(), json);
    expect(both.map((answer) => answer.status).sort()).toEqual([200, 201]);
    expect(both[1]?.body).toEqual(both[0]?.body);
    expect(later.body).toEqual(both[0]?.body);
  });

  it('keeps other bytes under the same id as the next revision, and the first one readable', async () => {
    const [key, admin] = [await here().enrol(), await here().signIn()];
    const report = fakeReport({ id: id() });
    const first = JSON.stringify(report);
    const second = JSON.stringify({ ...report, createdAt: report.createdAt + 1 });
    expect((await here().handIn(key, first)).status).toBe(201);
    expect((await here().handIn(key, second)).status).toBe(201);
    expect((await here().call(`/api/reports/${report.id}`, { headers: admin })).body).toEqual(
      JSON.parse(second),
    );
    expect((await here().call(`/api/reports/${report.id}?revision=1`, { headers: admin })).body).toEqual(
      JSON.parse(first),
    );
    const listed = (await here().call('/api/reports', { headers: admin })).body.reports;
    expect(listed.filter((row: { id: string }) => row.id === report.id)).toHaveLength(1);
  });

  it('refuses another device to put a report over one that is kept', async () => {
    const report = fakeReport({ id: id() });
    await here().handIn(await here().enrol(), report);
    const answer = await here().handIn(await here().enrol(), { ...report, createdAt: 1 });
    expect([answer.status, answer.body.code]).toEqual([409, 'report-exists']);
    expect(answer.body.message).toContain('没有丢失');
  });

  it('takes the next revision from a browser that enrolled anew and shows a receipt of the one before', async () => {
    const report = fakeReport({ id: id() });
    const other = fakeReport({ id: id() });
    const old = await here().enrol();
    const { signature } = (await here().handIn(old, report)).body as Receipt;
    const foreign = ((await here().handIn(old, other)).body as Receipt).signature;
    const key = await here().enrol();
    const handIn = (createdAt: number, receipt: string) =>
      here().post(
        '/api/reports',
        { ...report, createdAt },
        { ...here().bearer(key), [receiptHeader]: receipt },
      );
    for (const wrong of [foreign, '', `${signature}x`, "' or '1'='1"])
      expect([wrong, (await handIn(1, wrong)).body.code]).toEqual([wrong, 'report-exists']);
    expect((await handIn(1, signature)).status).toBe(201);
    // From then on it is this browser's.
    expect((await here().handIn(key, { ...report, createdAt: 2 })).status).toBe(201);
  });

  it('takes a gzipped report and hashes the JSON in it', async () => {
    const key = await here().enrol();
    const json = JSON.stringify(fakeReport({ id: id() }));
    const send = (body: Uint8Array<ArrayBuffer>) =>
      here().call('/api/reports', {
        method: 'POST',
        body,
        headers: { ...here().bearer(key), 'Content-Encoding': 'gzip' },
      });
    const answer = await send(Uint8Array.from(gzipSync(json)));
    expect(answer.status).toBe(201);
    expect(answer.body.reportHash).toBe(createHash('sha256').update(json).digest('hex'));
    const damaged = await send(Uint8Array.from(gzipSync(json)).slice(0, -20));
    expect([damaged.status, damaged.body.code]).toEqual([400, 'body-damaged']);
    const bomb = await send(Uint8Array.from(gzipSync(Buffer.alloc(limits.reportBytes + 1, 32))));
    expect([bomb.status, bomb.body.code]).toEqual([413, 'too-large']);
  });

  it('names the objects that are still missing, and takes the report once they are there', async () => {
    const key = await here().enrol();
    const objects = [fakeObject(id()), fakeObject(id())] as const;
    const report = fakeReport({ id: id() }, [...objects]);
    await here().put(key, objects[0]);
    const refused = await here().handIn(key, report);
    expect([refused.status, refused.body.code]).toEqual([409, 'objects-missing']);
    expect(refused.body.missing).toEqual([objects[1].entry.object]);
    await here().put(key, objects[1]);
    expect((await here().handIn(key, report)).status).toBe(201);
  });

  it.each([
    ['a damaged text', () => JSON.stringify(sound()).slice(0, -9), 400, 'not-json', undefined],
    ['null', () => 'null', 422, 'schema-foreign', 'schema'],
    [
      'a foreign schema',
      () => JSON.stringify({ ...sound(), schema: 'har' }),
      422,
      'schema-foreign',
      'schema',
    ],
    ['a later version', () => JSON.stringify({ ...sound(), version: 2 }), 422, 'version-unknown', 'version'],
    ['a missing part', () => JSON.stringify({ ...sound(), session: {} }), 422, 'field-wrong', 'session.id'],
    ['an id that is a path', () => JSON.stringify({ ...sound(), id: '../../x' }), 422, 'field-wrong', 'id'],
    [
      'a chunk without its object',
      () => JSON.stringify({ ...sound(), objects: [] }),
      422,
      'object-not-named',
      'chunks.0.object',
    ],
    [
      'a wrong size',
      () => JSON.stringify(sound()).replace(/("objects":\[\{"object":"\w+","bytes":)\d+/, '$17'),
      422,
      'object-differs',
      'objects.0.bytes',
    ],
    [
      'a wrong type',
      () => JSON.stringify(sound()).replace('application/gzip', 'image/png'),
      422,
      'object-differs',
      'objects.0.type',
    ],
  ])('refuses %s, saying what and where', async (_, body, status, code, field) => {
    const key = await here().enrol();
    await here().put(key, fakeObject('kept for refusals'));
    const answer = await here().handIn(key, body());
    expect(answer.status).toBe(status);
    expect(CollectorError.parse(answer.body)).toMatchObject({ code, ...(field ? { field } : {}) });
    expect(answer.body.message).toContain('没有丢失');
  });

  it('refuses bytes that are no UTF-8', async () => {
    const body = Uint8Array.from([...Buffer.from('{"schema":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
    const answer = await here().call('/api/reports', {
      method: 'POST',
      body,
      headers: here().bearer(await here().enrol()),
    });
    expect([answer.status, answer.body.code]).toEqual([400, 'not-json']);
  });

  it('takes texts with characters a database may not like', async () => {
    const report = fakeReport({ id: id() });
    report.session.item.name = `零\u0000字节 ' " \\ %_ 😀 ${report.id}`;
    expect((await here().handIn(await here().enrol(), report)).status).toBe(201);
    const admin = await here().signIn();
    const found = await here().call(`/api/reports?q=${encodeURIComponent(report.id)}`, { headers: admin });
    expect(found.body.reports[0].item).toBe(`零字节 ' " \\ %_ 😀 ${report.id}`);
    expect((await here().call(`/api/reports/${report.id}`, { headers: admin })).body).toEqual(report);
  });

  it('refuses a report in which something still looks like personal data, with place and kind, never the value', async () => {
    const key = await here().enrol();
    const phone = '13800005678';
    const object = fakeObject(
      JSON.stringify([
        { type: 2, timestamp: 1, data: { node: { type: 3, id: 1, textContent: `电话 ${phone}` } } },
      ]),
    );
    await here().put(key, object);
    const answer = await here().handIn(key, fakeReport({ id: id() }, [object]));
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: 'personal-data', field: 'chunks.st1.0' });
    expect(answer.body.places).toEqual([{ field: 'chunks.st1.0', kind: 'mobile' }]);
    expect(JSON.stringify(answer.body)).not.toContain(phone);
    const report = fakeReport({ id: id() });
    report.session.channel = `热线 ${phone}`;
    expect((await here().handIn(key, report)).body).toMatchObject({ field: 'session.channel' });
  });
}
