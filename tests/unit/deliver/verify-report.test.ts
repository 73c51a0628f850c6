import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256 } from '../../../lib/deliver/hash.ts';
import { chainOf, verifyReport } from '../../../lib/deliver/verify-report.ts';
import type { SessionReport } from '../../../lib/model/report.ts';
import { sampleReport } from './sample-report.ts';

it('hashes bytes and texts as everyone else does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.string({ unit: 'grapheme' }), async (bytes, words) => {
      expect(await sha256(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(await sha256(words)).toBe(createHash('sha256').update(words).digest('hex'));
    }),
  );
});

it('begins a chain from nothing and links the names as text', async () => {
  const first = await chainOf('', 'a'.repeat(64));
  expect(first).toBe(await sha256('a'.repeat(64)));
  expect(await chainOf(first, 'b'.repeat(64))).toBe(await sha256(first + 'b'.repeat(64)));
});

it('accepts a sound report and asks for each object once', async () => {
  const { reportJson, objects } = await sampleReport();
  const asked: string[] = [];
  await verifyReport(JSON.parse(reportJson) as SessionReport, async (object) => {
    asked.push(object);
    return objects.find((entry) => entry.object === object)?.bytes;
  });
  expect(asked).toEqual(objects.map(({ object }) => object));
});
