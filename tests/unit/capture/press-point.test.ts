import { expect, it } from 'vitest';
import { pressPoint } from '../../../lib/capture/press-point.ts';

const pressed = {
  getBoundingClientRect: () => ({ x: 100, y: 40, width: 81, height: 20 }),
} as unknown as Element;
const click = (detail: number, clientX: number, clientY: number) =>
  pressPoint({ detail, clientX, clientY } as MouseEvent, pressed);

it('a click is where the pointer was, also in the corner; one that a key made is in the middle of what was pressed', () => {
  expect(click(1, 130, 45)).toEqual({ x: 130, y: 45 });
  expect(click(1, 0, 0)).toEqual({ x: 0, y: 0 });
  expect(click(0, 7, 0)).toEqual({ x: 7, y: 0 });
  expect(click(0, 0, 0)).toEqual({ x: 141, y: 50 });
});
