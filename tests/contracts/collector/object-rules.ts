import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { limits } from '../../../server/limits.ts';
import { fakeObject } from '../../support/fake-report.ts';
import type { Harness } from './harness.ts';

export function objectRules(here: () => Harness): void {
  const spooled = () => readdir(join(here().dataFolder, 'spool'));
  const missing = async (key: string, objects: string[]) =>
    (await here().post('/api/objects/missing', { objects }, here().bearer(key))).body.missing;

  it('keeps an object once and says so the second time', async () => {
    const key = await here().enrol();
    const object = fakeObject('once');
    expect(await missing(key, [object.entry.object, object.entry.object])).toEqual([object.entry.object]);
    expect((await here().put(key, object)).status).toBe(201);
    expect((await here().put(key, object)).status).toBe(200);
    expect(await missing(key, [object.entry.object])).toEqual([]);
  });

  it('keeps one object sent by several at the same time', async () => {
    const key = await here().enrol();
    const object = fakeObject('together');
    const answers = await Promise.all([1, 2, 3, 4].map(() => here().put(key, object)));
    expect(answers.every((answer) => answer.status === 201 || answer.status === 200)).toBe(true);
    expect(await spooled()).toEqual([]);
  });

  it('refuses bytes that do not hash to their name and leaves nothing', async () => {
    const key = await here().enrol();
    const name = fakeObject('something else').entry.object;
    const answer = await here().put(key, fakeObject('this'), name);
    expect([answer.status, answer.body.code]).toEqual([422, 'hash-wrong']);
    expect(await missing(key, [name])).toEqual([name]);
    expect(await spooled()).toEqual([]);
  });

  it.each([
    ['text/html', 415, 'type-unknown'],
    ['image/tiff', 415, 'type-unknown'],
    ['image/svg+xml', 422, 'type-wrong'],
    ['text/css', 422, 'type-wrong'],
    ['font/woff2', 422, 'type-wrong'],
    ['', 415, 'type-unknown'],
    ['image/png', 422, 'type-wrong'],
  ])('refuses a gzip sent as "%s"', async (type, status, code) => {
    const key = await here().enrol();
    const object = fakeObject(`as ${type}`);
    const answer = await here().put(key, object, undefined, type);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await missing(key, [object.entry.object])).toEqual([object.entry.object]);
  });

  it('refuses more than 64 MiB, announced or not, and leaves nothing', async () => {
    const headers = { ...here().bearer(await here().enrol()), 'Content-Type': 'application/gzip' };
    const path = `/api/objects/${'ab'.repeat(32)}`;
    const announced = await statusOf(
      path,
      { ...headers, 'Content-Length': String(limits.objectBytes + 1) },
      1,
    );
    const unannounced = await statusOf(path, headers, limits.objectBytes + 1);
    expect([announced, unannounced]).toEqual([413, 413]);
    await vi.waitFor(async () => expect(await spooled()).toEqual([]));
  });

  it('leaves nothing of an upload that was cut', async () => {
    const key = await here().enrol();
    const name = 'cd'.repeat(32);
    const headers = { ...here().bearer(key), 'Content-Type': 'application/gzip', 'Content-Length': '100000' };
    const upload = request(`${here().url()}/api/objects/${name}`, { method: 'PUT', headers });
    upload.on('error', () => undefined);
    upload.write(Buffer.alloc(5000));
    await vi.waitFor(async () => expect(await spooled()).toHaveLength(1), { timeout: 10_000 });
    upload.destroy();
    await vi.waitFor(async () => expect(await spooled()).toEqual([]), { timeout: 10_000 });
    expect(await missing(key, [name])).toEqual([name]);
  });

  it.each([
    '..%2f..%2fkeys%2freceipts.pem',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    'AB'.repeat(32),
    'ab'.repeat(31),
    '%00'.repeat(64),
    `${'ab'.repeat(31)}..`,
    '..%5c..%5ckeys',
  ])('refuses %s as an object name', async (name) => {
    const key = await here().enrol();
    const sent = await here().put(key, fakeObject('escape'), name);
    expect([sent.status, sent.body.code]).toEqual([422, 'field-wrong']);
    const asked = await here().post('/api/objects/missing', { objects: [name] }, here().bearer(key));
    expect([asked.status, asked.body.field]).toEqual([422, 'objects.0']);
    expect((await here().call(`/api/objects/${name}`, { headers: await here().signIn() })).status).toBe(404);
  });

  it('refuses to be asked for more than 2,000 at once', async () => {
    const objects = Array.from({ length: 2001 }, () => 'ab'.repeat(32));
    const answer = await here().post(
      '/api/objects/missing',
      { objects },
      here().bearer(await here().enrol()),
    );
    expect([answer.status, answer.body.field]).toEqual([422, 'objects']);
  });

  /** The status answered to a PUT of that many bytes; the connection may be cut right after the answer. */
  function statusOf(
    path: string,
    headers: Record<string, string>,
    bytes: number,
  ): Promise<number | undefined> {
    return new Promise((answered, failed) => {
      const upload = request(new URL(path, here().url()), { method: 'PUT', headers });
      let status: number | undefined;
      upload.on('response', (answer) => {
        status = answer.statusCode;
        answered(status);
        upload.destroy();
      });
      upload.on('error', (error) => (status === undefined ? failed(error) : undefined));
      const part = Buffer.alloc(1024 * 1024);
      let left = bytes;
      const more = () => {
        while (left > 0 && !upload.destroyed) {
          const next = part.subarray(0, left);
          left -= next.length;
          if (!upload.write(next)) return void upload.once('drain', more);
        }
      };
      more();
    });
  }
}
