type Marked = Element & { zybMixed?: boolean; indeterminate?: boolean };

/**
 * Whether a box is neither ticked nor not, which no attribute says: the attribute that a replay needs, undefined where
 * that is no news. Marked on the node: a same-origin iframe hears of it, the frame above tells the node.
 */
export function mixedOf(field: Element): { rr_mixed: 'yes' | null } | undefined {
  const box = field as Marked;
  const is = box.indeterminate === true;
  if (is === (box.zybMixed === true)) return undefined;
  box.zybMixed = is;
  return { rr_mixed: is ? 'yes' : null };
}

/** The same for a box that is told whole. */
export function mixedFrom(field: Element): boolean {
  const box = field as Marked;
  if (box.localName !== 'input' || !box.indeterminate) return false;
  box.zybMixed = true;
  return true;
}
