import { describe, expect, test } from 'vitest';
import { Drawing, mostStrokes, type Stroke, shapesOf } from '../../../lib/model/drawing.ts';
import { boxOnPicture, PickedElement } from '../../../lib/model/picked-element.ts';
import { shapesOnPicture } from '../../../lib/model/shapes-on-picture.ts';

const element = (change: Partial<PickedElement> = {}) =>
  PickedElement.parse({ rect: { x: 100, y: 50, width: 40, height: 20 }, framePath: [], ...change });
const shot = { id: 'sh1', width: 2560, height: 1600, view: { width: 1280, height: 800 } };

describe('the element on a picture', () => {
  test('stands in the picture’s own pixels, however fine the picture is', () => {
    expect(boxOnPicture(element(), shot)).toEqual({ x: 200, y: 100, width: 80, height: 40 });
  });

  test('moves with what was scrolled in between, unless it is fixed to the window', () => {
    const scroll = { x: 0, y: 30 };
    const later = { ...shot, scroll: { x: 0, y: 10 } };
    expect(boxOnPicture(element({ scroll }), later)?.y).toBe((50 + 20) * 2);
    expect(boxOnPicture(element({ scroll, pinned: true }), later)?.y).toBe(100);
  });

  test('moves with what was scrolled in its box, and is not there once that hides it or nobody knows', () => {
    const boxes = [{ n: 1, x: 0, y: 30 }];
    const shown = (y: number) => ({
      ...shot,
      boxes: [{ n: 1, x: 0, y, left: 0, top: 40, width: 900, height: 300 }],
    });
    expect(boxOnPicture(element({ boxes }), shown(10))?.y).toBe((50 + 20) * 2);
    expect(boxOnPicture(element({ boxes }), shown(90))).toBeUndefined();
    expect(boxOnPicture(element({ boxes }), shot)).toBeUndefined();
  });

  test('in a frame stands where the picture says the frame was', () => {
    const frames = [{ token: 't1', path: [1, 0], x: 300, y: 200 }];
    expect(boxOnPicture(element({ framePath: [1, 0] }), { ...shot, frames })).toMatchObject({
      x: 800,
      y: 500,
    });
    const smaller = frames.map((frame) => ({ ...frame, scale: { x: 0.5, y: 0.25 } }));
    expect(boxOnPicture(element({ framePath: [1, 0] }), { ...shot, frames: smaller })).toEqual({
      x: 700,
      y: 425,
      width: 40,
      height: 10,
    });
  });

  test('in a frame of which the picture knows nothing stands where the frame itself said, or nowhere', () => {
    const offset = { x: 10, y: 10 };
    expect(boxOnPicture(element({ framePath: [0], offset }), shot)).toMatchObject({ x: 220, y: 120 });
    expect(boxOnPicture(element({ framePath: [0] }), shot)).toBeUndefined();
    // Inside a shadow tree nobody counts frames.
    expect(boxOnPicture({ ...element(), framePath: undefined }, shot)).toBeUndefined();
  });

  test('is cut to the picture, and not there when it was scrolled out of it', () => {
    const rect = { x: 1260, y: 790, width: 100, height: 100 };
    expect(boxOnPicture(element({ rect }), shot)).toEqual({ x: 2520, y: 1580, width: 40, height: 20 });
    expect(boxOnPicture(element({ rect: { ...rect, y: 900 } }), shot)).toBeUndefined();
  });
});

const strokes: Stroke[] = [
  { kind: 'box', color: 'red', x: 1, y: 2, width: 30, height: 40 },
  { kind: 'arrow', color: 'blue', from: { x: 0, y: 0 }, to: { x: 100, y: 0 } },
  {
    kind: 'line',
    color: 'green',
    points: [
      { x: 1, y: 1 },
      { x: 5.04, y: 9 },
    ],
  },
  { kind: 'text', color: 'yellow', at: { x: 7, y: 8 }, text: '字太小' },
];

describe('a drawing', () => {
  test('is told to every painter as the same paths and words, thicker on a larger picture', () => {
    const [box, arrow, line, words] = shapesOf(strokes, 800);
    expect(box).toMatchObject({ d: 'M1 2h30v40h-30z', width: 3 });
    expect(arrow).toMatchObject({ d: expect.stringMatching(/^M0 0L100 0(M100 0L8\d.*){2}$/) });
    expect(line).toMatchObject({ d: 'M1 1L5 9' });
    expect(words).toMatchObject({ kind: 'words', text: '字太小', size: 18 });
    expect(shapesOf(strokes, 1600)[0]).toMatchObject({ width: 6 });
  });

  test('lies over the picture it was made on and over no other, below it the element’s dashed frame', () => {
    const point = { screenshotId: 'sh1', element: element(), drawing: strokes };
    const shapes = shapesOnPicture(point, shot);
    expect(shapes).toHaveLength(5);
    expect(shapes[0]).toMatchObject({ dashed: true, d: 'M200 100h80v40h-80z' });
    expect(shapesOnPicture(point, { ...shot, id: 'sh2' })).toEqual([]);
  });

  test('of endless strokes, points or words is refused', () => {
    const [box, , , words] = strokes;
    expect(Drawing.safeParse(Array.from({ length: mostStrokes + 1 }, () => box)).success).toBe(false);
    expect(Drawing.safeParse([{ ...words, text: '长'.repeat(61) }]).success).toBe(false);
    expect(Drawing.safeParse([{ ...box, x: Number.POSITIVE_INFINITY }]).success).toBe(false);
    expect(Drawing.safeParse([{ kind: 'script', color: 'red' }]).success).toBe(false);
  });
});
