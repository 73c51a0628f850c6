import { expect, it } from 'vitest';
import { groupMissing, missingReasons } from '../../../components/asset-list/group-missing.ts';
import { Asset } from '../../../lib/model/asset.ts';

const asset = (more: Partial<Asset>) => Asset.parse({ kind: 'image', ...more });

it('counts what was kept and groups what was not by kind and reason, addresses that are known first', () => {
  const { kept, bytes, missing } = groupMissing([
    asset({ object: 'a'.repeat(64), bytes: 10 }),
    asset({ object: 'b'.repeat(64), bytes: 5, kind: 'font' }),
    asset({ why: 'not-allowed' }),
    asset({ why: 'failed', url: 'https://x/1' }),
    asset({ why: 'failed', url: 'https://x/2' }),
    asset({ why: 'failed', url: 'https://x/f', kind: 'font' }),
  ]);
  expect([kept, bytes]).toEqual([2, 15]);
  expect(missing).toEqual([
    { kind: 'image', why: 'failed', urls: ['https://x/1', 'https://x/2'] },
    { kind: 'font', why: 'failed', urls: ['https://x/f'] },
    { kind: 'image', why: 'not-allowed', urls: [] },
  ]);
});

it('knows every reason the model names', () => {
  expect([...missingReasons].sort()).toEqual(
    ['cut', 'failed', 'not-allowed', 'not-finished', 'refused', 'taken-out', 'too-large', 'too-many'].sort(),
  );
});
