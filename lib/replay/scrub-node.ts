import { boxStyle, type EmptyBox } from './empty-box.ts';
import { borderOf, defaultBorder, type FramesetShape, frameStyle, framesetStyle } from './frameset.ts';
import { type AssetNames, noAssets } from './frozen-assets.ts';
import { neutralCssPiece } from './neutral-css.ts';
import { ReplayDataError } from './replay-data-error.ts';
import type { ReplayNode } from './replay-event.ts';
import { type AttributeValue, scrubAttribute, shownName, sizeMissing } from './scrub-attributes.ts';
import { findSheetLink, ofLink, type SheetLink, sheetOf, sheetText } from './scrub-link.ts';
import { showPicture } from './show-picture.ts';
import { typeMark } from './shown-states.ts';
import { isStrict, type StrictField, typeFor } from './strict-fields.ts';
import { writtenAs } from './written-attributes.ts';

/** What the scrubber knows of a stream's nodes so far, by id. */
export type KnownNodes = {
  tags: Map<number, string>;
  /** Elements that are, or once were, a sheet: a stream that tells an id twice does not get its words in as they are. */
  sheets: Set<number>;
  styleTexts: Set<number>;
  framesets: Map<number, FramesetShape>;
  links: Map<number, SheetLink>;
  /** Fields that take values of their own kind alone. */
  stricts: Map<number, StrictField>;
  /** What says how large the parts are that no replay shows. */
  boxes: Map<number, EmptyBox>;
  /** Between the frames of the frameset around, CSS pixels. */
  frameBorder: number;
  /** What stands for the frozen assets that nodes name. */
  assets: AssetNames;
  maxId: number;
  count: number;
};

export type ScrubLimits = { depth: number; nodes: number };
/**
 * A 250,000-node page freezes the browser that shows it; the HTML parser nests 512 elements, scripts and components more.
 * As deep as chunks spell compactly (lib/model/chunk-codec/limits.ts).
 */
export const scrubLimits: ScrubLimits = { depth: 800, nodes: 500_000 };

export const knowNothing = (assets: AssetNames = noAssets): KnownNodes => ({
  assets,
  links: new Map(),
  stricts: new Map(),
  boxes: new Map(),
  tags: new Map(),
  sheets: new Set(),
  styleTexts: new Set(),
  framesets: new Map(),
  frameBorder: defaultBorder,
  maxId: 0,
  count: 0,
});

/** Stands for the tag of a document, which has none. */
export const documentTag = '#document';
/** The tag of which what is put into an element must be scrubbed. */
export const tagAround = ({ tags, sheets }: KnownNodes, id: number): string =>
  sheets.has(id) ? 'style' : (tags.get(id) ?? '');

const leftOut = /^(?:script|noscript|base|portal|fencedframe|param|noframes)$/;
/** What browsers show in an `object` by themselves. */
const ownTypes = /pdf|html|xml|json|^(?:image|text|video|audio)\//i;
const framed = /^i?frame$/;
const foreign = /^(?:object|embed|applet|webview)$/;
const shadowHosts =
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z].*-.*)$/;
const customName = /^[a-z][a-z0-9._]*-[a-z0-9._-]*$/;
const reservedName = /^(?:annotation-xml|color-profile|font-face.*|missing-glyph)$/;

type Raw = Record<string, unknown>;
const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown) => (typeof value === 'string' ? value : '');
export const isId = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) < 2 ** 31;

/** A node and all beneath it, rebuilt from nothing but what a replay needs. Throws past the limits. */
export function scrubNode(
  raw: unknown,
  parentTag: string,
  known: KnownNodes,
  limits = scrubLimits,
  depth = 0,
): ReplayNode {
  if (depth > limits.depth) throw new ReplayDataError('too-deep', 'node');
  known.count += 1;
  if (known.count > limits.nodes) throw new ReplayDataError('too-many-nodes', 'node');
  if (!isRaw(raw) || !isId(raw.id)) throw new ReplayDataError('not-events', 'node');
  const node: ReplayNode = { type: 5, id: raw.id, textContent: '' };
  known.maxId = Math.max(known.maxId, raw.id);
  if (isId(raw.rootId) && raw.rootId > 0) node.rootId = raw.rootId;
  if (raw.isShadow === true) node.isShadow = true;
  const children = (tag: string) =>
    (Array.isArray(raw.childNodes) ? raw.childNodes : []).map((child) =>
      scrubNode(child, tag, known, limits, depth + 1),
    );
  if (raw.type === 0) {
    known.frameBorder = defaultBorder;
    known.tags.set(node.id, documentTag);
    Object.assign(node, { type: 0, childNodes: children('') });
    delete node.textContent;
    const mode = raw.compatMode === 'BackCompat' ? raw.compatMode : almostMode(node.childNodes);
    if (mode && node.childNodes?.length) {
      // A document type that is built makes no page one of before the standards; where there is none it is written.
      node.childNodes = node.childNodes.filter(({ type }) => type !== 1);
      if (node.childNodes.length) node.compatMode = mode;
    }
  } else if (raw.type === 1) {
    const name = /^[a-z][\w-]*$/i.test(text(raw.name)) ? text(raw.name) : 'html';
    Object.assign(node, { type: 1, name, publicId: text(raw.publicId), systemId: text(raw.systemId) });
  } else if (raw.type === 2) scrubElement(raw, node, parentTag, known, children);
  else if (raw.type === 3) scrubText(raw, node, parentTag, known);
  return node;
}

