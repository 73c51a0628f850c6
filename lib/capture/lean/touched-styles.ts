/**
 * Style elements and links whose rules the page's script changed: their text no longer tells what they do, so their
 * rules are read instead. All others are taken by their text or address, which costs nothing.
 */
const touched = new WeakSet<Node>();
let hintsSinceBegin = true;

export const noteTouchedStyle = (owner: Node): void => void touched.add(owner);

/** True where the rules must be read: touched by script, or nobody watched from the beginning. */
export function mustReadRules(owner: Element): boolean {
  if (touched.has(owner)) return true;
  return owner.localName === 'style' && (!hintsSinceBegin || !owner.firstChild);
}

/** Said when the hints script was not there from the document's beginning: the page was open before the walk. */
export const noHintsSinceBegin = (): void => {
  hintsSinceBegin = false;
};
