/** Pages made of more components than this are not looked through root by root. */
const most = 200;

const seen = new WeakSet<ShadowRoot>();
let roots: WeakRef<ShadowRoot>[] = [];

/** Said of each shadow root that recording meets. */
export function noteRoot(root: ShadowRoot): void {
  if (roots.length >= most || seen.has(root)) return;
  seen.add(root);
  roots.push(new WeakRef(root));
}

/** The shadow roots met so far that are in the page, the first ones of many. */
export function knownRoots(): ShadowRoot[] {
  if (!roots.length) return [];
  roots = roots.filter((root) => root.deref());
  return roots.flatMap((root) => {
    const there = root.deref();
    return there?.isConnected ? [there] : [];
  });
}
