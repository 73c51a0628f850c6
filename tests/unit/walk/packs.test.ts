import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isIdentityAddress, profileFor } from '../../../lib/walk/current-walk.ts';
import { createPacks } from '../../../lib/walk/packs.ts';

const readAsset = async (path: string): Promise<unknown> =>
  JSON.parse(await readFile(join(import.meta.dirname, '../../../public', path), 'utf8'));

const nothingImported = { programmes: [], siteProfiles: [] };

describe('packs', () => {
  it('gives the shipped programmes and profiles, read once', async () => {
    let reads = 0;
    const packs = createPacks(
      (path) => {
        reads += 1;
        return readAsset(path);
      },
      async () => nothingImported,
    );
    const first = await packs.programmes();
    const before = reads;
    expect(await packs.programmes()).toEqual(first);
    expect(reads).toBe(before);
    expect(first.map((each) => each.id)).toEqual(
      expect.arrayContaining(['weihai-2023', 'liaoning-2023', 'liaoning-hr-2023']),
    );
  });

  it('lets an imported programme take the place of a shipped one of the same id', async () => {
    const shipped = await createPacks(readAsset, async () => nothingImported).programmes();
    const own = { ...shipped[0]!, title: '本单位修订版' };
    const packs = createPacks(readAsset, async () => ({ ...nothingImported, programmes: [own] }));
    const all = await packs.programmes();
    expect(all).toHaveLength(shipped.length);
    expect(all.find((each) => each.id === own.id)?.title).toBe('本单位修订版');
  });

  it('tries again after a file could not be read', async () => {
    let broken = true;
    const packs = createPacks(
      (path) => (broken ? Promise.reject(new Error('disk')) : readAsset(path)),
      async () => nothingImported,
    );
    await expect(packs.programmes()).rejects.toThrow('disk');
    broken = false;
    expect((await packs.programmes()).length).toBeGreaterThan(0);
  });
});

describe('the profile of an address', () => {
  it('is the one whose hosts name it, those of the programme first', async () => {
    const profiles = await createPacks(readAsset, async () => nothingImported).siteProfiles();
    expect(profileFor('http://zwfw.localhost:4610/guide/1', profiles, [])?.id).toBe('practice-portal');
    expect(profileFor('https://example.org/', profiles, [])).toBeUndefined();
    expect(profileFor('not an address', profiles, [])).toBeUndefined();
    const twin = { ...profiles.find((each) => each.id === 'practice-portal')!, id: 'twin' };
    expect(profileFor('http://zwfw.localhost/', [...profiles, twin], ['twin'])?.id).toBe('twin');
  });

  it('knows identity hosts, and takes no broken address for one', async () => {
    const profiles = await createPacks(readAsset, async () => nothingImported).siteProfiles();
    const practice = profiles.find((each) => each.id === 'practice-portal');
    expect(isIdentityAddress('http://login.localhost:1/login?service=x', practice)).toBe(true);
    expect(isIdentityAddress('http://zwfw.localhost/', practice)).toBe(false);
    expect(isIdentityAddress('about:blank', practice)).toBe(false);
    expect(isIdentityAddress('nonsense', practice)).toBe(false);
  });
});
