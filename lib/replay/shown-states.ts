import { isMutation, type ReplayEvent, type ReplayNode } from './replay-event.ts';

/*
 * What no attribute of a page says stands in attributes here; a Replayer makes attributes of none whose name begins as
 * rrweb's own do.
 */
/** A popover is open. */
export const openMark = 'zyb-popover';
/** A box is neither ticked nor not. */
export const mixedMark = 'zyb-mixed';
/** A host's slots are filled by hand: read by the replay's copy of rrweb when it makes the root (scripts/replay-rrweb.ts). */
export const slotsMark = 'zyb-slots';
/** Which nodes a slot was given, by their ids. */
export const assignedMark = 'zyb-assigned';
/** The page's address points at the element: style sheets of the replay go by it (state-css.ts). */
export const targetMark = 'zyb-target';
/** The pointer is held down on the element, or on what stands in it; the same. */
export const pressedMark = 'zyb-pressed';
/** The element fills the whole screen, above all else; the same. */
export const fullMark = 'zyb-full';
/** The same for the states that custom elements set themselves, by their names. */
export const statesMark = 'zyb-states';

/** Whether a field holds what it asks for, as its page's sheets saw it: its masked value would be judged otherwise. */
export const validMark = 'zyb-valid';

/** What kind of field it is, where it is shown as another (strict-fields.ts). */
export const typeMark = 'zyb-type';

/** What a script's animation that is over goes on giving to the element: declarations. */
export const heldMark = 'zyb-held';

/** Where the keyboard was (show-focus.ts), `ring` where the browser showed so by itself; style sheets go by it. */
export const focusMark = 'zyb-focus';

/** By the names under which they were recorded. */
export const markOf: ReadonlyMap<string, string> = new Map([
  ['rr_popover', openMark],
  ['rr_mixed', mixedMark],
  ['rr_slots', slotsMark],
  ['rr_assigned', assignedMark],
  ['rr_target', targetMark],
  ['rr_pressed', pressedMark],
  ['rr_full', fullMark],
  ['rr_states', statesMark],
  ['rr_held', heldMark],
  ['rr_valid', validMark],
]);

const isMarked = (attributes: object | undefined): boolean =>
  attributes !== undefined &&
  (openMark in attributes ||
    fullMark in attributes ||
    mixedMark in attributes ||
    assignedMark in attributes ||
    focusMark in attributes ||
    heldMark in attributes);

/** The ids of all that is marked at some time. */
export function markedIds(events: readonly ReplayEvent[]): Set<number> {
  const ids = new Set<number>();
  const look = ({ id, attributes, childNodes }: ReplayNode) => {
    if (isMarked(attributes)) ids.add(id);
    childNodes?.forEach(look);
  };
  for (const { type, data } of events) {
    if (type === 2) look(data.node);
    if (type !== 3 || !isMutation(data)) continue;
    for (const { node } of data.adds) look(node);
    for (const { id, attributes } of data.attributes) if (isMarked(attributes)) ids.add(id);
  }
  return ids;
}

type Mirror = { getNode(id: number): Node | null };

/** Brings what stands in the replay into the states that its attributes say; a popover is above all else only where the browser shows it. */
export function settleStates(ids: ReadonlySet<number>, mirror: Mirror): void {
  for (const id of ids) {
    const element = mirror.getNode(id) as HTMLInputElement | null;
    if (!element?.isConnected || !element.hasAttribute) continue;
    if (element.localName === 'slot') fillSlot(element as Element as HTMLSlotElement, mirror);
    holdLook(element);
    showFull(element);
    if (element.hasAttribute(focusMark) && element.getAttribute(focusMark) === 'ring')
      ringInside(element.getRootNode() as ShadowRoot);
    if ('indeterminate' in element) element.indeterminate = element.hasAttribute(mixedMark);
    // Browsers before Chromium 114 have none.
    if (!element.hasAttribute('popover') || !('showPopover' in element)) continue;
    const isOpen = element.hasAttribute(openMark) || fullOnes.has(element);
    if (isOpen === element.matches(':popover-open')) continue;
    if (isOpen) element.showPopover();
    else element.hidePopover();
  }
}

