import { absoluteCss } from '../absolute-css.ts';
import { toldOf } from '../prompt-choice.ts';
import { noteAdopter } from './adopters.ts';
import { isBroken } from './broken-pictures.ts';
import { chosenFor, densityOf } from './chosen-picture.ts';
import { statesFrom } from './custom-states.ts';
import { validityFrom } from './field-validity.ts';
import { hidesWays, isHidden, ownOf } from './form-ways.ts';
import { assignedTo, isFilledByHand } from './hand-filled-slots.ts';
import { heldIn } from './held-looks.ts';
import { noteRoot } from './known-roots.ts';
import { noteLateOption } from './late-options.ts';
import { serializeMadeFonts } from './made-fonts.ts';
import { mixedFrom } from './mixed-boxes.ts';
import { hearPopoversIn, isOpenPopover } from './open-popovers.ts';
import type { RrwebHooks, SerializedNode, SerializeOptions } from './rrweb-hooks.ts';
import { scrolledIn } from './scrolled.ts';
import { targetOf } from './shown-target.ts';
import { switchedFrom } from './switched-sheets.ts';
import { mustReadRules } from './touched-styles.ts';

const ELEMENT = 2;
const TEXT = 3;

/** Elements that rrweb serialises with more than their attributes; HTML names. */
const special = new Set([
  'iframe',
  'frame',
  'meta',
  'input',
  'textarea',
  'select',
  'option',
  'dialog',
  'canvas',
  'audio',
  'video',
  'object',
  'embed',
  // Its fields may hide what it is.
  'form',
]);
/** Fields that rrweb serialises: their name may hide what their form is. */
const fields = /^(?:input|select|textarea)$/;
/** Marks our own bar's element. */
const barMark = 'data-zyb-bar';
const validTag = /^[a-z0-9\-_:]+$/;
const svgNamespace = 'http://www.w3.org/2000/svg';
const mathNamespace = 'http://www.w3.org/1998/Math/MathML';

type Way = SerializeOptions & {
  genId: () => number;
  byRrweb: (node: Node, options: SerializeOptions) => SerializedNode | null;
  rootId: number | undefined;
  note(node: Node): void;
  rootOf(element: Element): ShadowRoot | null;
  scrolled(element: Element): boolean;
  picture(element: HTMLImageElement, id: number): void;
  frame(element: Element): void;
  /** Where a document in an iframe stands; undefined in the recording document itself. */
  base: string | undefined;
  /** A form is met whose fields hide its own properties. */
  formHidden(): void;
  /** Where the document's address points. */
  target: Element | undefined;
  /** What animations of scripts left elements looking like. */
  held: ReadonlyMap<Element, string> | undefined;
};

/**
 * rrweb's own serialising for the options of watch-replay.ts, told by whole subtrees and without asking each node
 * what it cannot be: the same nodes, attributes and ids come out (tests/e2e/fidelity compares). Whatever is special
 * (form fields, frames, media, style sheets changed by script, blocked places) goes rrweb's way. Style elements keep their text and links
 * their address, which the frozen assets take up.
 */
export function createSerializer(
  about: Pick<Way, 'note' | 'rootOf' | 'scrolled' | 'picture' | 'frame' | 'formHidden'> & {
    /** For an iframe's document met first, whose parser may have made closed roots; undefined for one met before. */
    findRootsIn(root: Element): Way['rootOf'] | undefined;
  },
): RrwebHooks['serialize'] {
  return (node, options, genId, byRrweb) => {
    const type = node.nodeType;
    if (!isElementType(type) && !isTextType(type) && !isUnseenType(type)) return undefined;
    const { doc } = options;
    const docId = options.mirror.getId(doc);
    const isInner = doc !== document;
    const way = {
      ...options,
      ...about,
      base: isInner ? doc.baseURI : undefined,
      target: targetOf(doc),
      held: heldIn(doc),
      scrolled: isInner ? scrolledIn(doc) : about.scrolled,
      rootOf:
        (isInner && node === doc.documentElement && about.findRootsIn(doc.documentElement)) || about.rootOf,
      genId,
      byRrweb,
      rootId: docId === -1 || docId === 1 ? undefined : docId,
    };
    const keepsSpace = options.preserveWhiteSpace ?? true;
    return serialize(node, way, { keepsSpace, ...placeOf(node) }, false);
  };
}

