import { boxStyle } from './empty-box.ts';
import { flattenAdd } from './flatten-adds.ts';
import { framesetStyle } from './frameset.ts';
import { type AssetNames, noAssets } from './frozen-assets.ts';
import { neutralCss } from './neutral-css.ts';
import { ReplayDataError } from './replay-data-error.ts';
import type {
  CustomData,
  IncrementData,
  MutationData,
  RawEvent,
  ReplayEvent,
  StyleChange,
} from './replay-event.ts';
import { scrubAttribute, shownName, sizeMissing } from './scrub-attributes.ts';
import { scrubIncrement } from './scrub-increment.ts';
import { changeSheetLink, ofLink, sheetOf, sheetTextId } from './scrub-link.ts';
import {
  documentTag,
  isId,
  type KnownNodes,
  knowNothing,
  placePart,
  scrubLimits,
  scrubNode,
  sheetPiece,
  tagAround,
} from './scrub-node.ts';
import { showPicture } from './show-picture.ts';
import { typeMark } from './shown-states.ts';
import { isStrict, type StrictField, typeFor } from './strict-fields.ts';
import { writtenAs } from './written-attributes.ts';

type Raw = Record<string, unknown>;
const raw = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const list = (value: unknown): Raw[] => (Array.isArray(value) ? value.map(raw) : []);
const side = (value: unknown, otherwise: number) =>
  typeof value === 'number' && value > 0 && value <= 20_000 ? value : otherwise;
const offset = (value: unknown) => (Number.isFinite(value) ? (value as number) : 0);

/** Scrubs one stream's events in their order; it must see the snapshot first to know what each id is. */
export type Scrubber = { scrub(event: RawEvent): ReplayEvent | undefined; maxId(): number };

/**
 * Recorded data are untrusted: the events that come out are built anew from known fields and hold nothing
 * that runs, leads away or fetches. Undefined for what a replay has no use for. Throws a ReplayDataError
 * ('too-deep', 'too-many-nodes', 'not-events').
 */
export function createScrubber(limits = scrubLimits, assets: AssetNames = noAssets): Scrubber {
  let known = knowNothing(assets);

  function scrub({ type, timestamp, data }: RawEvent): ReplayEvent | undefined {
    const given = raw(data);
    if (type === 2) {
      known = { ...knowNothing(assets), maxId: known.maxId };
      const { top, left } = raw(given.initialOffset);
      const node = scrubNode(given.node, '', known, limits);
      if (node.type !== 0) throw new ReplayDataError('not-events', 'snapshot');
      return { type, timestamp, data: { node, initialOffset: { top: offset(top), left: offset(left) } } };
    }
    if (type === 4) {
      const size = { width: side(given.width, 1280), height: side(given.height, 720) };
      return { type, timestamp, data: { href: '', ...size } };
    }
    if (type === 5) return { type, timestamp, data: scrubCustom(given) };
    if (type !== 3) return { type: type as 0, timestamp, data: {} };
    const strict = given.source === 5 && isId(given.id) ? known.stricts.get(given.id) : undefined;
    const change = strict
      ? fillStrict(given, strict)
      : given.source === 0
        ? scrubMutation(given, known, limits)
        : scrubIncrement(given, assets.find);
    return change && { type, timestamp, data: change satisfies MutationData | IncrementData };
  }

  return { scrub, maxId: () => known.maxId };
}

/** As an attribute: what is set otherwise a field keeps to itself when its type changes. */
function fillStrict({ id, text }: Raw, field: StrictField): MutationData {
  field.isFilled = true;
  const value = typeof text === 'string' ? text : '';
  const attributes = { ...typeFor(field.type, value), value };
  return { source: 0, adds: [], removes: [], texts: [], attributes: [{ id: id as number, attributes }] };
}

function scrubCustom(given: Raw): CustomData {
  const { token, element } = raw(given.payload);
  const payload = typeof token === 'string' && isId(element) ? { token, element } : {};
  return { tag: String(given.tag).slice(0, 80), payload };
}