/** What browsers have for the keyboard's place where the page says nothing. */
export const ownRing = `:where([${focusMark}=ring]) { outline: auto 1px Highlight; outline: auto 1px -webkit-focus-ring-color }`;

const rings = new WeakMap<ShadowRoot, CSSStyleSheet>();

/** Rules of a document do not go into its components. */
function ringInside(root: ShadowRoot): void {
  const view = root.host?.ownerDocument.defaultView as (Window & typeof globalThis) | null | undefined;
  if (!view) return;
  let ring = rings.get(root);
  if (!ring) {
    ring = new view.CSSStyleSheet();
    ring.replaceSync(ownRing);
    rings.set(root, ring);
  }
  // rrweb puts its own in their place whenever the component adopts others.
  if (!root.adoptedStyleSheets.includes(ring)) root.adoptedStyleSheets = [ring, ...root.adoptedStyleSheets];
}

/**
 * No part of a replay gets the whole screen of who watches: as a popover it is above all else in the page, and fills it by
 * `fullRules`. The page itself is there already.
 */
function showFull(element: HTMLElement): void {
  const isFull = element.hasAttribute(fullMark) && element !== element.ownerDocument.documentElement;
  if (isFull && !element.hasAttribute('popover')) {
    element.setAttribute('popover', 'manual');
    fullOnes.add(element);
  } else if (!isFull && fullOnes.delete(element)) {
    element.removeAttribute('popover');
  }
}

const fullOnes = new WeakSet<Element>();

/** As browsers have it for what fills the screen, and without what they have for popovers; a page's own rules go before the second. */
export const fullRules = [
  `[${fullMark}]:not(:root) { position: fixed !important; inset: 0 !important; box-sizing: border-box !important; width: 100% !important; height: 100% !important; min-width: 0 !important; min-height: 0 !important; max-width: none !important; max-height: none !important; margin: 0 !important; transform: none !important; object-fit: contain }`,
  `:where([${fullMark}]:not(:root)) { border-width: 0; padding: 0; overflow: visible; color: inherit; background-color: transparent }`,
  `:where([${fullMark}])::backdrop { background: #000 }`,
];

/** What browsers do with popovers, for those before Chromium 114, which have none and would show all of them in their places. */
export const popoverRules = (): string[] =>
  'showPopover' in HTMLElement.prototype
    ? []
    : [
        `[popover]:not([${openMark}],[${fullMark}]) { display: none !important }`,
        ':where([popover]) { position: fixed; z-index: 2147483647; inset: 0; width: fit-content; height: fit-content; margin: auto; border: solid; padding: 0.25em; overflow: auto; color: CanvasText; background-color: Canvas }',
      ];

function fillSlot(slot: HTMLSlotElement, mirror: Mirror): void {
  const ids = slot.getAttribute(assignedMark)?.split(',') ?? [];
  const nodes = ids.flatMap((id) => (mirror.getNode(Number(id)) as Element | Text | null) ?? []);
  const now = slot.assignedNodes();
  if (now.length !== nodes.length || now.some((node, at) => node !== nodes[at])) slot.assign(...nodes);
}

const holding = new WeakMap<Element, Animation>();

/** By an animation that is over, as on the page: it goes before all that style sheets and styles say, but for what is important. */
function holdLook(element: Element): void {
  const held = (element.hasAttribute(heldMark) && element.getAttribute(heldMark)) || '';
  const before = holding.get(element);
  if (held === (before?.id ?? '')) return;
  before?.cancel();
  holding.delete(element);
  if (!held) return;
  const frame = Object.fromEntries(
    held.split(';').map((declaration) => {
      const colon = declaration.indexOf(':');
      return [propertyOf(declaration.slice(0, colon)), declaration.slice(colon + 1)];
    }),
  );
  const animation = element.animate([frame], { fill: 'forwards', id: held });
  holding.set(element, animation);
}

/** As keyframes spell it. */
const propertyOf = (name: string) =>
  name === 'float' || name === 'offset'
    ? `css${name[0]?.toUpperCase()}${name.slice(1)}`
    : name.replace(/(?<=\w)-([a-z])/g, (_all, letter: string) => letter.toUpperCase());