/**
 * The mode of documents in which pictures in cells leave no room below them ("limited quirks" in the HTML standard,
 * §13.2.6.4.1), which no property of theirs tells, but their type does.
 */
function almostMode(children: ReplayNode[] = []): 'AlmostStandards' | undefined {
  const { publicId = '', systemId = '' } = children.find(({ type }) => type === 1) ?? {};
  const isAlmost =
    /^-\/\/w3c\/\/dtd xhtml 1\.0 (?:frameset|transitional)\/\//i.test(publicId) ||
    (systemId !== '' && /^-\/\/w3c\/\/dtd html 4\.01 (?:frameset|transitional)\/\//i.test(publicId));
  return isAlmost ? 'AlmostStandards' : undefined;
}

/** The text of a style element or a part of it, or the frozen sheet it names. */
export const sheetPiece = (css: string, assets: AssetNames): string =>
  assets.sheet(css) ?? neutralCssPiece(css, assets.find);

function scrubText(raw: Raw, node: ReplayNode, parentTag: string, known: KnownNodes): void {
  const inStyle = parentTag === 'style' || raw.isStyle === true;
  node.type = 3;
  node.textContent = inStyle ? sheetPiece(text(raw.textContent), known.assets) : text(raw.textContent);
  if (!inStyle) return;
  node.isStyle = true;
  known.styleTexts.add(node.id);
}

function scrubElement(
  raw: Raw,
  node: ReplayNode,
  parentTag: string,
  known: KnownNodes,
  children: (tag: string) => ReplayNode[],
): void {
  const recorded = text(raw.tagName);
  const tag = /^[a-z][\w.:-]{0,80}$/i.test(recorded) ? recorded : 'div';
  const local = tag.slice(tag.lastIndexOf(':') + 1).toLowerCase();
  const given = isRaw(raw.attributes) ? raw.attributes : {};
  delete node.textContent;
  node.type = 2;
  const before = known.tags.get(node.id);
  known.tags.set(node.id, local);
  const isSheet = local === 'style' || local === 'link';
  if (isSheet) known.sheets.add(node.id);
  if (showsItsChildren(local, given, raw.childNodes)) {
    Object.assign(node, {
      tagName: 'zyb-instead',
      attributes: insteadOf(given, known),
      childNodes: children(''),
    });
    known.tags.set(node.id, 'zyb-instead');
    return;
  }
  // Words were put, as they were, into what went by this id.
  const comesLate = isSheet && before !== undefined && before !== local;
  if (comesLate || leftOut.test(local)) {
    Object.assign(node, { tagName: 'zyb-left-out', attributes: { style: 'display:none' }, childNodes: [] });
    known.tags.set(node.id, 'zyb-left-out');
    return;
  }
  if (foreign.test(local)) {
    const attributes = placeBox('document', given, insteadOf(given, known), node.id, known);
    Object.assign(node, { tagName: 'zyb-left-out', attributes, childNodes: [] });
    known.tags.set(node.id, 'zyb-box');
    return;
  }
  const { frameBorder } = known;
  const link = local === 'link' ? findSheetLink(given) : undefined;
  const attributes: Record<string, AttributeValue> = {};
  for (const [name, value] of Object.entries(given)) {
    if (link && ofLink.test(name)) continue;
    const shown = shownName(name);
    if (shown !== name && shown in given) continue;
    const [written, words] = writtenAs(local, name, value) ?? [];
    if (written && words != null) attributes[written] = words;
    const scrubbed = scrubAttribute(tag, name, value, known.assets);
    if (scrubbed !== undefined) attributes[shown] = scrubbed;
  }
  if (local === 'use') placePart(given, attributes, known.assets);
  else if (local === 'img') {
    sizeMissing(given, attributes);
    const picture = showPicture(given, attributes.src);
    if (picture) attributes.src = picture.src;
    if (picture?.srcset) attributes.srcset = picture.srcset;
  }
  if (local === 'input' && isStrict(given.type)) {
    known.stricts.set(node.id, { type: given.type });
    const { type, [typeMark]: own } = typeFor(given.type, given.value);
    attributes.type = type;
    if (own) attributes[typeMark] = own;
  }
  Object.assign(node, { tagName: tag, attributes, childNodes: [] });
  if (link) {
    known.links.set(node.id, link);
    const css = sheetText(node.id, sheetOf(link, known.assets));
    Object.assign(node, { tagName: 'style', childNodes: [css] });
    return;
  }
  if (local === 'canvas')
    Object.assign(node, {
      tagName: 'zyb-canvas',
      attributes: placeBox('canvas', given, attributes, node.id, known),
    });
  if (local === 'frame')
    Object.assign(node, { tagName: 'iframe', attributes: { ...attributes, style: frameStyle } });
  else if (local === 'frameset') rewriteFrameset(given, node, parentTag, known);
  if (local !== 'iframe' && local !== 'frame') node.childNodes = children(tagAround(known, node.id));
  known.frameBorder = frameBorder;
  flag(raw, node, local);
}

/**
 * Controls of another browser (ActiveX, Java, Flash), for which this one shows what the page says instead: that something
 * has to be installed, say. Where it says nothing they leave a box.
 */
function showsItsChildren(local: string, given: Raw, children: unknown): boolean {
  if (local !== 'object') return local === 'applet';
  const saysSomething = (child: unknown) =>
    isRaw(child) && (child.type === 2 ? child.tagName !== 'param' : /\S/.test(text(child.textContent)));
  if (!Array.isArray(children) || !children.some(saysSomething)) return false;
  const [type, data] = [text(given.type), text(given.data)];
  if (text(given.classid) || /\.swf(?:$|[?#])/i.test(data)) return true;
  return type ? !ownTypes.test(type) : !data;
}

function insteadOf(given: Raw, { assets }: KnownNodes): Record<string, AttributeValue> {
  const attributes: Record<string, AttributeValue> = {};
  for (const name of ['id', 'class', 'style', 'title']) {
    const scrubbed = scrubAttribute('object', name, given[name], assets);
    if (scrubbed !== undefined) attributes[name] = scrubbed;
  }
  return attributes;
}

/** A drawing's part that stands in a file of its own. */
export function placePart(given: Raw, attributes: Raw, assets: AssetNames): void {
  delete attributes.rr_part;
  const name = text(given.href) || text(given['xlink:href']);
  const part = /^[\w-]{1,100}$/.exec(text(given.rr_part))?.[0];
  const held = part && assets.find(name);
  if (held) attributes.href = `${held}#${part}`;
}

function flag(raw: Raw, node: ReplayNode, local: string): void {
  if (raw.isSVG === true && !framed.test(local)) node.isSVG = true;
  else if (raw.isMath === true && !framed.test(local)) node.isMath = true;
  if (raw.needBlock === true) node.needBlock = true;
  if (raw.isShadowHost === true && shadowHosts.test(local) && !node.isSVG && !node.isMath)
    node.isShadowHost = true;
  if (
    raw.isCustom === true &&
    !node.isMath &&
    customName.test(node.tagName ?? '') &&
    !reservedName.test(local)
  )
    node.isCustom = true;
}

function rewriteFrameset(given: Raw, node: ReplayNode, parentTag: string, known: KnownNodes): void {
  const of = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined);
  known.frameBorder = borderOf(of('frameborder'), of('border'), known.frameBorder);
  const shape = {
    rows: of('rows'),
    cols: of('cols'),
    border: known.frameBorder,
    outermost: parentTag !== 'frameset',
  };
  known.framesets.set(node.id, shape);
  Object.assign(node, {
    tagName: 'div',
    attributes: { class: text(given.class), style: framesetStyle(shape) },
  });
}

/** An element's attributes with a style that gives it its size. */
function placeBox(
  of: EmptyBox['of'],
  given: Raw,
  attributes: Record<string, AttributeValue>,
  id: number,
  { boxes }: KnownNodes,
): Record<string, AttributeValue> {
  const box = { of, width: given.width, height: given.height, style: attributes.style };
  boxes.set(id, box);
  return { ...attributes, style: boxStyle(box) };
}
