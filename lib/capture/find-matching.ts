/** All elements in a state, in components too: `rootOf` finds the root of one whose host is in that state itself. */
export function findMatching(
  root: Document | ShadowRoot,
  state: string,
  rootOf: (element: Element) => ShadowRoot | null,
): Element[] {
  return [...root.querySelectorAll(state)].flatMap((element) => {
    const inside = rootOf(element);
    return inside ? [element, ...findMatching(inside, state, rootOf)] : [element];
  });
}