/** What a node's surroundings say of it. */
type Place = { keepsSpace: boolean; isShadow: boolean; inSvg: boolean; inMath: boolean };

/** A form's field called "nodeType" stands in the place of its number. */
const isElementType = (type: unknown): boolean => type === 1 || typeof type === 'object';
/** A text, or a section of characters (XHTML, XML), which is one to the eye and which no document of a replay may hold. */
const isTextType = (type: unknown): boolean => type === 3 || type === 4;
/** A comment, or words for another program (XHTML, XML). */
const isUnseenType = (type: unknown): boolean => type === 8 || type === 7;

function placeOf(node: Node): Omit<Place, 'keepsSpace'> {
  const name: unknown = node.nodeName;
  const isForm = name === 'FORM' || typeof name === 'object';
  const parent = (isForm ? ownOf(node, 'parentNode') : node.parentNode) as Element | null;
  if (!parent) return { isShadow: false, inSvg: false, inMath: false };
  return {
    isShadow: parent.nodeType === 11 && 'host' in parent,
    inSvg: parent.namespaceURI === svgNamespace && parent.localName !== 'foreignObject',
    inMath: parent.namespaceURI === mathNamespace,
  };
}

/** `inside`: called for a child of a node that is being serialised, where rrweb itself must be asked for special ones. */
function serialize(node: Node, way: Way, place: Place, inside: boolean): SerializedNode | null | undefined {
  const type = node.nodeType;
  if (!isElementType(type)) {
    if (isTextType(type)) return serializeText(node as Text, way, place);
    if (isUnseenType(type)) return leaveOut(node, way);
    return inside ? null : undefined;
  }
  const element = node as Element;
  if (!inside && (element.localName === 'option' || element.localName === 'optgroup'))
    noteLateOption(element);
  // Nothing of it but where it stands: style sheets count elements.
  if (element.localName === 'script')
    return isInHead(element) ? leaveOut(node, way) : placeOfScript(node, way, place);
  const tag = tagOf(element);
  const attributes = tag === undefined ? undefined : attributesOf(element, tag, way.base);
  if (tag === undefined || attributes === undefined) {
    way.note(node);
    if (element.localName === 'iframe' || element.localName === 'frame') way.frame(element);
    else if (
      fields.test(element.localName) &&
      (hidesWays(element.getAttribute('name')) || hidesWays(element.id))
    )
      way.formHidden();
    return inside ? askRrweb(element, way, place.keepsSpace) : undefined;
  }
  const { mirror } = way;
  const id = mirror.hasNode(node) ? mirror.getId(node) : way.genId();
  const made: SerializedNode = { type: ELEMENT, tagName: tag, attributes, childNodes: [], id };
  mirror.add(node, made);
  way.note(node);
  if (tag === 'style' || tag === 'link')
    Object.assign(attributes, switchedFrom(element as HTMLStyleElement | HTMLLinkElement));
  if (tag === 'img') {
    way.picture(element as HTMLImageElement, id);
    const chosen = chosenFor(element as HTMLImageElement);
    const density = chosen && densityOf(element as HTMLImageElement);
    if (chosen) attributes.src = chosen;
    if (density) attributes.rr_density = density;
    if (isBroken(element as HTMLImageElement)) attributes.rr_broken = 'yes';
  }
  if (way.rootId !== undefined) made.rootId = way.rootId;
  if (place.isShadow) made.isShadow = true;
  if (tag === 'slot') {
    const ids = assignedTo(element as HTMLSlotElement)?.ids;
    if (ids) attributes.rr_assigned = ids;
  }
  if ('popover' in attributes && isOpenPopover(element)) attributes.rr_popover = 'yes';
  if (element === way.target) attributes.rr_target = 'yes';
  const valid = validityFrom(element);
  if (valid) attributes.rr_valid = valid;
  const held = way.held?.get(element);
  if (held) attributes.rr_held = held;
  if (barMark in attributes) {
    // Our own bar never took any place in the page.
    made.attributes = { style: 'display:none' };
    return made;
  }
  if (!way.newlyAddedElement && way.scrolled(element)) {
    if (element.scrollLeft) attributes.rr_scrollLeft = element.scrollLeft;
    if (element.scrollTop) attributes.rr_scrollTop = element.scrollTop;
  }
  // Asked for its namespace where its name, without a prefix or behind one, or its place says that it may be one.
  const isMath =
    (place.inMath || tag === 'math' || tag[tag.length - 5] === ':') && element.namespaceURI === mathNamespace;
  // Style sheets hide elements that nobody defined; the definitions themselves cannot be seen from here.
  if (tag.includes('-') && !isMath && element.matches(':defined')) {
    made.isCustom = true;
    const states = statesFrom(element);
    if (states) attributes.rr_states = states;
  }
  const isSvg = place.inSvg || tag === 'svg';
  if (isSvg) made.isSVG = true;
  else if (isMath) made.isMath = true;
  const root = way.rootOf(element);
  if (root) {
    made.isShadowHost = true;
    noteRoot(root);
    noteAdopter(root);
    hearPopoversIn(root);
    if (isFilledByHand(root)) attributes.rr_slots = 'manual';
    way.onSerialize?.(node);
  }
  if (way.skipChild) return made;
  const children = made.childNodes as SerializedNode[];
  const inner: Place = {
    keepsSpace: place.keepsSpace && !(tag === 'head' && way.slimDOMOptions?.headWhitespace),
    isShadow: false,
    inSvg: isSvg && tag !== 'foreignObject',
    inMath: isMath,
  };
  const takeAll = (first: Node | null, at: Place) => {
    for (let child = first; child; ) {
      const one = serialize(child, way, at, true);
      if (one) {
        if (at.isShadow) one.isShadow = true;
        children.push(one);
      }
      child = one?.tagName === 'form' ? ownOf(child, 'nextSibling') : child.nextSibling;
    }
  };
  if (tag === 'form') {
    if (isHidden(element)) way.formHidden();
    takeAll(ownOf(node, 'firstChild'), inner);
  } else takeAll(node.firstChild, inner);
  if (tag === 'head') {
    const fonts = serializeMadeFonts(element.ownerDocument, way.genId, way.rootId);
    if (fonts) children.push(fonts);
  }
  if (root) takeAll(root.firstChild, { ...inner, isShadow: true });
  return made;
}

