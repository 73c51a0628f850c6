import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { actionSentence } from '../../../components/click-path/action-sentence.ts';
import { joinRings, spotLabel } from '../../../components/click-path/join-rings.ts';
import { filterGroups, pageGroups } from '../../../components/click-path/page-rows.ts';
import { placeSentence } from '../../../components/click-path/place-sentence.ts';
import { shortTime } from '../../../components/click-path/short-time.ts';
import { Action, actionKinds } from '../../../lib/model/action.ts';
import type { PathEntry, PathGroup, ShotRing } from '../../../lib/model/click-path.ts';

const root = new URL('../../../', import.meta.url);
function flatten(node: unknown, path: string): [string, string][] {
  if (typeof node !== 'object' || node === null) return [[path, String(node)]];
  return Object.entries(node).flatMap(([key, value]) => flatten(value, path ? `${path}.${key}` : key));
}
const textsOf = (language: string) =>
  new Map(flatten(parse(readFileSync(new URL(`locales/${language}.yml`, root), 'utf8')), ''));
const chinese = textsOf('zh_CN');
const text = (key: string, ...values: (string | number)[]) => {
  const sentence = chinese.get(key);
  if (sentence === undefined) throw new Error(`no sentence for ${key}`);
  return sentence.replace(/\$(\d)/g, (_, n: string) => String(values[Number(n) - 1]));
};

const act = (kind: Action['kind'], more: Partial<Action> = {}) =>
  Action.parse({ id: 'a', at: 1, stream: 's', tab: 1, frame: 0, kind, label: '联系电话', ...more });
const said = (...run: Action[]) => actionSentence(run, text);

describe('an action as a sentence', () => {
  it('says what was done to what, and of values their measure alone', () => {
    expect([
      said(act('click', { label: '下一步' })),
      said(act('type', { value: { length: 11 } })),
      said(act('select')),
      said(act('check', { value: { checked: true } })),
      said(act('check', { value: { checked: false } })),
      said(act('upload', { label: '身份证', value: { files: [{ extension: 'pdf', bytes: 122_880 }] } })),
      said(
        act('upload', {
          label: '证明',
          value: {
            files: [
              { extension: 'pdf', bytes: 1000 },
              { extension: 'pdf', bytes: 24 },
            ],
          },
        }),
      ),
      said(act('key', { label: '', value: { key: 'Enter' } })),
      said(act('back')),
      said(act('tab')),
    ]).toEqual([
      '点击“下一步”',
      '在“联系电话”中输入（11 字）',
      '在“联系电话”中选择',
      '勾选“联系电话”',
      '取消勾选“联系电话”',
      '在“身份证”上传文件（pdf，120 KB）',
      '在“证明”上传 2 个文件（pdf，1 KB）',
      '按 Enter 键',
      '返回上一页',
      '切换到另一标签页',
    ]);
  });

  it('makes one sentence of a run', () => {
    const click = act('click', { label: '提交' });
    expect(said(click, click, click, click, click)).toBe('连续点击“提交” 5 次');
    expect(said(act('click'), act('type', { value: { length: 3 } }))).toBe('在“联系电话”中输入（3 字）');
    expect(said(click, act('submit', { label: '提交' }))).toBe('点击“提交”，提交表单');
  });

  it('has one for every kind, with a name or without', () => {
    for (const kind of actionKinds) {
      for (const label of ['甲', '']) expect(said(act(kind, { label }))).not.toBe('');
    }
  });
});

it('says how the walker came to a place', () => {
  const came = (by: Parameters<typeof placeSentence>[0]['by'], again: boolean) =>
    placeSentence({ by, again }, '办事指南', text);
  expect([
    came('back', true),
    came('back', false),
    came('history', true),
    came('forward', true),
    came('tab', true),
    came('link', true),
  ]).toEqual([
    '返回上一页“办事指南”',
    '用后退或前进到“办事指南”',
    '用后退或前进到“办事指南”',
    '前进到“办事指南”',
    '切换到另一标签页“办事指南”',
    '又到“办事指南”',
  ]);
});

