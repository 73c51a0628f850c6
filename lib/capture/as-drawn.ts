/** What is around an element as it is drawn: across the borders of shadow trees. */
const above = (element: Element): Element | null =>
  element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;

type Zoom = (element: Element | null) => number;

/**
 * What boxes of an element have to be multiplied by to be pixels of the viewport, for one look at a document that does
 * not change meanwhile. Chromium before 128 takes the `zoom` of styles out of every box that it tells.
 */
export function createZoomFinder(): Zoom {
  if ('currentCSSZoom' in document.documentElement) return () => 1;
  const known = new Map<Element, number>();
  const zoomOf: Zoom = (element) => {
    const way: Element[] = [];
    let at = element;
    while (at && !known.has(at)) {
      way.push(at);
      at = above(at);
    }
    let zoom = (at && known.get(at)) ?? 1;
    for (const each of way.reverse()) {
      zoom *= parseFloat(getComputedStyle(each).zoom) || 1;
      known.set(each, zoom);
    }
    return zoom;
  };
  return zoomOf;
}

export type Box = Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;

export const zoomed = ({ x, y, width, height }: DOMRect, zoom: number): Box => ({
  x: x * zoom,
  y: y * zoom,
  width: width * zoom,
  height: height * zoom,
});

/** True when it is rotated, skewed, mirrored or out of the plane, so that its box says nothing of where things in it are. */
export function isTurned(element: Element): boolean {
  for (let at: Element | null = element; at; at = above(at)) {
    const { transform, rotate, scale, offsetPath } = getComputedStyle(at);
    if (!isPlain(transform) || !isNone(rotate) || !isNone(offsetPath) || /-/.test(scale ?? '')) return true;
  }
  return false;
}

/** Absent in browsers that do not know it. */
const isNone = (value: string | undefined) => !value || value === 'none' || value === '0deg';

/** Only moved and scaled. */
function isPlain(transform: string | undefined): boolean {
  if (isNone(transform)) return true;
  const [a = 0, b, c, d = 0] =
    /^matrix\(([^)]*)\)$/
      .exec(transform as string)?.[1]
      ?.split(',')
      .map(Number) ?? [];
  const isNothing = (value = 1) => Math.abs(value) < 1e-4;
  return a > 0 && d > 0 && isNothing(b) && isNothing(c);
}
