/** Kept by the document, as the states of its elements are (custom-states.ts): what was told of whom. */
type Home = Document & { zybHeld?: Map<Element, string> };

/** A page whose script holds more elements than this is told by the first ones. */
const mostHeld = 500;
const ofKeyframe = new Set(['offset', 'computedOffset', 'easing', 'composite']);
/** Measures, colours and words of CSS; nothing that fetches or that anybody could read. */
const plainValue = /^(?!.*url\()[-\w\s.,%#()+*/]{1,200}$/i;

/** What scripts' animations that are over go on giving to elements (`fill: 'forwards'`), as it was told last; no attribute says so. */
export const heldIn = (of: Document): ReadonlyMap<Element, string> | undefined => (of as Home).zybHeld;

/** Whom a script's animation gives what; undefined for those of style sheets, of parts that no element is, and of nothing. */
function madeByScript(animation: Animation) {
  const { effect } = animation;
  if ('animationName' in animation || 'transitionProperty' in animation) return undefined;
  if (!effect || !('getKeyframes' in effect)) return undefined;
  const { target, pseudoElement } = effect as KeyframeEffect;
  if (!target || pseudoElement) return undefined;
  const properties = (effect as KeyframeEffect)
    .getKeyframes()
    .flatMap((frame) => Object.keys(frame))
    .filter((name) => !ofKeyframe.has(name));
  const { fill } = effect.getTiming();
  return { target, properties, holds: fill === 'forwards' || fill === 'both' };
}

const nameOf = (property: string) =>
  property === 'cssFloat' || property === 'cssOffset'
    ? property.slice(3).toLowerCase()
    : property.startsWith('--')
      ? property
      : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Declarations of these properties as the element has them now. */
function declared(element: Element, properties: ReadonlySet<string>): string {
  const style = getComputedStyle(element);
  return [...properties]
    .map((property): [string, string] => [nameOf(property), style.getPropertyValue(nameOf(property))])
    .filter(([, value]) => plainValue.test(value))
    .map((declaration) => declaration.join(':'))
    .join(';');
}

/**
 * Reads anew what is held: elements of which it is something else than was told, with what it is now (nothing: let go).
 * `runs` hears of animations that are under way and may come to hold something.
 */
export function readHeld(
  places: readonly DocumentOrShadowRoot[],
  runs: (animation: Animation) => void,
): [of: Element, held: string][] {
  const home: Home = document;
  const properties = new Map<Element, Set<string>>();
  for (const animation of places.flatMap((place) => place.getAnimations())) {
    const made = madeByScript(animation);
    if (!made?.holds) continue;
    if (animation.playState !== 'finished') {
      runs(animation);
      continue;
    }
    const held = properties.get(made.target) ?? new Set();
    if (held.size === 0 && properties.size >= mostHeld) continue;
    for (const property of made.properties) held.add(property);
    properties.set(made.target, held);
  }
  if (properties.size === 0 && !home.zybHeld) return [];
  const before = home.zybHeld ?? new Map<Element, string>();
  const now = new Map<Element, string>();
  for (const [element, names] of properties) {
    const held = declared(element, names);
    if (held) now.set(element, held);
  }
  home.zybHeld = now;
  return [...new Set([...before.keys(), ...now.keys()])].flatMap((element): [Element, string][] => {
    const held = now.get(element) ?? '';
    return held === (before.get(element) ?? '') ? [] : [[element, held]];
  });
}
