import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findArrivals } from '../../../../lib/assess/click-path/find-arrivals.ts';
import { distances } from '../../../../lib/assess/click-path/find-detours.ts';
import { readClickPath } from '../../../../lib/assess/click-path/read-click-path.ts';
import { awayBetween } from '../../../../lib/model/away.ts';
import { visit } from '../evidence.ts';
import { act, anyWalk, incident, painPoint, walk } from './walk.ts';

const flowOf = (...given: Parameters<typeof walk>) => readClickPath(walk(...given)).flow;
const pathOf = (key: string) => key.replace(/^\d\|https:\/\/zwfw\.example/, '').replace(/\|$/, '');
const edgesIn = (flow: ReturnType<typeof flowOf>) =>
  flow.edges.map(({ from, to, kind, count, totalMs }) => [pathOf(from), pathOf(to), kind, count, totalMs]);

describe('the flow', () => {
  const there = [visit(0, '/'), visit(10, '/guide'), visit(30, '/', { back: true }), visit(35, '/guide')];

  it('tells goings from place to place with counts and times, and marks the way back', () => {
    const flow = flowOf(60, { visits: [...there, visit(50, '/apply')] });
    expect(edgesIn(flow)).toEqual([
      ['/', '/guide', 'forward', 2, 15],
      ['/guide', '/', 'return', 1, 20],
      ['/guide', '/apply', 'forward', 1, 15],
    ]);
    expect(flow.edges[0]).toMatchObject({ medianMs: 7.5, byButton: 0 });
    expect(flow.edges[1]).toMatchObject({ byButton: 1 });
    const [home, guide] = flow.nodes;
    expect(home).toMatchObject({ arrivals: 2, totalMs: 15, entry: 'walk', exit: undefined });
    expect(guide).toMatchObject({ arrivals: 2, totalMs: 35, medianMs: 17.5 });
    expect(flow.nodes.at(-1)).toMatchObject({ exit: 'walk' });
  });

  it('counts in each place what was done and what went wrong there', () => {
    const flow = flowOf(60, {
      visits: [visit(0, '/'), visit(10, '/guide')],
      actions: [act(5), act(12), act(13)],
      incidents: [incident(20)],
      painPoints: [painPoint(30), painPoint(31, { kind: 'highlight' })],
    });
    expect(flow.nodes.map(({ actions, incidents, painPoints }) => [actions, incidents, painPoints])).toEqual([
      [1, 0, 0],
      [2, 1, 1],
    ]);
  });

  it('finds the page that was left again without use, and none where something was filled in', () => {
    const visits = [
      visit(0, '/'),
      visit(10, '/help'),
      visit(20, '/'),
      visit(30, '/apply'),
      visit(40, '/done'),
    ];
    const detours = (actions: ReturnType<typeof act>[]) =>
      flowOf(50, { visits, actions })
        .nodes.filter((node) => node.detour)
        .map((node) => pathOf(node.key));
    expect(detours([])).toEqual(['/help']);
    expect(detours([act(15, { kind: 'type' })])).toEqual([]);
  });

  it('does not take the work between two visits of the home page for a detour', () => {
    const visits = [visit(0, '/'), visit(10, '/guide'), visit(20, '/apply'), visit(30, '/')];
    const flow = flowOf(40, { visits, actions: [act(25, { kind: 'upload' })] });
    expect(flow.nodes.filter((node) => node.detour)).toEqual([]);
  });

  it('cuts the site’s name from titles that share it', () => {
    const visits = [
      visit(0, '/', { title: '首页 - 云岭省政务服务网' }),
      visit(10, '/guide', { title: '办事指南 - 云岭省政务服务网' }),
      visit(20, '/other', { title: '补贴 - 申领' }),
    ];
    expect(flowOf(30, { visits }).nodes.map((node) => node.title)).toEqual([
      '首页',
      '办事指南',
      '补贴 - 申领',
    ]);
  });

  it('is empty for a walk of which no place is known', () => {
    expect(flowOf(10, {})).toEqual({ lanes: [], nodes: [], edges: [], totalMs: 0 });
  });

  it('in every tab has one going less than arrivals', () => {
    fc.assert(
      fc.property(anyWalk, (report) => {
        const { flow } = readClickPath(report);
        const laneOf = new Map(flow.nodes.map((node) => [node.key, node.lane]));
        flow.lanes.forEach((lane, index) => {
          const goings = flow.edges
            .filter((edge) => edge.kind !== 'switch' && laneOf.get(edge.from) === index)
            .reduce((sum, edge) => sum + edge.count, 0);
          expect(goings).toBe(lane.arrivals - 1);
        });
      }),
    );
  });

  it('accounts for all walking time, once', () => {
    fc.assert(
      fc.property(anyWalk, (report) => {
        const { flow } = readClickPath(report);
        const { startedAt, endedAt = 0 } = report.session;
        const walked = endedAt - startedAt - awayBetween(report, startedAt, endedAt);
        const nodes = flow.nodes.reduce((sum, node) => sum + node.totalMs, 0);
        expect(nodes).toBeCloseTo(walked, 3);
        expect(flow.totalMs).toBeCloseTo(walked, 3);
        const lastOfTab = flow.lanes.map(({ tab }) =>
          findArrivals(report).arrivals.findLast((each) => each.tab === tab),
        );
        const left = flow.edges.reduce((sum, edge) => sum + edge.totalMs, 0);
        const stayed = lastOfTab.reduce((sum, each) => sum + (each?.ms ?? 0), 0);
        expect(left + stayed).toBeCloseTo(walked, 3);
      }),
    );
  });

  it('never calls a place a detour that lies on a shortest way from the first place to the last', () => {
    fc.assert(
      fc.property(anyWalk, (report) => {
        const { flow } = readClickPath(report);
        const { first, last } = findArrivals(report);
        const next = new Map<string, string[]>();
        for (const { from, to } of flow.edges) next.set(from, [...(next.get(from) ?? []), to]);
        const ways = distances(first?.node ?? '', next);
        const whole = ways.get(last?.node ?? '') ?? -1;
        for (const node of flow.nodes.filter((each) => each.detour)) {
          const rest = distances(node.key, next).get(last?.node ?? '') ?? Number.POSITIVE_INFINITY;
          expect((ways.get(node.key) ?? 0) + rest).toBeGreaterThan(whole);
          expect(node.entry === 'walk' || node.exit === 'walk').toBe(false);
        }
      }),
    );
  });

  it('calls returns exactly the goings to a place met earlier in the tab', () => {
    fc.assert(
      fc.property(anyWalk, (report) => {
        const { flow } = readClickPath(report);
        const orderOf = new Map(flow.nodes.map((node) => [node.key, node.order]));
        for (const edge of flow.edges.filter((each) => each.kind !== 'switch')) {
          const up = (orderOf.get(edge.to) ?? 0) - (orderOf.get(edge.from) ?? 0);
          expect(edge.kind).toBe(up < 0 ? 'return' : up > 0 ? 'forward' : 'self');
        }
      }),
    );
  });
});
