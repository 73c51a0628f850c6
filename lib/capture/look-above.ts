/**
 * What the nearest frame above keeps under `name` in this world's globals, which same-origin frames share; undefined
 * where none does.
 */
export function findAbove(name: string): unknown {
  for (let above: Window = window; above !== above.parent; ) {
    above = above.parent;
    try {
      const found = (above as unknown as Record<string, unknown>)[name];
      if (found) return found;
    } catch {
      return undefined;
    }
  }
  return undefined;
}
