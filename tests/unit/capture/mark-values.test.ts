import { afterEach, expect, test, vi } from 'vitest';
import { createMarker } from '../../../lib/capture/mark-values.ts';

afterEach(() => vi.unstubAllGlobals());

test('a value has the same mark on plain http, where the browser has no HMAC, as elsewhere', async () => {
  const key = '00112233445566778899aabbccddeeff';
  const secure = await createMarker(key)('青溪市北区 1 号');
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues });
  expect(await createMarker(key)('青溪市北区1号')).toBe(secure);
  expect(secure).toMatch(/^[0-9a-f]{24}$/);
});

test('a value of under four characters has no mark', async () => {
  expect(await createMarker('00ff')('1 2 3')).toBeUndefined();
});
