import { describe, expect, test } from 'vitest';
import { addressOf, findStageRule, SiteProfile } from '../../../lib/model/site-profile.ts';

describe('addressOf', () => {
  test.each([
    ['https://a.example/x?q=1', 'https://a.example/x'],
    ['https://a.example/x#top', 'https://a.example/x'],
    ['https://a.example/x?q=1#/apply/2?id=9', 'https://a.example/x#/apply/2'],
    ['https://a.example/#!/home', 'https://a.example/#!/home'],
    ['https://a.example/#home/x', 'https://a.example/'],
    ['https://a.example/x#?q=/y', 'https://a.example/x'],
    ['https://a.example/x#/y#z', 'https://a.example/x#/y'],
    ['about:blank', 'about:blank'],
    ['', ''],
  ])('of %s is %s', (url, address) => {
    expect(addressOf(url)).toBe(address);
    expect(addressOf(address)).toBe(address);
  });
});

describe('findStageRule', () => {
  const profile = SiteProfile.parse({
    id: 'p',
    name: '练习',
    hosts: ['a.example'],
    stageRules: [
      { pattern: '/apply/material$', stage: 'material', name: '材料上传' },
      { pattern: '/apply/', stage: 'apply' },
      { pattern: '#/login$', stage: 'login' },
    ],
  });
  test.each([
    ['https://a.example/apply/material?id=7', 'material'],
    ['https://a.example/apply/form', 'apply'],
    ['https://a.example/app#/login?next=/apply/', 'login'],
    ['https://a.example/home?next=/apply/form', undefined],
  ])('the first rule that fits %s says %s', (url, stage) => {
    expect(findStageRule(url, profile)?.stage).toBe(stage);
  });

  test('without a profile there is no rule', () => {
    expect(findStageRule('https://a.example/apply/', undefined)).toBeUndefined();
  });

  test('a pattern that is no regular expression is refused when the profile is read', () => {
    const bad = {
      id: 'p',
      name: '练习',
      hosts: ['a.example'],
      stageRules: [{ pattern: '(', stage: 'find' }],
    };
    expect(SiteProfile.safeParse(bad).error?.issues[0]?.path).toEqual(['stageRules', 0, 'pattern']);
  });
});
