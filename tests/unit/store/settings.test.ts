import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { emptySettings, Settings } from '../../../lib/model/settings.ts';
import { SiteProfile } from '../../../lib/model/site-profile.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { freshStore } from './fresh-store.ts';

let store: Store;
beforeEach(() => {
  store = freshStore();
});
const put = (value: unknown) => store.db.settings.put({ key: 'settings', value });
const walker = { unit: '云岭市', name: '张三', position: '', contact: '' };
const named = { ...walker, as: 'official' as const };
const enrolment = {
  url: 'https://guiji.example.org',
  key: `zyb_${'k'.repeat(20)}`,
  collector: '云岭归集服务',
  publicKey: 'AAAA',
};
const profile = SiteProfile.parse(JSON.parse(readFileSync('public/sites/liaoning.json', 'utf8')));

test('what was never set is empty', async () => {
  expect(await store.settings.read()).toEqual(emptySettings);
});

test('a change leaves the other settings alone', async () => {
  await store.settings.change({ walker });
  await store.settings.change({ enrolment });
  expect(await store.settings.read()).toMatchObject({ walker, enrolment });
  await store.settings.change({ enrolment: undefined });
  expect(await store.settings.read()).toMatchObject({ walker });
  expect((await store.settings.read()).enrolment).toBeUndefined();
});

describe('a damaged row', () => {
  test('costs only what is damaged, also at the next save', async () => {
    await put({
      walker,
      enrolment,
      programmeStarts: 'soon',
      siteProfiles: [profile, { id: 'from an old version' }],
      formPeople: [named, { ...named, name: '' }],
      programmeId: '../..',
    });
    expect(await store.settings.read()).toEqual({
      walker,
      enrolment,
      programmeStarts: {},
      siteProfiles: [profile],
      formPeople: [named],
      programmeId: undefined,
    });
    await store.settings.change({ walker: { ...walker, name: '李四' } });
    expect(await store.settings.read()).toMatchObject({
      enrolment,
      walker: { name: '李四' },
      siteProfiles: [{ id: profile.id }],
    });
  });

  test('a damaged enrolment reads as none rather than as one that cannot work', async () => {
    await put({ walker, enrolment: { ...enrolment, key: '' }, siteProfiles: [] });
    expect((await store.settings.read()).enrolment).toBeUndefined();
  });

  test('whatever lies there, settings are read that fit the model', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.jsonValue(), fc.record({ walker: fc.jsonValue(), siteProfiles: fc.jsonValue() })),
        async (value) => {
          await put(value);
          expect(Settings.safeParse(await store.settings.read()).success).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });
});
