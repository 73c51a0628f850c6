import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hmacSha256, sha256 } from '../../../lib/capture/keyed-hash.ts';

it('hashes as the platform does, whatever the length', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(Buffer.from(sha256(bytes)).toString('hex')).toBe(
        createHash('sha256').update(bytes).digest('hex'),
      );
    }),
  );
});

it('signs as the platform does, whatever the key', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.uint8Array({ maxLength: 200 }), (key, bytes) => {
      expect(Buffer.from(hmacSha256(key, bytes)).toString('hex')).toBe(
        createHmac('sha256', key).update(bytes).digest('hex'),
      );
    }),
  );
});
