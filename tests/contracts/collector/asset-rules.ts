import { createHash, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { ObjectEntry } from '../../../lib/model/object-entry.ts';
import { boxFont, pngOf } from '../../portal/portal-site/assets-files.ts';
import { type FakeObject, fakeReport } from '../../support/fake-report.ts';
import type { Harness } from './harness.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** An object of its own in every run: the collector keeps the first type it was sent as. */
const kinds: [ObjectEntry['type'], (mark: string) => Uint8Array][] = [
  ['text/css', (mark) => utf8(`.办{content:"${mark}"}`)],
  ['image/svg+xml', (mark) => utf8(`${script}<!--${mark}-->`)],
  ['image/png', (mark) => new Uint8Array([...pngOf(1, 2, 3), ...utf8(mark)])],
  ['font/ttf', (mark) => new Uint8Array([...boxFont(), ...utf8(mark)])],
];

function objectOf(type: ObjectEntry['type'], content: Uint8Array): FakeObject {
  const bytes = Uint8Array.from(content);
  return {
    bytes,
    entry: { object: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, type },
  };
}

const kindOf = (type: string) =>
  type === 'text/css' ? 'style' : type.startsWith('font/') ? 'font' : 'image';

export function assetRules(here: () => Harness): void {
  it.each(kinds)(
    'keeps a frozen asset of type %s, and hands it out as a download that may do nothing',
    async (type, make) => {
      const [key, admin] = [await here().enrol(), await here().signIn()];
      const object = objectOf(type, make(randomUUID()));
      expect((await here().put(key, object, undefined, type)).status).toBe(201);
      const asset = {
        kind: kindOf(type),
        url: '',
        object: object.entry.object,
        bytes: object.entry.bytes,
        why: '',
      } as const;
      const report = fakeReport({ id: `r-${randomUUID()}`, assets: [asset], objects: [object.entry] });
      expect((await here().handIn(key, report)).status).toBe(201);
      const answer = await fetch(`${here().url()}/api/objects/${object.entry.object}`, { headers: admin });
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(object.bytes);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('content-disposition')).toBe('attachment');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
    },
  );

  it('refuses a report whose asset rests on an object it does not list, and says which', async () => {
    const asset = { kind: 'image', url: '', object: 'a'.repeat(64), bytes: 1, why: '' } as const;
    const { status, body } = await here().handIn(
      await here().enrol(),
      fakeReport({ id: `r-${randomUUID()}`, assets: [asset] }),
    );
    expect([status, body.code, body.field]).toEqual([422, 'object-not-named', 'assets.0.object']);
  });

  it.each<[ObjectEntry['type'], string]>([
    ['text/css', script],
    ['image/svg+xml', 'a{}'],
    ['font/woff2', 'wOFF1234'],
    ['image/gif', 'GIF8 is text'],
  ])('refuses as %s what begins otherwise: %s', async (type, text) => {
    const object = objectOf(type, utf8(text));
    const answer = await here().put(await here().enrol(), object, undefined, type);
    expect([answer.status, answer.body.code]).toEqual([422, 'type-wrong']);
  });
}
