/**
 * Where a frame stands below its tab's main frame: at each level its number among its siblings, outermost first; empty
 * in a main frame. Windows of other origins may be counted and compared, which is all this does. Undefined where a
 * parent does not count the frame (inside a shadow tree).
 */
export function findFramePath(from: Window = window): number[] | undefined {
  const path: number[] = [];
  for (let frame = from; frame !== frame.parent; frame = frame.parent) {
    const { parent } = frame;
    const count = Math.min(parent.length, siblingsLimit);
    let place = 0;
    while (place < count && parent[place] !== frame) place += 1;
    if (place === count) return undefined;
    path.unshift(place);
  }
  return path;
}

/** No page a person can use has more frames side by side; a hostile one shall not hold up a click. */
export const siblingsLimit = 500;
