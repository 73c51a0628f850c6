import { parseHTML } from 'linkedom';
import { vi } from 'vitest';

type Box = { x: number; y: number; width: number; height: number };
type FakeElement = { getAttribute(name: string): string | null; parentElement: FakeElement | null };

/**
 * A page of this HTML in the place of the browser's. Nothing lays it out: an element's `box="x,y,width,height"` says
 * where it stands, and what has none stands where its parent does.
 */
export function pageOf(html: string): Document {
  const { window, document } = parseHTML(`<!DOCTYPE html><html><body>${html}</body></html>`);
  const boxOf = (element: FakeElement | null): Box => {
    for (let at = element; at; at = at.parentElement) {
      const [x, y, width, height] = (at.getAttribute('box') ?? '').split(',').map(Number);
      if (height !== undefined) return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height };
    }
    return { x: 0, y: 0, width: 0, height: 0 };
  };
  const rectOf = (element: FakeElement | null) => {
    const box = boxOf(element);
    return { ...box, left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height };
  };
  const elements = (window as unknown as { Element: { prototype: object } }).Element.prototype;
  Object.defineProperty(elements, 'getBoundingClientRect', {
    configurable: true,
    value(this: FakeElement) {
      return rectOf(this);
    },
  });
  // A stretch of a text is drawn where its element stands, in the share of its letters.
  document.createRange = () => {
    let [node, from, to] = [undefined as Text | undefined, 0, 0];
    const range = {
      setStart: (at: Text, offset: number) => void ([node, from] = [at, offset]),
      setEnd: (_at: Text, offset: number) => void (to = offset),
      getClientRects: () => {
        const rect = rectOf(node?.parentElement ?? null);
        const letter = rect.width / (node?.length ?? 1);
        const [x, width] = [rect.x + letter * from, letter * (to - from)];
        return [{ ...rect, x, left: x, width, right: x + width }];
      },
    };
    return range as unknown as Range;
  };
  Object.defineProperty(document, 'styleSheets', { configurable: true, value: [] });
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', document);
  vi.stubGlobal('innerWidth', 1000);
  vi.stubGlobal('innerHeight', 800);
  vi.stubGlobal('scrollX', 0);
  vi.stubGlobal('scrollY', 0);
  vi.stubGlobal('devicePixelRatio', 1);
  vi.stubGlobal('getComputedStyle', (element: { getAttribute(name: string): string | null }) => ({
    content: 'none',
    backgroundImage:
      /background(?:-image)?\s*:\s*(url\(.*\))/.exec(element.getAttribute('style') ?? '')?.[1] ?? 'none',
  }));
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe() {}
      disconnect() {}
      takeRecords() {
        return [];
      }
    },
  );
  return document;
}
