import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

let boxes: typeof import('../../../lib/capture/scroll-boxes.ts');
let all: object[] = [];

beforeEach(async () => {
  vi.resetModules();
  all = [];
  vi.stubGlobal('document', { getElementsByTagName: () => all });
  boxes = await import('../../../lib/capture/scroll-boxes.ts');
});
afterEach(() => void vi.unstubAllGlobals());

const box = (more: object = {}) =>
  ({
    localName: 'div',
    isConnected: true,
    scrollLeft: 0,
    scrollTop: 0,
    scrollHeight: 900,
    clientHeight: 300,
    scrollWidth: 200,
    clientWidth: 200,
    getRootNode: () => document,
    getBoundingClientRect: () => ({ left: 10.4, top: 20 }),
    ...more,
  }) as unknown as Element & { isConnected: boolean };
const style = (overflowY: string) => ({ overflowX: 'visible', overflowY }) as CSSStyleDeclaration;

describe('boxes that scroll', () => {
  it('are those whose style lets them, and any that were seen to', () => {
    expect(boxes.findBox(box(), style('visible'))).toBeUndefined();
    expect(boxes.findBox(box({ scrollHeight: 300 }), style('auto'))).toBeUndefined();
    expect(boxes.findBox(box({ scrollTop: 40.6 }), style('auto'))).toEqual({ n: 1, x: 0, y: 41 });
    const byScript = box();
    boxes.knowBox(byScript);
    expect(boxes.findBox(byScript, style('hidden'))).toEqual({ n: 2, x: 0, y: 0 });
    const inShadow = box({ getRootNode: () => ({}) });
    expect(boxes.findBox(inShadow, style('scroll'))).toMatchObject({ n: -3 });
  });

  it('are told as they stand, those that are gone left out, and none where there are too many to tell', () => {
    const [one, gone] = [box({ scrollTop: 50 }), box()];
    for (const each of [one, gone]) boxes.knowBox(each);
    gone.isConnected = false;
    expect(boxes.readBoxes(true)).toEqual([
      { n: 1, x: 0, y: 50, left: 10, top: 20, width: 200, height: 300 },
    ]);
    for (let n = 0; n < 20; n += 1) boxes.knowBox(box());
    expect(boxes.readBoxes(true)).toBeUndefined();
  });

  it('are looked for once where they may have been scrolled unheard, and not in too large a page', () => {
    all = [box(), box({ scrollTop: 7 }), box({ localName: 'textarea', scrollTop: 9 })];
    expect(boxes.readBoxes(false)).toMatchObject([{ n: 1, y: 7 }]);
    all = [box({ scrollTop: 8 })];
    expect(boxes.readBoxes(false)).toHaveLength(1);
  });

  it('are not told of a document too large to look through', () => {
    all = Array.from({ length: 5001 }, () => box({ scrollTop: 7 }));
    expect(boxes.readBoxes(false)).toBeUndefined();
    expect(boxes.readBoxes(true)).toEqual([]);
  });
});