function scrubMutation(given: Raw, known: KnownNodes, limits: typeof scrubLimits): MutationData {
  const data: MutationData = { source: 0, adds: [], removes: [], texts: [], attributes: [] };
  if (given.isAttachIframe === true) data.isAttachIframe = true;
  for (const { id, parentId, isShadow } of list(given.removes)) {
    if (isId(id) && isId(parentId))
      data.removes.push({ id, parentId, ...(isShadow === true && { isShadow }) });
  }
  data.adds = scrubAdds(list(given.adds), known, limits);
  for (const { id, value } of list(given.texts)) {
    // An id of no node of this stream could be one of a frame's that is grafted into it.
    if (!isId(id) || id > known.maxId) continue;
    const words = typeof value === 'string' ? value : null;
    data.texts.push({
      id,
      value: words && known.styleTexts.has(id) ? sheetPiece(words, known.assets) : words,
    });
  }
  for (const { id, attributes } of list(given.attributes)) {
    const tag = isId(id) ? known.tags.get(id) : undefined;
    if (!isId(id) || tag === undefined || tag === 'zyb-left-out' || tag === documentTag) continue;
    data.attributes.push({ id, attributes: scrubChanges(id, tag, raw(attributes), known) });
    const sheet = known.links.get(id);
    if (sheet && changeSheetLink(sheet, raw(attributes)))
      data.texts.push({ id: sheetTextId(id), value: sheetOf(sheet, known.assets) });
  }
  return data;
}

/**
 * Parents first: of what is told before its parent nobody can say yet how it must be scrubbed. What is put into something
 * that is told nowhere goes, but for documents, which a Replayer keeps until their frame comes.
 */
function scrubAdds(adds: Raw[], known: KnownNodes, limits: typeof scrubLimits): MutationData['adds'] {
  const clean: MutationData['adds'] = [];
  const orphans = new Map<number, Raw[]>();
  const turn = adds.slice();
  for (const add of turn) {
    const { parentId, nextId, previousId } = add;
    if (!isId(parentId)) continue;
    if (!known.tags.has(parentId) && raw(add.node).type !== 0) {
      const waiting = orphans.get(parentId);
      if (waiting) waiting.push(add);
      else orphans.set(parentId, [add]);
      continue;
    }
    const one = {
      parentId,
      nextId: isId(nextId) ? nextId : null,
      ...(isId(previousId) && { previousId }),
      node: scrubNode(add.node, tagAround(known, parentId), known, limits),
    };
    // A document put into an iframe is built whole.
    const told = one.node.type === 0 ? [one] : flattenAdd(one);
    for (const { node } of told) {
      turn.push(...(orphans.get(node.id) ?? []));
      orphans.delete(node.id);
    }
    clean.push(...told);
  }
  return clean;
}

function scrubChanges(id: number, tag: string, given: Raw, known: KnownNodes) {
  const frameset = known.framesets.get(id);
  if (frameset) {
    for (const name of ['rows', 'cols'] as const) {
      if (name in given) frameset[name] = typeof given[name] === 'string' ? given[name] : undefined;
    }
    return { style: framesetStyle(frameset) };
  }
  const changes: Record<string, string | null | StyleChange> = {};
  for (const [name, value] of Object.entries(given)) {
    if (tag === 'frame' && name === 'style') continue;
    if (tag === 'zyb-box' && !/^(?:class|style|title)$/.test(name)) continue;
    if (known.links.has(id) && ofLink.test(name)) continue;
    const [written, words = null] = writtenAs(tag, name, value) ?? [];
    if (written) changes[written] = words;
    if (value === null) changes[shownName(name)] = null;
    else if (name === 'style' && typeof value === 'object')
      changes.style = scrubStyle(raw(value), known.assets);
    else {
      const scrubbed = scrubAttribute(tag, name, value, known.assets);
      if (scrubbed !== undefined) changes[shownName(name)] = String(scrubbed);
    }
  }
  if (tag === 'use') placePart(given, changes, known.assets);
  else if (tag === 'img') {
    sizeMissing(given, changes);
    Object.assign(changes, showPicture(given, changes.src));
  }
  const box = known.boxes.get(id);
  // Older recorders told single properties.
  if (box && (!changes.style || typeof changes.style === 'string')) {
    for (const name of ['width', 'height'] as const) if (name in given) box[name] = given[name];
    if ('style' in changes) box.style = changes.style;
    changes.style = boxStyle(box);
  }
  if (tag === 'input' && 'type' in given) {
    if (isStrict(given.type)) known.stricts.set(id, { ...known.stricts.get(id), type: given.type });
    else if (known.stricts.delete(id)) changes[typeMark] = null;
  }
  const strict = known.stricts.get(id);
  if (!strict || !('value' in changes)) return changes;
  const { value, ...rest } = changes;
  if (strict.isFilled) return rest;
  // The type first: a field takes over a value that it can show.
  delete rest.type;
  return { ...rest, ...typeFor(strict.type, value), value: value ?? null };
}

function scrubStyle(given: Raw, { find }: AssetNames): StyleChange {
  const style: StyleChange = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === false) style[name] = false;
    else if (typeof value === 'string') style[name] = neutralCss(value, find);
    else if (Array.isArray(value)) style[name] = [neutralCss(String(value[0]), find), String(value[1] ?? '')];
  }
  return style;
}
