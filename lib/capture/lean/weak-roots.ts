/** Shadow roots that a document is known to have had, without keeping them alive. */
export type WeakRoots = WeakRef<ShadowRoot>[];

/** Puts a root on the list, unless there are `most` on it already. */
export function addRoot(list: WeakRoots, root: ShadowRoot, most: number): boolean {
  if (list.length >= most) return false;
  list.push(new WeakRef(root));
  return true;
}

/** Those that are in their document now; what nobody has any more is taken off the list. */
export function connectedRoots(list: WeakRoots): ShadowRoot[] {
  const alive = list.flatMap((kept) => kept.deref() ?? []);
  if (alive.length < list.length) list.splice(0, list.length, ...alive.map((root) => new WeakRef(root)));
  return alive.filter((root) => root.isConnected);
}
