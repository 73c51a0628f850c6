import { describe, expect, test } from 'vitest';
import { findHints } from '../../../../lib/assess/hints/find-hints.ts';
import { GuidePage } from '../../../../lib/model/guide-page.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import { action, field, gap, portal, start, step, visit, walk } from '../signals/walk.ts';

const kinds = (rows: Partial<SessionReport>, others: SessionReport[] = []) =>
  findHints(walk(rows), others).map(({ kind }) => kind);
const typed = (at: number, length: number, label = `栏${at}`) =>
  action(at, 'type', label, { value: { length } });
const guide = (url: string) =>
  GuidePage.parse({ id: 'g1', at: start, tab: 1, frame: 0, url: portal + url, fields: [] });

test('a walk as people make it gives no hints', () => {
  const visits = [visit(0, '/', { stage: 'find' }), visit(20_000, '/apply', { stage: 'apply' })];
  const actions = [
    typed(30_000, 11),
    action(36_000, 'click', '下一步'),
    typed(40_000, 18),
    action(52_000, 'click', '提交'),
  ];
  expect(kinds({ visits, actions, steps: [step(0, 60_000)] })).toEqual([]);
});

test('a guide left at once; coming back to it does not count', () => {
  const visits = [
    visit(0, '/guide/1'),
    visit(1000, '/apply'),
    visit(9000, '/guide/1'),
    visit(9500, '/apply'),
  ];
  const [hint] = findHints(walk({ visits, guidePages: [guide('/guide/1')] }));
  expect(hint).toMatchObject({ kind: 'fast-reading', figures: [1, 3] });
  const slow = [visit(0, '/guide/1'), visit(8000, '/apply')];
  expect(kinds({ visits: slow, guidePages: [guide('/guide/1')] })).toEqual([]);
});

test('long values all at once, unless they are few', () => {
  const pasted = [0, 1000, 2000, 3000].flatMap((at) => [typed(at, 18), action(at + 100, 'click', '下一栏')]);
  expect(kinds({ actions: pasted })).toEqual(['values-at-once']);
  expect(kinds({ actions: pasted.slice(0, 4) })).toEqual([]);
  const slow = [0, 9000, 18_000].flatMap((at) => [typed(at, 18), action(at + 6000, 'click', '下一栏')]);
  expect(kinds({ actions: slow })).toEqual([]);
});

describe('compared with an earlier walk', () => {
  const path = (shift: number, jitter = 0) =>
    Array.from({ length: 20 }, (_, n) => action(n * 2000 + shift + (n % 2) * jitter, 'click', `按钮${n}`));

  test('the same actions in the same rhythm', () => {
    const other = walk({ actions: path(500) });
    expect(kinds({ actions: path(0) }, [other])).toContain('same-as-before');
    expect(kinds({ actions: path(0, 1500) }, [other])).not.toContain('same-as-before');
    expect(kinds({ actions: path(0).slice(0, 5) }, [walk({ actions: path(0).slice(0, 5) })])).toEqual([]);
  });
});

test.each([
  ['http://test-zwfw.example.gov/', true],
  ['http://uat.example.gov/', true],
  ['http://10.1.2.3:8080/app', true],
  ['http://zwfw.localhost:4610/', true],
  ['https://zwfw.example.gov/', false],
  ['https://contest.example.gov/', false],
  ['https://latest-news.example.gov/', false],
])('the host of %s is one for trying out: %s', (url, expected) => {
  expect(kinds({ visits: [visit(0, url)] }).includes('test-host')).toBe(expected);
});

test('a walk that began at the form', () => {
  const visits = [visit(0, '/apply', { stage: 'apply' })];
  expect(kinds({ visits, steps: [step(0, 9000)] })).toEqual(['skipped-to-form']);
  expect(kinds({ visits, steps: [step(0, 9000, {}, { stage: 'find' })] })).toEqual([]);
});

test('minutes without a pause and without a way back', () => {
  const busy = [step(0, 400_000, { idle: 1000, active: 399_000 })];
  expect(kinds({ steps: busy })).toEqual(['no-hesitation']);
  expect(kinds({ steps: busy, visits: [visit(0, '/'), visit(9000, '/', { back: true })] })).toEqual([]);
});

test('typing for a long time is not being away', () => {
  const written = { ...action(0, 'type', '情况说明'), spans: [{ from: start, to: start + 700_000 }] };
  expect(kinds({ actions: [written, action(720_000, 'click', '提交')] })).toEqual([]);
});

test('the machine asleep is not the walker away', () => {
  const actions = [action(0, 'click', '下一步'), action(720_000, 'click', '提交')];
  expect(kinds({ actions, gaps: [gap(20_000, 700_000, 'asleep')] })).toEqual([]);
});

test('long away without a pause', () => {
  const actions = [action(0, 'click', '甲'), action(700_000, 'click', '乙')];
  expect(findHints(walk({ actions }))).toMatchObject([{ kind: 'long-away', figures: [1, 12] }]);
});

test('little of it recorded, with the gaps it rests on', () => {
  const coverage = { walkedMs: 100_000, recordedMs: 30_000, frames: 1, framesRecorded: 1 };
  const [hint] = findHints(walk({ coverage, gaps: [gap(0, 70_000, 'no-script-here')] }));
  expect(hint).toMatchObject({ kind: 'much-unrecorded', figures: [30] });
  expect(hint?.evidence).toHaveLength(1);
});

test('handed in sooner than its fields can be read', () => {
  const fields = Array.from({ length: 12 }, (_, n) => field(100, `栏${n}`));
  const session = { ...walk().session, outcome: 'submitted' as const };
  expect(kinds({ session, fields, steps: [step(0, 9000)] })).toEqual(['very-short']);
  expect(kinds({ session, fields, steps: [step(0, 90_000)] })).toEqual([]);
});
