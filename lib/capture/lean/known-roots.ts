import { addRoot, connectedRoots, type WeakRoots } from './weak-roots.ts';

/** Pages made of more components than this are not looked through root by root. */
const most = 200;

const seen = new WeakSet<ShadowRoot>();
type Hear = (root: ShadowRoot) => void;
/** Kept by the document they are in: the frame above meets those of a same-origin iframe, whose own script looks through them. */
type Home = Document & { zybRoots?: WeakRoots; zybHearRoots?: Set<Hear> };
type Host = Partial<Element> & { zybClosedRoot?: ShadowRoot };

/** Said of each shadow root that recording meets. */
export function noteRoot(root: ShadowRoot): void {
  if (seen.has(root)) return;
  seen.add(root);
  const home: Home = root.ownerDocument;
  home.zybRoots ??= [];
  addRoot(home.zybRoots, root, most);
  if (root.mode === 'closed') (root.host as Host).zybClosedRoot = root;
  for (const hear of home.zybHearRoots ?? []) hear(root);
}

/** The closed shadow root of an element, where recording has met it. */
export const closedRootOf = (host: EventTarget | null): ShadowRoot | undefined =>
  (host as Host | null)?.zybClosedRoot;

/** The shadow roots met so far that are in a document, this one's by default, the first ones of many. */
export const knownRoots = (of: Document = document): ShadowRoot[] =>
  connectedRoots((of as Home).zybRoots ?? []);

/** A document and its roots, and those of the same-origin frames in it, which are recorded with it. */
export function recordedPlaces(of: Document = document): (Document | ShadowRoot)[] {
  const own = [of, ...knownRoots(of)];
  const frames = own.flatMap((place) => [...place.querySelectorAll<HTMLIFrameElement>('iframe,frame')]);
  return [
    ...own,
    ...frames.flatMap(({ contentDocument }) => (contentDocument ? recordedPlaces(contentDocument) : [])),
  ];
}

/** Calls `hear` with the roots known of this document, and with each that recording meets in it from now on. */
export function hearRoots(hear: Hear, signal: AbortSignal): void {
  const home: Home = document;
  const hearing = (home.zybHearRoots ??= new Set());
  hearing.add(hear);
  signal.addEventListener('abort', () => hearing.delete(hear));
  for (const root of knownRoots()) hear(root);
}
