/**
 * Style elements and links whose rules the page's script changed: their text no longer tells what they do, so their
 * rules are read instead. All others are taken by their text or address, which costs nothing.
 */
type Marked = Node & { zybTouched?: true };
type Heard = Document & { zybHeard?: boolean };
let hintsSinceBegin = true;

/** Marked on the node: a same-origin iframe hears the hint, the frame above reads the style. */
export const noteTouchedStyle = (owner: Node): void => {
  (owner as Marked).zybTouched = true;
};

/** True where the rules must be read: touched by script, or nobody watched from the beginning. */
export function mustReadRules(owner: Element): boolean {
  if ((owner as Marked).zybTouched) return true;
  return owner.localName === 'style' && (!owner.firstChild || !heardFromBegin(owner.ownerDocument));
}

const heardFromBegin = (of: Document) =>
  of === document ? hintsSinceBegin : (of as Heard).zybHeard === true;

/** In a frame that another records: whether its hints are heard from its beginning, unless it is known that some were missed. */
export const tellHeard = (fromBegin: boolean): void => {
  (document as Heard).zybHeard = fromBegin && hintsSinceBegin;
};

/** Said when the hints script was not there from the document's beginning: the page was open before the walk. */
export const noHintsSinceBegin = (): void => {
  hintsSinceBegin = false;
};
