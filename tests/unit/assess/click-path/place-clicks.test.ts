import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClickPath } from '../../../../lib/assess/click-path/read-click-path.ts';
import type { Stream } from '../../../../lib/model/stream.ts';
import { visit } from '../evidence.ts';
import { act, anyWalk, shot, walk } from './walk.ts';

const shotsOf = (parts: Parameters<typeof walk>[1]) => readClickPath(walk(100, parts)).shots;
const stream = (id: string, token: string, top: boolean) => ({ id, token, top, tab: 1, frame: 0 }) as Stream;
const at = (x: number, y: number) => ({ point: { x, y } });

describe('clicks on screenshots', () => {
  const visits = [visit(0, '/a'), visit(50, '/b')];

  it('stand where the pointer was, by the size of the viewport that the picture shows', () => {
    const [only] = shotsOf({ visits, actions: [act(20, at(640, 200))], screenshots: [shot(10)] });
    expect(only?.rings).toMatchObject([{ n: 1, x: 0.5, y: 0.25, assumed: false }]);
  });

  it('say so when the viewport’s size was not recorded, and take the action’s own when it was', () => {
    const bare = shot(10, { view: undefined });
    const actions = [act(20, at(800, 250)), act(30, { ...at(800, 250), view: { width: 800, height: 500 } })];
    const [only] = shotsOf({ visits, actions, screenshots: [bare] });
    expect(only?.rings).toMatchObject([
      { x: 0.5, y: 0.25, assumed: true },
      { x: 1, y: 0.5, assumed: false },
    ]);
  });

  it('belong to the last picture before them, and to the first of their page when none was', () => {
    const actions = [act(5, at(1, 1)), act(15, at(1, 1)), act(35, at(1, 1)), act(60, at(1, 1))];
    const screenshots = [shot(10), shot(30), shot(80)];
    expect(shotsOf({ visits, actions, screenshots }).map((each) => each.rings.map(({ n }) => n))).toEqual([
      [1, 2],
      [3],
      [4],
    ]);
  });

  it('are never drawn on a picture of another page or another tab', () => {
    const actions = [act(60, at(1, 1)), act(20, { ...at(1, 1), tab: 2 })];
    expect(shotsOf({ visits, actions, screenshots: [shot(10)] })).toMatchObject([
      { rings: [], unplaced: [] },
    ]);
  });

  it('in a frame stand where the frame stood, and are listed when nobody knows where that was', () => {
    const streams = [stream('s1', 'top', true), stream('s2', 'inner', false), stream('s3', 'other', false)];
    const inside = { ...at(40, 100), frame: 7 };
    const actions = [
      act(20, { ...inside, stream: 's2' }),
      act(21, { ...inside, stream: 's3' }),
      act(22, { ...inside, stream: 's3', offset: { x: 600, y: 300 } }),
      act(23, { ...inside, stream: 's1' }),
      act(24, { stream: 's1' }),
      act(25, { ...at(40, 900), stream: 's1' }),
    ];
    const screenshots = [shot(10, { frames: [{ token: 'inner', x: 280, y: 100 }] })];
    const [only] = shotsOf({ visits, streams, actions, screenshots });
    expect(only?.rings.map(({ n, x, y }) => [n, x, y])).toEqual([
      [1, 0.25, 0.25],
      [3, 0.5, 0.5],
      [4, 0.03125, 0.125],
    ]);
    expect(only?.unplaced.map(({ n, why }) => [n, why])).toEqual([
      [2, 'frame'],
      [5, 'no-point'],
      [6, 'outside'],
    ]);
  });

  it('lie in a frame that is drawn smaller where that is', () => {
    const streams = [stream('s1', 'top', true), stream('s2', 'inner', false)];
    const frames = [{ token: 'inner', x: 320, y: 100, width: 800, height: 400, scale: { x: 0.5, y: 0.25 } }];
    const actions = [act(20, { ...at(640, 400), stream: 's2' })];
    const [only] = shotsOf({ visits, streams, actions, screenshots: [shot(10, { frames })] });
    expect(only?.rings).toMatchObject([{ x: 0.5, y: 0.25 }]);
  });

  it('made in a window of another width go to a picture of their own width, and are listed where there is none', () => {
    const wide = { ...at(640, 200), view: { width: 1280, height: 800 } };
    const narrow = { ...at(640, 200), view: { width: 1024, height: 640 } };
    const actions = [act(20, wide), act(21, narrow)];
    const small = shot(15, { view: { width: 1024, height: 640 } });
    expect(shotsOf({ visits, actions, screenshots: [shot(10), small] })).toMatchObject([
      { rings: [{ n: 1 }], unplaced: [] },
      { rings: [{ n: 2 }], unplaced: [] },
    ]);
    expect(shotsOf({ visits, actions, screenshots: [shot(10)] })).toMatchObject([
      { rings: [{ n: 1 }], unplaced: [{ n: 2, why: 'resized' }] },
    ]);
  });

  const down = (y: number) => ({ x: 0, y });

  it('on a page scrolled since move up with what was clicked, unless it stays where it is', () => {
    const actions = [
      act(20, { ...at(640, 200), scroll: down(500) }),
      act(21, { ...at(640, 200), scroll: down(500), pinned: true }),
      act(22, { ...at(640, 700), scroll: down(500) }),
    ];
    const [only] = shotsOf({ visits, actions, screenshots: [shot(10, { scroll: down(300) })] });
    expect(only?.rings.map(({ n, y }) => [n, y])).toEqual([
      [1, 0.5],
      [2, 0.25],
    ]);
    expect(only?.unplaced).toMatchObject([{ n: 3, why: 'outside' }]);
  });

  const box = (n: number, y: number) => ({ n, ...down(y) });
  const shown = (n: number, y: number) => ({ ...box(n, y), left: 300, top: 100, width: 800, height: 400 });

  it('in boxes that scroll by themselves move up with what was clicked, inside what the box shows', () => {
    const actions = [
      act(20, { ...at(640, 200), boxes: [box(1, 500)] }),
      act(21, { ...at(640, 400), boxes: [box(1, 500), box(2, 100)] }),
      act(22, { ...at(640, 120), boxes: [box(1, 500)] }),
      act(23, { ...at(640, 400), boxes: [box(3, 40)], pinned: true, scroll: down(900) }),
      act(24, { ...at(640, 200), boxes: [box(-4, 500)] }),
    ];
    const boxes = [shown(1, 450), shown(2, 170)];
    const [only] = shotsOf({ visits, actions, screenshots: [shot(10, { scroll: down(0), boxes })] });
    expect(only?.rings.map(({ n, y }) => [n, y])).toEqual([
      [1, 250 / 800],
      [2, 380 / 800],
      [3, 170 / 800],
      [4, 440 / 800],
    ]);
    expect(only?.unplaced).toMatchObject([{ n: 5, why: 'box' }]);
    const hides = [shot(10, { scroll: down(0), boxes: [shown(1, 600)] })];
    expect(shotsOf({ visits, actions: actions.slice(2, 3), screenshots: hides })[0]).toMatchObject({
      rings: [],
      unplaced: [{ n: 1, why: 'outside' }],
    });
  });

  it('in such a box are listed where the picture does not know all boxes, or the frame’s', () => {
    const streams = [stream('s1', 'top', true), stream('s2', 'inner', false)];
    const boxes = [box(1, 500)];
    const actions = [
      act(20, { ...at(640, 200), boxes, stream: 's1' }),
      act(21, { ...at(40, 50), boxes, stream: 's2', frame: 7 }),
      act(22, { ...at(640, 200), stream: 's1' }),
    ];
    const screenshots = [shot(10, { frames: [{ token: 'inner', x: 280, y: 100 }] })];
    const [only] = shotsOf({ visits, streams, actions, screenshots });
    expect(only?.unplaced.map(({ n, why }) => [n, why])).toEqual([
      [1, 'box'],
      [2, 'box'],
    ]);
    expect(only?.rings).toMatchObject([{ n: 3 }]);
  });

  it('that ticked something stand there, once where the click on its label stands too', () => {
    const actions = [
      act(20, { kind: 'check', ...at(640, 200) }),
      act(1000, at(320, 200)),
      act(1005, { kind: 'check', ...at(300, 200) }),
      act(5000, { ...at(9, 9), role: 'button', label: '全选' }),
      act(5100, { kind: 'check', ...at(320, 400), label: '同意' }),
    ];
    const [only] = readClickPath(
      walk(9000, { visits: [visit(0, '/a')], actions, screenshots: [shot(10)] }),
    ).shots;
    expect(only?.rings.map(({ n }) => n)).toEqual([1, 2, 4, 5]);
  });

  it('on what the last picture does not show go with the nearest one that does', () => {
    const actions = [act(25, { ...at(640, 400), scroll: down(2000) })];
    const screenshots = [0, 2100, 0, 1900].map((y, n) => shot(10 + n * 5, { scroll: down(y) }));
    screenshots.push(shot(30, { scroll: down(2000) }));
    const shots = shotsOf({ visits, actions, screenshots });
    expect(shots.map(({ rings }) => rings.map(({ y }) => y))).toEqual([[], [], [], [0.625], []]);
  });

  it('in a frame are found by its place among frames, and move as the frame was scrolled', () => {
    const inFrame = { frame: 7, stream: 's9', framePath: [1], scroll: down(100) };
    const frames = [{ token: 'x', path: [1], x: 280, y: 100, width: 400, height: 200, scroll: down(60) }];
    const actions = [act(20, { ...inFrame, ...at(40, 60) }), act(21, { ...inFrame, ...at(40, 190) })];
    const [only] = shotsOf({ visits, actions, screenshots: [shot(10, { frames, scroll: down(0) })] });
    expect(only?.rings).toMatchObject([{ n: 1, x: 0.25, y: 0.25 }]);
    expect(only?.unplaced).toMatchObject([{ n: 2, why: 'outside' }]);
  });

  it('appear at most once each, inside the picture', () => {
    fc.assert(
      fc.property(anyWalk, fc.array(fc.nat(200_000), { maxLength: 8 }), (report, moments) => {
        const actions = report.actions.map((each, index) => ({ ...each, ...at(index * 50, index * 30) }));
        const screenshots = moments.map((moment, index) => shot(moment, { tab: 1 + (index % 3) }));
        const { shots } = readClickPath({ ...report, actions, screenshots });
        const shown = shots.flatMap(({ rings, unplaced }) => [...rings, ...unplaced].map(({ n }) => n));
        expect(new Set(shown).size).toBe(shown.length);
        for (const { x, y } of shots.flatMap(({ rings }) => rings)) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x, y)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
