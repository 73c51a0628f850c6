import { absoluteCss } from '../absolute-css.ts';
import { ringOf } from '../ring-of.ts';
import { ownOf } from './form-ways.ts';
import { forgetId, idOfNode, keepIdsOnNodes } from './node-ids.ts';
import type { RrwebHooks } from './rrweb-hooks.ts';
import { mayBeScrolled, noteScrolls } from './scrolled.ts';
import { createSerializer } from './serialize-node.ts';
import { createSlices } from './tell-in-slices.ts';
import { noHintsSinceBegin } from './touched-styles.ts';

type Marked = Node & { zybTask?: number };

/** Pictures by id, for the room they take where they may not be kept. Nothing else is looked for by its id. */
const pictures = new Map<number, WeakRef<HTMLImageElement>>();
export const findPicture = (id: number): HTMLImageElement | undefined => pictures.get(id)?.deref();

const closedRoots = new WeakMap<Element, ShadowRoot>();
let someClosed = false;
/** Ask every element that may be a host; else only custom elements, which close their roots before they are in the page. */
let askAll = false;
/** The same, as long as a snapshot is taken. */
let askAllNow = false;
const canHost =
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z].*-.*)$/;
/** In a page of more elements closed roots that the parser made of plain elements are not looked for: 1 µs an element. */
const mostAsked = 20_000;

/** From now on any element may hold a closed root: a script made one outside of the page. */
export const askForClosedRoots = (): void => {
  askAll = true;
};

/** An element's shadow root, open or closed. Unless told to `ask`, only custom elements are asked for closed ones. */
export function rootOf(element: Element, ask = askAll || askAllNow): ShadowRoot | null {
  if (element.shadowRoot) return element.shadowRoot;
  const known = someClosed ? closedRoots.get(element) : undefined;
  if (known) return known;
  // A form's field called "localName" hides the form's own.
  const name: unknown = element.localName;
  if (typeof name !== 'string' || !(ask || name.includes('-')) || !canHost.test(name)) return null;
  const root = openClosedRoot(element);
  if (root) {
    someClosed = true;
    closedRoots.set(element, root);
    // Copies of the element have roots of their own, and nobody calls them out.
    if (root.clonable) askAll = true;
  }
  return root;
}

/** Extensions may read closed roots: in Chromium by `chrome.dom`, in Firefox by a property. */
function openClosedRoot(host: Element): ShadowRoot | null {
  const firefox = (host as Element & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox) return firefox;
  try {
    return isHtml(host) ? (chrome.dom?.openOrClosedShadowRoot(host) ?? null) : null;
  } catch {
    return null;
  }
}

const isHtml = (element: Element): element is HTMLElement =>
  element.namespaceURI === 'http://www.w3.org/1999/xhtml';

/** Hangs our ways into the built copy of rrweb. `mirror` is rrweb's; `onFrame` hears of each frame serialised. */
export function installHooks(
  mirror: object,
  about: Pick<RrwebHooks, 'onMutations' | 'onThaw' | 'onSnapshot'> & {
    onFrame(frame: Element): void;
    /** Runs the telling of what an earlier stretch has left. */
    onRest(work: () => void): void;
    /** Whether the state that it belongs to is not the page's any more, and others are held back. */
    isOutdated(): boolean;
  },
): RrwebHooks {
  let task = 1;
  let counted = false;
  noteScrolls();
  // Injected into a page that was open already: anything may have happened before.
  if (document.readyState !== 'loading') noHintsSinceBegin();
  keepIdsOnNodes(mirror);
  /** The first snapshot of a document looks for closed roots that the parser made. */
  let lookedIn: Element | null = null;
  const lookedInside = new WeakSet<Element>();
  const serialize = createSerializer({
    rootOf: (element) => rootOf(element),
    findRootsIn(root) {
      if (lookedInside.has(root)) return undefined;
      // What the parser is still to make is looked at again.
      if (root.ownerDocument.readyState !== 'loading') lookedInside.add(root);
      const all = root.getElementsByTagName('*').length <= mostAsked;
      return all ? (element) => rootOf(element, true) : undefined;
    },
    picture: (element, id) => void pictures.set(id, new WeakRef(element)),
    frame: about.onFrame,
    scrolled: mayBeScrolled,
    formHidden: () => hooks.readOwn?.(ownOf),
    note(node) {
      (node as Marked).zybTask = task;
      if (counted) return;
      counted = true;
      queueMicrotask(() => {
        counted = false;
        task += 1;
      });
    },
  });
  const isFresh = (node: Node) => (node as Marked).zybTask === task;
  const slices = createSlices(isFresh, (node) => idOfNode(node) > 0, about.onRest, about.isOutdated);
  const hooks: RrwebHooks = {
    ...about,
    ...slices,
    onSnapshot(work) {
      slices.finish();
      const { documentElement } = document;
      if (lookedIn !== documentElement) askAllNow = document.getElementsByTagName('*').length <= mostAsked;
      // What the parser is still to make is looked at again.
      if (document.readyState !== 'loading') lookedIn = documentElement;
      about.onSnapshot(work);
      askAllNow = false;
    },
    findClosedRoot: (element) => (someClosed ? closedRoots.get(element) : undefined),
    serialize(node, options, genId, byRrweb) {
      hooks.freshId ??= genId;
      return serialize(node, options, genId, byRrweb);
    },
    mayBeScrolled,
    ringOf,
    forgetId,
    inFull(texts, attributes) {
      for (const text of texts)
        if (text.value && text.node.parentElement?.localName === 'style')
          text.value = absoluteCss(text.value, text.node.baseURI);
      for (const { node, attributes: of } of attributes)
        if (typeof of.style === 'string') of.style = absoluteCss(of.style, node.baseURI);
    },
    isFresh,
  };
  globalThis.zybRrweb = hooks;
  return hooks;
}
