import { describe, expect, it } from 'vitest';
import type { FrameMeasure } from '../../../lib/messages.ts';
import { placeRectangles } from '../../../lib/walk/place-rectangles.ts';

const frame = (token: string, more: Partial<FrameMeasure> = {}): FrameMeasure => ({
  token,
  width: 1000,
  height: 600,
  scale: 1,
  scroll: { x: 0, y: 0 },
  sensitive: [],
  children: [],
  ...more,
});

describe('placing sensitive rectangles in a picture of the tab', () => {
  it('gives each rectangle two pixels of room, cut to the viewport', () => {
    const top = frame('top', { sensitive: [[0, 10, 50, 20]] });
    expect(placeRectangles(top, [top])?.rectangles).toEqual([[0, 8, 52, 24]]);
  });

  it("moves a child frame's rectangles to where its element is, through any depth", () => {
    const grandchild = frame('c', { width: 100, height: 100, sensitive: [[10, 10, 20, 10]] });
    const child = frame('b', {
      width: 400,
      height: 300,
      children: [{ token: 'c', place: 0, x: 50, y: 60, width: 100, height: 100 }],
    });
    const top = frame('a', { children: [{ token: 'b', place: 0, x: 200, y: 100, width: 400, height: 300 }] });
    expect(placeRectangles(top, [top, child, grandchild])?.rectangles).toEqual([[258, 168, 24, 14]]);
  });

  it('cuts what a child frame scrolled out of its own element', () => {
    const child = frame('b', { width: 400, height: 300, sensitive: [[0, 290, 100, 40]] });
    const top = frame('a', { children: [{ token: 'b', place: 0, x: 0, y: 0, width: 400, height: 300 }] });
    expect(placeRectangles(top, [top, child])?.rectangles).toEqual([[0, 288, 102, 12]]);
  });

  it('paints a frame over whole when nobody could look into it', () => {
    const top = frame('a', { children: [{ token: '', place: 0, x: 10, y: 20, width: 300, height: 200 }] });
    expect(placeRectangles(top, [top])?.rectangles).toEqual([[10, 20, 300, 200]]);
  });

  it('refuses the picture when a frame with something sensitive has no known place', () => {
    const lost = frame('x', { sensitive: [[0, 0, 10, 10]] });
    const top = frame('a');
    expect(placeRectangles(top, [top, lost])).toBeUndefined();
  });

  it('does not mind an unplaced frame that shows nothing sensitive, nor one that is scrolled out of view', () => {
    const plain = frame('x');
    const below = frame('y', { sensitive: [[0, 0, 10, 10]] });
    const top = frame('a', { children: [{ token: 'y', place: 0, x: 0, y: 5000, width: 300, height: 200 }] });
    expect(placeRectangles(top, [top, plain, below])?.rectangles).toEqual([]);
  });

  it('places what stands in a frame that is drawn larger or smaller, through any depth', () => {
    const inner = frame('c', { width: 100, height: 100, sensitive: [[10, 10, 20, 10]] });
    const child = frame('b', {
      width: 400,
      height: 300,
      sensitive: [[100, 200, 50, 20]],
      children: [{ token: 'c', place: 0, x: 50, y: 60, width: 200, height: 200 }],
    });
    const top = frame('a', { children: [{ token: 'b', place: 0, x: 200, y: 100, width: 200, height: 150 }] });
    const placed = placeRectangles(top, [top, child, inner]);
    // The child at half its size; in it a frame at double, so that its own pixels are as large as the tab's.
    expect(placed?.rectangles).toEqual([
      [248, 198, 29, 14],
      [233, 138, 24, 14],
    ]);
    expect(placed?.places).toMatchObject([
      { token: 'b', x: 200, y: 100, width: 400, height: 300, scale: { x: 0.5, y: 0.5 } },
      { token: 'c', x: 225, y: 130, width: 100, height: 100 },
    ]);
    expect(placed?.places[1]).not.toHaveProperty('scale');
  });

  it('gives more room to what is drawn larger, and none of that for a part of a pixel', () => {
    const child = frame('b', { width: 100, height: 100, sensitive: [[10, 10, 20, 10]] });
    const at = (width: number, height: number) => {
      const top = frame('a', { children: [{ token: 'b', place: 0, x: 0, y: 0, width, height }] });
      return placeRectangles(top, [top, child])?.rectangles;
    };
    expect(at(300, 300)).toEqual([[24, 24, 72, 42]]);
    expect(at(100.4, 99.7)).toEqual([[8, 8, 24, 14]]);
  });

  it('paints a turned frame over whole, with what is in it', () => {
    const inner = frame('c', { sensitive: [[0, 0, 10, 10]] });
    const child = frame('b', {
      sensitive: [[0, 0, 10, 10]],
      children: [{ token: 'c', place: 0, x: 0, y: 0, width: 10, height: 10 }],
    });
    const top = frame('a', {
      children: [{ token: 'b', place: 0, x: 10, y: 20, width: 300, height: 200, turned: true }],
    });
    expect(placeRectangles(top, [top, child, inner])?.rectangles).toEqual([[10, 20, 300, 200]]);
  });

  it('does not mind frames in a frame that is scrolled out of view', () => {
    const inner = frame('c', { sensitive: [[0, 0, 10, 10]] });
    const child = frame('b', { children: [{ token: 'c', place: 0, x: 0, y: 0, width: 100, height: 100 }] });
    const top = frame('a', { children: [{ token: 'b', place: 0, x: 0, y: 5000, width: 300, height: 200 }] });
    expect(placeRectangles(top, [top, child, inner])?.rectangles).toEqual([]);
  });

  it('refuses the picture where the page says so, and paints a frame over whole that does', () => {
    const none = frame('b', { noPicture: true });
    const top = frame('a', { children: [{ token: 'b', place: 0, x: 10, y: 20, width: 300, height: 200 }] });
    expect(placeRectangles(none, [none])).toBeUndefined();
    expect(placeRectangles(top, [top, none])?.rectangles).toEqual([[10, 20, 300, 200]]);
  });

  it('ends when frames name each other in a circle', () => {
    const b = frame('b', {
      sensitive: [[1, 1, 5, 5]],
      children: [{ token: 'a', place: 0, x: 0, y: 0, width: 10, height: 10 }],
    });
    const a = frame('a', { children: [{ token: 'b', place: 0, x: 0, y: 0, width: 100, height: 100 }] });
    expect(placeRectangles(a, [a, b])?.rectangles).toHaveLength(1);
    const away = frame('a', { children: [{ token: 'b', place: 0, x: 0, y: 5000, width: 100, height: 100 }] });
    expect(placeRectangles(away, [away, b])?.rectangles).toEqual([]);
  });

  it('tells where each frame stands, below which others, how large it is and how far it was scrolled', () => {
    const inner = frame('c', { width: 100, height: 80, scroll: { x: 0, y: 30 } });
    const child = frame('b', {
      width: 400,
      height: 300,
      children: [{ token: 'c', place: 2, x: 50, y: 60, width: 100, height: 80 }],
    });
    const top = frame('a', {
      scroll: { x: 0, y: 700 },
      children: [{ token: 'b', place: 1, x: 200, y: 100, width: 400, height: 300 }],
    });
    expect(placeRectangles(top, [top, child, inner])).toMatchObject({
      scroll: { x: 0, y: 700 },
      places: [
        { token: 'b', path: [1], x: 200, y: 100, width: 400, height: 300, scroll: { x: 0, y: 0 } },
        { token: 'c', path: [1, 2], x: 250, y: 160, width: 100, height: 80, scroll: { x: 0, y: 30 } },
      ],
    });
  });
});
