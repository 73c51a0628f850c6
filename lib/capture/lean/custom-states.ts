/**
 * Kept by the document: a same-origin iframe hears of its states, the frame above tells its nodes. `told` are the
 * elements in the stream that are in some state, and in which.
 */
type Home = Document & { zybStates?: { names: Set<string>; told: Map<Element, string> } };

/** A page that sets states of more names than this is told by the first ones. */
const mostNames = 100;
const sound = /^(?:--)?[\p{L}_][\p{L}\p{N}_-]{0,60}$/u;

/** Forgiving: browsers know one way of writing them or the other. */
const selectorOf = (name: string) =>
  name.startsWith('--') ? `:is(:${name},:state(${name}))` : `:is(:state(${name}))`;

/** From now on elements of this document are asked for these states; other words than names are not. */
export function noteStates(names: readonly string[]): void {
  const home: Home = document;
  for (const name of names) {
    if (!sound.test(name)) continue;
    home.zybStates ??= { names: new Set(), told: new Map() };
    if (home.zybStates.names.size < mostNames) home.zybStates.names.add(name);
  }
}

/** Which states a custom element has set itself (`:state(x)`), which no attribute says; to be said of one that is told whole. */
export function statesFrom(element: Element): string {
  const known = (element.ownerDocument as Home).zybStates;
  const states = known ? statesOf(element, known.names) : '';
  if (known && states) known.told.set(element, states);
  return states;
}

const statesOf = (element: Element, names: ReadonlySet<string>): string =>
  [...names].filter((name) => element.matches(selectorOf(name))).join(' ');

/** The elements below these roots whose states are others than were told, with those they have now. */
export function readStates(roots: readonly ParentNode[]): [of: Element, states: string][] {
  const known = (document as Home).zybStates;
  if (!known) return [];
  const { names, told } = known;
  const any = [...names].map(selectorOf).join();
  const met = new Set<Element>(roots.flatMap((root) => [...root.querySelectorAll(any)]));
  for (const element of told.keys()) {
    if (element.isConnected) met.add(element);
    else told.delete(element);
  }
  return [...met].flatMap((element): [Element, string][] => {
    const states = statesOf(element, names);
    if (states === (told.get(element) ?? '')) return [];
    if (states) told.set(element, states);
    else told.delete(element);
    return [[element, states]];
  });
}