/** rrweb's own way for one element inside a subtree. */
function askRrweb(element: Element, way: Way, keepsSpace: boolean): SerializedNode | null {
  const {
    genId: _genId,
    byRrweb,
    rootId: _rootId,
    note: _note,
    rootOf: _rootOf,
    scrolled: _s,
    picture: _p,
    frame: _f,
    base: _b,
    formHidden: _h,
    target: _t,
    held,
    ...options
  } = way;
  const asked = { ...options, skipChild: false, preserveWhiteSpace: keepsSpace, cssCaptured: false };
  if (!readsRules(element)) {
    const own = byRrweb(element, asked);
    if (own?.attributes && isOpenPopover(element)) own.attributes.rr_popover = 'yes';
    if (own?.attributes && element === way.target) own.attributes.rr_target = 'yes';
    if (own?.attributes && held?.has(element)) own.attributes.rr_held = held.get(element) ?? '';
    if (own?.attributes && element.localName === 'select' && !own.attributes.value)
      tellNoChoice(element, own.attributes);
    if (own?.attributes && mixedFrom(element)) own.attributes.rr_mixed = 'yes';
    const valid = validityFrom(element);
    if (own?.attributes && valid) own.attributes.rr_valid = valid;
    return own;
  }
  const made = byRrweb(element, { ...asked, inlineStylesheet: true });
  if (made?.attributes) Object.assign(made.attributes, switchedFrom(element as HTMLStyleElement));
  return made;
}

/** rrweb tells of a list that has a value; one that shows nothing would show its first choice. */
function tellNoChoice(element: Element, attributes: NonNullable<SerializedNode['attributes']>): void {
  const told = toldOf(element, '');
  if (told) attributes.value = told;
}

const readsRules = (element: Element) =>
  (element.localName === 'link' || element.localName === 'style') && mustReadRules(element);

const isInHead = (element: Element) => (element.parentNode as Element | null)?.localName === 'head';

