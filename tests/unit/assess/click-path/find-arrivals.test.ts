import { describe, expect, it } from 'vitest';
import { findArrivals } from '../../../../lib/assess/click-path/find-arrivals.ts';
import { readClickPath } from '../../../../lib/assess/click-path/read-click-path.ts';
import { visit } from '../evidence.ts';
import { act, walk } from './walk.ts';

const told = (report: ReturnType<typeof walk>) =>
  findArrivals(report).arrivals.map((each) => [
    each.address.replace('https://zwfw.example', '') + (each.wizardStep && `#${each.wizardStep}`),
    each.by,
    each.ms,
  ]);

describe('arrivals', () => {
  it('last until the next in their tab, without pauses', () => {
    const visits = [visit(0, '/a'), visit(10, '/b'), visit(40, '/c', { back: true })];
    expect(told(walk(60, { visits }, [{ from: 20, to: 30 }]))).toEqual([
      ['/a', 'start', 10],
      ['/b', 'link', 20],
      ['/c', 'history', 20],
    ]);
  });

  it('count only the time their tab was looked at', () => {
    const visits = [
      visit(0, '/a'),
      visit(10, '/popup', { tab: 2 }),
      visit(12, '', { tab: 2, kind: 'tab' }),
      visit(30, '', { tab: 1, kind: 'tab' }),
      visit(50, '/b'),
    ];
    const report = walk(60, { visits });
    expect(told(report)).toEqual([
      ['/a', 'start', 32],
      ['/popup', 'opened', 18],
      ['/b', 'link', 10],
    ]);
    expect(findArrivals(report).switches.map((each) => [each.at, each.to.tab, each.opened])).toEqual([
      [12, 2, true],
      [30, 1, false],
    ]);
  });

  it('are none at an empty page on the way', () => {
    const blank = visit(12, '/', { tab: 2, url: 'about:blank' });
    const visits = [
      visit(0, '/a'),
      visit(10, '', { tab: 2, kind: 'tab' }),
      blank,
      visit(15, '/b', { tab: 2 }),
    ];
    expect(told(walk(20, { visits }))).toEqual([
      ['/a', 'start', 15],
      ['/b', 'opened', 5],
    ]);
  });

  it('wait for a tab’s first page before the view goes there', () => {
    const visits = [visit(0, '/a'), visit(10, '', { tab: 2, kind: 'tab' }), visit(15, '/b', { tab: 2 })];
    expect(told(walk(20, { visits }))).toEqual([
      ['/a', 'start', 15],
      ['/b', 'opened', 5],
    ]);
  });

  it('take in what the page does by itself: its frame, its wizard, its own address', () => {
    const visits = [
      visit(0, '/a'),
      visit(2, '/frame', { frame: 7, stage: 'apply' }),
      visit(4, '/frame', { frame: 7, kind: 'wizard', wizardStep: '须知' }),
      visit(20, '/frame', { frame: 7, kind: 'wizard', wizardStep: '填报' }),
      visit(40, '/frame', { frame: 8 }),
    ];
    expect(told(walk(50, { visits, actions: [act(15)] }))).toEqual([
      ['/a#须知', 'start', 20],
      ['/a#填报', 'wizard', 30],
    ]);
  });

  it('of an identity host are one closed place, whatever lies inside', () => {
    const host = 'https://login.example';
    const visits = [
      visit(0, '/a'),
      visit(10, `${host}/login`, { identity: true }),
      visit(20, `${host}/login/again`, { identity: true }),
      visit(30, '/b'),
    ];
    expect(told(walk(50, { visits }))).toEqual([
      ['/a', 'start', 10],
      [host, 'link', 20],
      ['/b', 'link', 20],
    ]);
  });

  it('are made anew by a reload and by a route that an action led to', () => {
    const visits = [
      visit(0, '/a'),
      visit(10, '/a', { transition: 'reload' }),
      visit(20, '/a?page=2', { kind: 'route' }),
    ];
    expect(told(walk(30, { visits })).map(([, by]) => by)).toEqual(['start', 'reload']);
    expect(told(walk(30, { visits, actions: [act(15)] })).map(([, by]) => by)).toEqual([
      'start',
      'reload',
      'route',
    ]);
  });

  it('are by back or forward as the addresses before them say, by either where they do not', () => {
    const route = (at: number, path: string, back = false) => visit(at, path, { kind: 'route', back });
    const visits = [
      visit(0, '/a'),
      route(10, '/b'),
      route(20, '/a', true),
      route(30, '/b', true),
      visit(40, '/c'),
      visit(50, '/elsewhere', { back: true }),
      visit(60, '/d'),
      visit(70, '/d', { transition: 'reload' }),
      visit(80, '/elsewhere', { back: true }),
    ];
    const actions = [act(5)];
    expect(told(walk(90, { visits, actions })).map(([, by]) => by)).toEqual([
      'start',
      'route',
      'back',
      'forward',
      'link',
      'history',
      'link',
      'reload',
      'back',
    ]);
  });

  it('stay in one tab that the browser gave other numbers', () => {
    const visits = [
      visit(0, '/'),
      visit(1000, '', { kind: 'tab', tab: 2 }),
      visit(1100, 'https://old.example/', { tab: 2 }),
      visit(5000, '', { kind: 'tab', tab: 8, wasTab: 1 }),
      visit(5100, '/', { tab: 8 }),
      visit(6000, '', { kind: 'tab', tab: 2 }),
      visit(9000, '', { kind: 'tab', tab: 9, wasTab: 8 }),
      visit(9100, '/', { tab: 9 }),
    ];
    const actions = [act(9500, { tab: 9 })];
    const { flow, groups } = readClickPath(walk(10_000, { visits, actions, requests: [] }));
    expect(flow.lanes.map(({ tab }) => tab)).toEqual([1, 2]);
    expect(flow.nodes.map(({ arrivals, actions: done }) => [arrivals, done])).toEqual([
      [3, 1],
      [1, 0],
    ]);
    const ways = groups.flatMap(({ entries }) =>
      entries.map((each) => (each.what === 'place' ? each.by : '')),
    );
    expect(ways.filter((by) => by === 'opened')).toHaveLength(1);
  });
});
