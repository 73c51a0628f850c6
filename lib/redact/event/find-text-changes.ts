import { addFound } from '../found.ts';
import { isBlank, maskTypedValue } from '../mask-typed-value.ts';
import { areNames } from '../name-words.ts';
import { normalise } from '../normalise.ts';
import { redactAs } from '../redact-labelled.ts';
import { isOff } from '../setting.ts';
import type { Found } from '../types.ts';
import type { InSteps } from './in-steps.ts';
import { rememberLabel, rememberPlaces } from './late-labels.ts';
import type { EventMemory } from './memory.ts';
import { namesAmong } from './names-among.ts';
import { type See, seeNeighbour } from './see.ts';
import { maskPartsAs, maskSplitNumbers } from './split-numbers.ts';
import { columnKindOf, learnHeader, rowKinds } from './table-columns.ts';
import { type Piece, redactRun } from './text-runs.ts';
import { containsLabel, isInline, kindOfLabel, kindOfLabelNode, shortText, tagOfNode } from './tree.ts';
import { DOCUMENT, TEXT, type TreeNode } from './types.ts';

/** One pass over one event. */
export type Walk = {
  memory: EventMemory;
  labels?: Readonly<Record<string, string>>;
  changes: Map<number, string>;
  found: Found;
  /** Text nodes of the line being read. */
  run: Piece[];
  see?: See | undefined;
  /** Whether a node that was told before lies in a part that can be written in by now, as far as the page still has it. */
  isWritten?: ((id: number) => boolean) | undefined;
};

const LONGEST_VALUE = 120;
const ONLY_PUNCTUATION = /^[\s*:：|·,，、.\-—()（）]*$/;
const KEEPS_ITS_WORDS = new Set(['button', 'option', 'optgroup', 'select', 'datalist']);
const CELLS = new Set(['td', 'dd']);

/** Masks the line read so far. */
export function flush(walk: Walk): void {
  if (walk.run.length === 0) return;
  redactRun(walk.run, walk.changes, walk.found, walk.memory, walk.see);
  walk.run = [];
}

function maskText(node: TreeNode, kind: string, walk: Walk): void {
  const text = node.textContent ?? '';
  walk.memory.kinds.set(node.id, kind);
  const result = redactAs(kind, text, walk.memory);
  if (result.text !== text) {
    walk.changes.set(node.id, result.text);
    if (walk.see) seeNeighbour(text, result.text, Object.keys(result.found)[0] ?? kind, walk.see);
  }
  addFound(walk.found, result.found);
}

/** What stands in a part that can be written in was typed, or a portal filled it in: all of it becomes bullets. */
export function visitTyped(node: TreeNode, walk: Walk): void {
  walk.memory.typedTexts.add(node.id);
  if (node.type === TEXT) {
    const text = node.textContent ?? '';
    if (!isBlank(text)) walk.changes.set(node.id, maskTypedValue(text));
    return;
  }
  for (const child of node.childNodes ?? []) {
    if (tagOfNode(child) === 'style' || isClosed(child)) visit(child, walk);
    else visitTyped(child, walk);
  }
}

const CLOSED = /^false$/i;
/** An island in such a part. */
const isClosed = ({ attributes }: TreeNode): boolean =>
  CLOSED.test(String(attributes?.contenteditable ?? ''));

/** An editor of formatted text: an element, or a whole document, which no attribute says. */
function isOpen(node: TreeNode, { isWritten }: Walk): boolean {
  if (node.type === DOCUMENT) return isWritten?.(node.id) === true;
  const { contenteditable } = node.attributes ?? {};
  return contenteditable !== undefined && /^(?:|true|plaintext-only)$/i.test(String(contenteditable));
}

function labelOf(node: TreeNode, walk: Walk): string | undefined {
  return isOff('neighbour-label', walk.memory) ? undefined : kindOfLabelNode(node, walk.labels);
}

/** True if the subtree is one short value rather than a form or a paragraph. */
export function isOneValue(node: TreeNode, walk: Walk): boolean {
  return shortText(node, LONGEST_VALUE) !== undefined && !containsLabel(node, walk.labels);
}

function visitRow(row: TreeNode, walk: Walk): void {
  const rest: TreeNode[] = [];
  const cells: TreeNode[] = [];
  for (const child of row.childNodes ?? []) {
    const tag = tagOfNode(child);
    (tag === 'td' || tag === 'th' ? cells : rest).push(child);
  }
  if (rest.length > 0) visitSiblings(row.id, rest, walk);
  maskSplitNumbers(cells, walk);
  const own = cells.map((cell) => labelOf(cell, walk));
  const table = walk.memory.tables.get(row.id);
  if (learnHeader(table, cells, own, walk.memory)) {
    for (const cell of cells) visit(cell, walk);
    return;
  }
  const kinds = rowKinds(table, cells, own, walk.memory);
  const names = namesAmong(cells, walk.memory);
  rememberPlaces(row.id, cells, walk.memory);
  cells.forEach((cell, i) => {
    const label = own[i];
    if (label) rememberLabel(row.id, cell.id, label, walk.memory);
    const kind = kinds[i] ?? (names?.has(cell) ? 'name' : undefined);
    visit(cell, walk, kind && isOneValue(cell, walk) ? kind : undefined);
  });
}

