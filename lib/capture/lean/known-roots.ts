/** Pages made of more components than this are not looked through root by root. */
const most = 200;

const seen = new WeakSet<ShadowRoot>();
/** Kept by the document they are in: the frame above meets those of a same-origin iframe, whose own script looks through them. */
type Home = Document & { zybRoots?: WeakRef<ShadowRoot>[] };

/** Said of each shadow root that recording meets. */
export function noteRoot(root: ShadowRoot): void {
  if (seen.has(root)) return;
  seen.add(root);
  const home: Home = root.ownerDocument;
  home.zybRoots ??= [];
  if (home.zybRoots.length < most) home.zybRoots.push(new WeakRef(root));
}

/** The shadow roots met so far that are in this document, the first ones of many. */
export function knownRoots(): ShadowRoot[] {
  const home: Home = document;
  if (!home.zybRoots?.length) return [];
  home.zybRoots = home.zybRoots.filter((root) => root.deref());
  return home.zybRoots.flatMap((root) => {
    const there = root.deref();
    return there?.isConnected ? [there] : [];
  });
}
