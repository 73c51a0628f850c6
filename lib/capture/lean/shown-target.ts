type Home = Document & { zybTarget?: Element | undefined };

/**
 * The element that a document's address points at (`:target`) as was read last, which no attribute says. Kept by the
 * document: a same-origin iframe hears of it, the frame above tells its nodes.
 */
export const targetOf = (of: Document): Element | undefined => (of as Home).zybTarget;

/** Reads it anew. A document without a fragment in its address, now and before, is not looked through. */
export function readTarget(): Element | undefined {
  const home: Home = document;
  if (home.zybTarget || location.hash.length > 1)
    home.zybTarget = document.querySelector(':target') ?? undefined;
  return home.zybTarget;
}