/** Reads one element or document and everything in it; `forced` is the kind its label announced. */
export function visit(node: TreeNode, walk: Walk, forced?: string): void {
  const tag = tagOfNode(node);
  if (tag === 'style') {
    walk.memory.css.add(node.id);
    for (const child of node.childNodes ?? []) walk.memory.css.add(child.id);
    return;
  }
  const inline = isInline(node);
  if (!inline && tag !== 'textarea') flush(walk);
  if ((tag === 'textarea' || isOpen(node, walk)) && !isOff('typed-value', walk.memory)) {
    visitTyped(node, walk);
    if (!inline && tag !== 'textarea') flush(walk);
    return;
  }
  const column = tag === 'td' ? columnKindOf(node, walk.memory) : undefined;
  let kind = forced ?? (column && isOneValue(node, walk) ? column : undefined);
  if (KEEPS_ITS_WORDS.has(tag)) kind = undefined;
  if (kind) walk.memory.kinds.set(node.id, kind);
  learnTable(node, tag, walk);
  if (kind && maskPartsAs(kind, node, walk)) rememberKind(node, kind, walk);
  else if (tag === 'tr') visitRow(node, walk);
  else visitSiblings(node.id, node.childNodes ?? [], walk, kind);
  if (!inline) flush(walk);
}

/** What is written there later is of the same kind. */
function rememberKind(node: TreeNode, kind: string, walk: Walk): void {
  walk.memory.kinds.set(node.id, kind);
  for (const child of node.childNodes ?? []) rememberKind(child, kind, walk);
}

/** Tells sections and rows which table they belong to. */
function learnTable(node: TreeNode, tag: string, walk: Walk): void {
  if (tag[0] !== 't' || !/^(?:table|thead|tbody|tfoot)$/.test(tag)) return;
  const table = tag === 'table' ? node.id : walk.memory.tables.get(node.id);
  if (table === undefined) return;
  walk.memory.tables.set(node.id, table);
  for (const child of node.childNodes ?? []) walk.memory.tables.set(child.id, table);
}

/** Siblings being read, in order. */
type Reading = {
  parentId: number;
  walk: Walk;
  forced: string | undefined;
  /** Kind that a label before has announced. */
  pending: string | undefined;
  names: ReadonlySet<TreeNode> | undefined;
};

function beginSiblings(
  parentId: number,
  siblings: readonly TreeNode[],
  walk: Walk,
  forced: string | undefined,
  leading: string | undefined,
): Reading {
  const [first] = siblings;
  // Most elements hold one text: it has no neighbours.
  const isText = siblings.length === 1 && first?.type === TEXT;
  if (!forced && !isText) {
    rememberPlaces(parentId, siblings, walk.memory);
    maskSplitNumbers(siblings, walk);
  }
  const names = forced ? undefined : namesAmong(siblings, walk.memory);
  return { parentId, walk, forced, pending: leading, names };
}

/** A role ("法人") announces a name and nothing else. */
function mayFollowRole(node: TreeNode): boolean {
  const text = shortText(node, LONGEST_VALUE);
  return text !== undefined && (ONLY_PUNCTUATION.test(text) || areNames(normalise(text)));
}

function visitSibling(node: TreeNode, at: Reading): void {
  if (at.pending === 'person' && !mayFollowRole(node)) at.pending = undefined;
  const { walk, forced, pending } = at;
  if (at.names?.has(node) && !pending) {
    if (node.type === TEXT) maskText(node, 'name', walk);
    else visit(node, walk, 'name');
  } else if (node.type === TEXT) at.pending = visitText(node, walk, forced, pending);
  else if (forced) visit(node, walk, forced);
  else {
    const label = labelOf(node, walk);
    if (label) rememberLabel(at.parentId, node.id, label, walk.memory);
    if (label || !pending) visit(node, walk);
    at.pending = label ?? (pending && visitValue(node, walk, pending));
  }
}

/** Reads siblings in order; a label among them names the kind of what follows it. */
export function visitSiblings(
  parentId: number,
  siblings: readonly TreeNode[],
  walk: Walk,
  forced?: string,
  leading?: string,
): void {
  const at = beginSiblings(parentId, siblings, walk, forced, leading);
  for (const node of siblings) visitSibling(node, at);
}

/** As `visitSiblings`, a step for each of them. */
export function* visitSiblingsInSteps(
  parentId: number,
  siblings: readonly TreeNode[],
  walk: Walk,
  forced?: string,
  leading?: string,
): InSteps<void> {
  const at = beginSiblings(parentId, siblings, walk, forced, leading);
  for (const node of siblings) {
    visitSibling(node, at);
    yield;
  }
}

/** Reads a text among siblings; returns the kind still waiting for its value. */
function visitText(node: TreeNode, walk: Walk, forced?: string, pending?: string): string | undefined {
  const text = node.textContent ?? '';
  const isSilent = ONLY_PUNCTUATION.test(text);
  const kind = forced ?? (isSilent ? undefined : pending);
  if (kind) {
    maskText(node, kind, walk);
    return undefined;
  }
  walk.run.push({ id: node.id, text });
  if (isSilent) return pending;
  return /[:：]\s*$/.test(text) && !isOff('neighbour-label', walk.memory)
    ? kindOfLabel(text.trim().slice(-20), walk.labels)
    : undefined;
}

/** Reads the element after a label; an empty one is remembered, since scripts fill it later. */
function visitValue(node: TreeNode, walk: Walk, pending: string): string | undefined {
  const text = shortText(node, LONGEST_VALUE);
  if (text !== undefined && text !== '' && ONLY_PUNCTUATION.test(text)) {
    visit(node, walk);
    return pending;
  }
  visit(node, walk, isOneValue(node, walk) ? pending : undefined);
  return text === '' && !CELLS.has(tagOfNode(node)) ? pending : undefined;
}
