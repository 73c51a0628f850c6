import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { askHealth, enrol, mustReadAddress } from '../../../lib/deliver/enrol.ts';
import { createFakeCollector, type FakeCollector, json } from './fake-collector.ts';

let collector: FakeCollector;
beforeEach(() => {
  collector = createFakeCollector();
});

describe('an address', () => {
  test.each([
    ['https://guiji.example.org', 'https://guiji.example.org'],
    ['  http://10.0.0.8:4600/desk?x=1#y  ', 'http://10.0.0.8:4600'],
    ['guiji.example.org:4600', 'http://guiji.example.org:4600'],
    ['http://user:secret@guiji.example.org/', 'http://guiji.example.org'],
  ])('%s is read as %s', (typed, origin) => {
    expect(mustReadAddress(typed)).toBe(origin);
  });

  test.each(['', 'ftp://guiji.example.org', 'javascript:alert(1)', 'file:///etc/passwd', 'http://'])(
    '%s is refused',
    (typed) => {
      expect(() => mustReadAddress(typed)).toThrow(
        expect.objectContaining({ code: 'address', field: 'url' }),
      );
    },
  );

  test('whatever is typed comes out as an http origin or is refused', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
        try {
          expect(mustReadAddress(typed)).toMatch(/^https?:\/\/[^/]+$/);
        } catch (error) {
          expect(error).toMatchObject({ code: 'address' });
        }
      }),
    );
  });
});

describe('enrolling', () => {
  const go = (code = 'K7QD-9MXA-42TR') =>
    enrol('https://guiji.example.org/desk', code, 'Chromium', collector.fetch, 50);

  test('changes a code for a key, once', async () => {
    const { url, key, publicKey } = collector;
    expect(await go(' K7QD-9MXA-42TR ')).toEqual({ url, key, publicKey, collector: '云岭归集服务' });
    await expect(go()).rejects.toMatchObject({
      code: 'code-wrong',
      field: 'code',
      message: '登记码不正确。',
    });
  });

  test.each<[string, () => Response, string]>([
    ['a page of another server', () => new Response('<!doctype html>'), 'collector-nonsense'],
    [
      'a key too short to be one',
      () => json(200, { key: 'k', collector: 'c', publicKey: 'p' }),
      'collector-nonsense',
    ],
    ['a refusal that is none of ours', () => json(403, { error: 'forbidden' }), 'collector-nonsense'],
    [
      'a reply with the status of a refusal',
      () => json(500, { key: 'k'.repeat(20), collector: 'c', publicKey: 'p' }),
      'collector-nonsense',
    ],
  ])('%s leaves the browser not enrolled', async (_, reply, code) => {
    collector.spoil(reply);
    await expect(go()).rejects.toMatchObject({ code, field: 'url' });
  });

  test('nobody there, and somebody who never answers, are told apart', async () => {
    collector.spoil(() => Promise.reject(new TypeError('Failed to fetch')));
    await expect(go()).rejects.toMatchObject({ code: 'collector-unreachable', field: 'url' });
    collector.spoil(() => new Promise(() => {}));
    await expect(go()).rejects.toMatchObject({ code: 'collector-slow', field: 'url' });
  });
});

describe('asking whether a collector is there', () => {
  test('gives its name', async () => {
    expect(await askHealth(collector.url, collector.fetch)).toEqual({ name: '云岭归集服务' });
  });

  test.each<[string, () => Response]>([
    ['a page', () => new Response('<!doctype html>')],
    ['null', () => json(200, null)],
    ['a service that is not well', () => json(200, { ok: false })],
    ['a failure', () => json(503, { ok: true })],
  ])('%s is no collector', async (_, reply) => {
    collector.spoil(reply);
    await expect(askHealth(collector.url, collector.fetch)).rejects.toMatchObject({
      code: 'collector-nonsense',
    });
  });
});