function placeOfScript(node: Node, way: Way, { isShadow, inSvg }: Place): SerializedNode {
  const { mirror } = way;
  const id = mirror.hasNode(node) ? mirror.getId(node) : way.genId();
  const made: SerializedNode = { type: ELEMENT, tagName: 'script', attributes: {}, childNodes: [], id };
  if (inSvg) made.isSVG = true;
  if (isShadow) made.isShadow = true;
  if (way.rootId !== undefined) made.rootId = way.rootId;
  mirror.add(node, made);
  way.note(node);
  return made;
}

function leaveOut(node: Node, way: Way): null {
  way.mirror.add(node, { id: -2 });
  way.note(node);
  return null;
}

function serializeText(text: Text, way: Way, place: Place): SerializedNode | null {
  const { mirror } = way;
  let content = way.cssCaptured ? '' : text.data;
  if (way.base !== undefined && text.parentElement?.localName === 'style')
    content = absoluteCss(content, way.base);
  if (!place.keepsSpace && !mirror.hasNode(text) && content.trim() === '') return leaveOut(text, way);
  const id = mirror.hasNode(text) ? mirror.getId(text) : way.genId();
  const made: SerializedNode = { type: TEXT, textContent: content, id };
  if (way.rootId !== undefined) made.rootId = way.rootId;
  if (place.isShadow) made.isShadow = true;
  mirror.add(text, made);
  way.note(text);
  return id === -2 ? null : made;
}

/** Whether elements of a name are plain; the few names of a page are looked at once. */
const plainNames = new Map<string, boolean>();

function isPlainName(name: string): boolean {
  let plain = plainNames.get(name);
  if (plain === undefined) {
    plain = !special.has(name) && validTag.test(name);
    if (plainNames.size > 5000) plainNames.clear();
    plainNames.set(name, plain);
  }
  return plain;
}

/** The tag as rrweb writes it, or undefined for elements that are rrweb's own. */
function tagOf(element: Element): string | undefined {
  const tag: unknown = element.localName;
  // A form's field called "localName" hides the form's own.
  if (typeof tag !== 'string') return 'form';
  if (!isPlainName(tag)) return tag === 'form' ? tag : undefined;
  if ((tag === 'style' || tag === 'link') && mustReadRules(element)) return undefined;
  if (tag === 'link' && !/\bstylesheet\b/i.test(element.getAttribute('rel') ?? '')) return undefined;
  return element.prefix ? `${element.prefix}:${tag}` : tag;
}

/** An element's attributes; undefined when it is a place that must not be recorded. */
function attributesOf(
  element: Element,
  tag: string,
  base: string | undefined,
): Record<string, string | number | boolean> | undefined {
  const attributes: Record<string, string | number | boolean> = {};
  if (!element.hasAttributes()) return attributes;
  for (const name of element.getAttributeNames()) {
    const value = element.getAttribute(name) ?? '';
    if (name === 'class' && /(?:^|\s)(?:rr-block|html2canvas-container)/.test(value)) return undefined;
    if (name === 'srcset' || name === 'imagesrcset') continue;
    if (base !== undefined && name === 'style') attributes[name] = absoluteCss(value, base);
    else attributes[name] = isAddress(tag, name, value) ? absolute(value, element.ownerDocument) : value;
  }
  return attributes;
}

/** Browsers read over these: in full the address is in one piece, as masking has to see it. */
const readOver = /[\t\n\r\\]/;

/** Links stay as they are written, since style sheets go by that; nothing is ever fetched from them. */
function isAddress(tag: string, name: string, value: string): boolean {
  switch (name) {
    case 'src':
      return true;
    case 'href':
      if (tag === 'a' || tag === 'area') return readOver.test(value);
      return !(tag === 'use' && value.startsWith('#'));
    case 'xlink:href':
      return !value.startsWith('#');
    case 'background':
      return tag === 'table' || tag === 'td' || tag === 'th';
    default:
      return false;
  }
}

const known = new Map<string, string>();
let knownFor = '';

/** The address in full; the same few come again and again. */
function absolute(value: string, doc: Document): string {
  if (!value || value.startsWith('data:') || value.startsWith('blob:')) return value;
  if (knownFor !== doc.baseURI) {
    knownFor = doc.baseURI;
    known.clear();
  }
  let full = known.get(value);
  if (full === undefined) {
    try {
      full = new URL(value, knownFor).href;
    } catch {
      full = value;
    }
    if (known.size > 5000) known.clear();
    known.set(value, full);
  }
  return full;
}
