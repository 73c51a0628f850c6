import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainPathsOf, SiteProfile } from '../../../lib/model/site-profile.ts';
import { quietUrl } from '../../../lib/redact/quiet-url.ts';
import { metricsOnly, withoutWords } from '../../../lib/walk/metrics-only.ts';

describe('a row of a walk that keeps metrics alone', () => {
  test('keeps its time, kind and place, and no word of the page', () => {
    const action = {
      id: 'a1',
      at: 5,
      kind: 'click',
      label: '给张三发送验证码',
      role: 'button',
      selectors: ['aria/发送[role="button"]', 'text/发送', '#send', 'p[aria-label="x"]', 'xpath//p[1]'],
      hovered: [['aria/张三[role="button"]', 'xpath///a[normalize-space(.)="Zhang"]', '#me']],
      url: 'http://zwfw.example.org/handle/zhang?name=张三#/step/二',
    };
    expect(withoutWords(action, { plainPaths: ['handle', 'step'] })).toEqual({
      ...action,
      label: '',
      selectors: ['#send', 'xpath//p[1]'],
      hovered: [['#me']],
      url: 'http://zwfw.example.org/handle/_#/step/_',
    });
  });

  test('of a message the kind of the error or the host is left', () => {
    const of = (message: string) => withoutWords({ message }).message;
    expect(of('TypeError')).toBe('TypeError');
    expect(of('rs.example.org:4612')).toBe('rs.example.org:4612');
    expect(of('查无此人 李四')).toBe('');
    expect(of('user zhangsan not found')).toBe('');
  });

  test('a batch under old orders brings neither events nor assets, whatever is in its rows', () => {
    const rows = fc.array(
      fc.record({
        id: fc.string(),
        at: fc.nat(),
        label: fc.string(),
        text: fc.string(),
        message: fc.string(),
      }),
    );
    fc.assert(
      fc.property(rows, (list) => {
        const lists = { actions: list, incidents: list, visits: list, fields: list, waits: list };
        const kept = metricsOnly({
          ...lists,
          sightings: list,
          timings: list,
          events: [{ type: 2 }],
          assets: [{ n: 1 }],
          guides: [{ title: '张三的办件' }],
        });
        expect([kept.events, kept.assets, kept.guides]).toEqual([[], [], []]);
        for (const row of kept.actions) expect([row.label, row.text]).toEqual(['', '']);
      }),
    );
  });
});

describe('an address of such a walk', () => {
  test.each([
    ['http://a.example/guide/apply?code=1&name=x', 'http://a.example/guide/apply'],
    ['http://a.example/u/zhangsan', 'http://a.example/_/_'],
    ['http://a.example/guide/lisi.html', 'http://a.example/guide/_'],
    ['http://a.example/apply.html', 'http://a.example/apply.html'],
    ['http://a.example/people/%E5%BC%A0%E4%B8%89/files', 'http://a.example/_/_/_'],
    ['http://a.example/case/20250101000123#top', 'http://a.example/_/_'],
    ['http://a.example/#/form/李四?id=7', 'http://a.example/#/_/_'],
    ['http://me:pw@a.example/x', 'http://a.example/_'],
    ['data:text/plain,张三', 'data:'],
    ['/relative/path', '/_/_'],
  ])('%s is kept as %s', (url, kept) => expect(quietUrl(url, { plainPaths: ['guide', 'apply'] })).toBe(kept));

  test('tells hidden parts apart by the session’s key, and stays as it is when it is made quiet again', () => {
    const rules = { plainPaths: ['u'], key: 'k' };
    const one = quietUrl('http://a.example/u/zhangsan/files', rules);
    expect(one).toMatch(/^http:\/\/a\.example\/u\/_[A-Z]{3}\/_[A-Z]{3}$/);
    expect(quietUrl(one, rules)).toBe(one);
    expect(quietUrl('http://a.example/u/lisi/files', rules)).not.toBe(one);
    expect(quietUrl('http://a.example/u/zhangsan/files', { ...rules, key: 'other' })).not.toBe(one);
  });

  test.each([
    ['^http://rs\\.localhost(:\\d+)?/apply/', ['apply']],
    ['^http://old\\.localhost(:\\d+)?/(index|main)\\.html$', ['index', 'main']],
    ['/icity/proinfo(?:_new)?/index', ['icity', 'proinfo', 'index']],
    ['/page/hao-cha-ping$', ['page', 'hao-cha-ping']],
  ])('may keep the words that the profile’s own rule %s spells out', (pattern, words) => {
    const profile = SiteProfile.parse({
      id: 'p',
      name: 'p',
      hosts: ['a'],
      stageRules: [{ pattern, stage: 'other' }],
      plainPaths: ['help'],
    });
    expect(plainPathsOf(profile)).toEqual(expect.arrayContaining([...words, 'help']));
    expect(plainPathsOf(undefined)).toEqual([]);
  });
});
