import { hasLuhnChecksum } from '../checksums.ts';
import { normalise } from '../normalise.ts';
import { redactAs } from '../redact-labelled.ts';
import { isOff, settingFor } from '../setting.ts';
import type { SensitiveRange } from '../types.ts';
import type { Walk } from './find-text-changes.ts';
import { maskInPieces, type Piece } from './text-runs.ts';
import { isInline, kindOfLabel, kindOfLabelNode, LONGEST_LABEL, tagOfNode } from './tree.ts';
import { COMMENT, TEXT, type TreeNode } from './types.ts';

/** A text of digits, and the element beside others that holds nothing else. */
type Part = Piece & { holder: TreeNode; apart: boolean };

/** Fewer single digits in a row are a counter or the pages of a list. */
const FEWEST_BOXES = 6;
const LONGEST_PART = 20;
const DEEPEST = 4;
const DIGITS = /^(?:[0-9]{1,17}[Xx]?|[Xx])$/;
const NUMBER_PART = /^[0-9Xx -]{1,20}$/;
/** Shapes nothing but a person's number has; years, pages and counts set side by side have others. */
const TELLING = new Set(['resident-id', 'mobile', 'bank-card']);
const NOT_NUMBERS = new Set(['name', 'person', 'address', 'password', 'email', 'token']);

/** The one text of digits in a node; null for a node without any text, undefined for all others. */
function digitsIn(node: TreeNode, depth = 0): TreeNode | null | undefined {
  if (node.type === COMMENT) return null;
  if (node.type === TEXT) {
    const text = node.textContent ?? '';
    // Han letters, most often: neither digits nor blanks begin so.
    const code = text.charCodeAt(0);
    if (code > 0x3000 && code < 0xfe63) return undefined;
    if (text.length > LONGEST_PART * 2) return text.trim() === '' ? null : undefined;
    const plain = normalise(text).trim();
    if (plain === '') return null;
    return DIGITS.test(plain) ? node : undefined;
  }
  const children = node.childNodes ?? [];
  if (depth > DEEPEST || children.length > LONGEST_PART) return undefined;
  let found: TreeNode | null = null;
  for (const child of children) {
    const digits = digitsIn(child, depth + 1);
    if (digits === undefined || (digits && found)) return undefined;
    found ??= digits;
  }
  return found;
}

function isTelling(range: SensitiveRange, parts: readonly Part[], line: string): boolean {
  if (range.kind === 'long-number') return false;
  if (range.kind !== 'bank-card') return true;
  const number = line.slice(range.start, range.end);
  return /^62/.test(number) && hasLuhnChecksum(number) && parts.every(({ text }) => text.length !== 2);
}

/** What the parts say together by shape, where it begins and ends with a part. */
function findShapes(parts: readonly Part[], line: string, walk: Walk): SensitiveRange[] {
  const edges = new Set([0]);
  let at = 0;
  for (const { text } of parts) edges.add((at += text.length));
  const plain = normalise(line);
  for (const rule of settingFor(walk.memory).rules) {
    if (!TELLING.has(rule.name)) continue;
    const ranges = rule
      .find(plain, line, walk.memory)
      .map((range) => ({ kind: rule.kind, ...range }))
      .filter((range) => edges.has(range.start) && edges.has(range.end) && isTelling(range, parts, plain));
    if (ranges.length > 0) return ranges;
  }
  return [];
}

/** The kind that the node before the first part announces. */
function labelBefore(siblings: readonly TreeNode[], first: TreeNode, walk: Walk): string | undefined {
  if (isOff('neighbour-label', walk.memory)) return undefined;
  for (let i = siblings.indexOf(first) - 1; i >= 0; i -= 1) {
    const node = siblings[i] as TreeNode;
    if (digitsIn(node) === null) continue;
    if (node.type !== TEXT) return kindOfLabelNode(node, walk.labels);
    return kindOfLabel((node.textContent ?? '').trim().slice(-LONGEST_LABEL), walk.labels);
  }
  return undefined;
}

function maskTogether(parts: readonly Part[], kind: string | undefined, walk: Walk): boolean {
  const line = parts.map(({ text }) => text).join('');
  const named = kind && !NOT_NUMBERS.has(kind) ? redactAs(kind, line, walk.memory) : undefined;
  const [known] = named && named.text !== line ? Object.keys(named.found) : [];
  const ranges = known ? [{ start: 0, end: line.length, kind: known }] : findShapes(parts, line, walk);
  if (ranges.length === 0) return false;
  maskInPieces(parts, line, ranges, walk.changes, walk.found, walk.memory, walk.see);
  return true;
}

function maskRun(parts: readonly Part[], siblings: readonly TreeNode[], walk: Walk): void {
  const [first] = parts;
  if (!first || parts.length < 2) return;
  const areBoxes = parts.length >= FEWEST_BOXES && parts.every(({ text }) => text.trim().length === 1);
  const areLinks =
    parts.some(({ holder }) => tagOfNode(holder) === 'a') &&
    parts.every(({ holder, apart, text }, i) => {
      const isInLine = holder.type === TEXT || tagOfNode(holder) === 'a' || isInline(holder);
      return isInLine && (i === 0 || !apart) && text.trim() === text;
    });
  if (areBoxes) maskTogether(trimmed(parts), labelBefore(siblings, first.holder, walk), walk);
  else if (areLinks) maskTogether(parts, undefined, walk);
}

/** Blanks around a digit in its box are layout. */
const trimmed = (parts: readonly Part[]) => parts.map((part) => ({ ...part, text: part.text.trim() }));

/**
 * Masks numbers whose digits stand in a box each (cells, blocks), and numbers cut into links that stand directly beside
 * each other: by the label before them, or by a shape nothing else has. Numbers of several digits in neighbouring
 * cells are numbers of their own.
 */
export function maskSplitNumbers(siblings: readonly TreeNode[], walk: Walk): void {
  if (siblings.length < 2) return;
  let parts: Part[] = [];
  let apart = false;
  for (const node of siblings) {
    const digits = digitsIn(node);
    if (digits === null) apart = true;
    else if (digits === undefined) {
      maskRun(parts, siblings, walk);
      parts = [];
    } else {
      parts.push({ id: digits.id, text: digits.textContent ?? '', holder: node, apart });
      apart = false;
    }
  }
  maskRun(parts, siblings, walk);
}

function numberParts(node: TreeNode, parts: Part[]): boolean {
  for (const child of node.childNodes ?? []) {
    if (child.type !== TEXT) {
      if (!numberParts(child, parts)) return false;
      continue;
    }
    const text = child.textContent ?? '';
    const plain = normalise(text.trim());
    if (plain === '') continue;
    if (parts.length > LONGEST_PART || !NUMBER_PART.test(plain)) return false;
    parts.push({ id: child.id, text: text.trim(), holder: child, apart: false });
  }
  return true;
}

/** Masks the value of a label as one where it stands in pieces; false for any other value. */
export function maskPartsAs(kind: string, node: TreeNode, walk: Walk): boolean {
  const parts: Part[] = [];
  if (NOT_NUMBERS.has(kind) || !numberParts(node, parts) || parts.length < 2) return false;
  return maskTogether(parts, kind, walk);
}