it('tells a length of time in few characters', () => {
  expect([340, 12_000, 59_400, 59_600, 65_000, 3_725_000].map((ms) => shortTime(ms, text))).toEqual([
    '0.3秒',
    '12秒',
    '59秒',
    '01:00',
    '01:05',
    '1:02:05',
  ]);
});

const entry = (key: string, problem: boolean) => ({ key, problem }) as PathEntry;
const group = (...entries: PathEntry[]): PathGroup => ({ step: undefined, entries });

describe('a list', () => {
  it('shows problems alone when asked, and then no empty step', () => {
    const groups = [group(entry('a', false), entry('b', true)), group(entry('c', false)), group()];
    expect(filterGroups(groups, true).map((each) => each.entries.map(({ key }) => key))).toEqual([['b']]);
    expect(filterGroups(groups, false)).toEqual(groups);
  });

  it('is cut into pages that lose nothing and are never too long', () => {
    const sizes = fc.array(fc.nat(12), { maxLength: 12 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 7 }), (lengths, most) => {
        const groups = lengths.map((length, n) =>
          group(...Array.from({ length }, (_, m) => entry(`${n}-${m}`, false))),
        );
        const pages = pageGroups(groups, most);
        const keys = (of: readonly PathGroup[]) => of.flatMap((each) => each.entries.map(({ key }) => key));
        expect(pages.flatMap((page) => keys(page.groups))).toEqual(keys(groups));
        for (const page of pages) expect(keys(page.groups).length).toBe(page.to - page.from);
        expect(Math.max(0, ...pages.map((page) => page.to - page.from))).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe('rings on a screenshot', () => {
  const ring = (n: number, x: number, y: number) => ({ n, x, y }) as ShotRing;

  it('are drawn as one where they would cover each other', () => {
    const spots = joinRings([ring(3, 0.5, 0.5), ring(4, 0.51, 0.5), ring(9, 0.5, 0.9)], 0.6);
    expect(spots.map(spotLabel)).toEqual(['3·4', '9']);
  });

  it('are each drawn exactly once, and no two spots cover each other', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(share, share), { maxLength: 30 }), (places) => {
        const spots = joinRings(
          places.map(([x, y], n) => ring(n, x, y)),
          0.6,
          0.05,
        );
        expect(spots.flatMap((spot) => spot.rings.map(({ n }) => n)).sort((a, b) => a - b)).toEqual(
          places.map((_, n) => n),
        );
        for (const a of spots) {
          for (const b of spots) {
            if (a !== b) expect(Math.hypot(a.x - b.x, (a.y - b.y) * 0.6)).toBeGreaterThanOrEqual(0.05);
          }
        }
      }),
    );
  });
});

describe.each(['zh_CN', 'en'])('the click path in %s', (language) => {
  it('has a sentence for every key it names', () => {
    const texts = textsOf(language);
    const folder = new URL('components/click-path/', root);
    const named = readdirSync(folder).flatMap((name) =>
      [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(clickPath(?:\.\w+)+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((key) => !texts.has(key) && key !== 'clickPath.shots.unplaced')).toEqual([]);
    const made = [
      ...['list', 'flow', 'shots', 'label'].map((view) => `clickPath.view.${view}`),
      ...[
        'start',
        'opened',
        'link',
        'route',
        'wizard',
        'again',
        'back',
        'backElsewhere',
        'forward',
        'reload',
        'address',
        'tab',
      ].map((by) => `clickPath.came.${by}`),
      ...['forward', 'return', 'switch', 'self'].map((kind) => `clickPath.flow.kind.${kind}`),
      ...['forward', 'return', 'switch', 'detour', 'identity'].map((kind) => `clickPath.flow.legend.${kind}`),
      ...['from', 'to', 'kind', 'count', 'median', 'total'].map((each) => `clickPath.flow.column.${each}`),
      ...['start', 'end', 'tabOpened', 'lane', 'detour', 'stayed', 'incidents', 'painPoints'].map(
        (badge) => `clickPath.flow.${badge}`,
      ),
      ...['frame', 'box', 'outside', 'noPoint', 'resized'].map((why) => `clickPath.shots.unplaced.${why}`),
    ];
    expect(made.filter((key) => !texts.has(key))).toEqual([]);
  });
});
