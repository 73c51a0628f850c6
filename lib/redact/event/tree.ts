import { isPersonalLabel } from '../personal-label.ts';
import { TAG_PATTERN } from '../tags.ts';
import { words } from '../words.ts';
import { ELEMENT, TEXT, type TreeNode } from './types.ts';

const SILENT = new Set(words('script style noscript template option select textarea svg title head'));
const INLINE = new Set(
  words(`
    span b i em strong font u s strike small big sub sup label mark code kbd bdi bdo ins del var samp abbr cite q tt 
    nobr wbr math mrow mstyle mi mn mo ms mtext tspan
  `),
);
const NOT_A_LABEL = new Set(
  words('a button h1 h2 h3 h4 h5 h6 li ul ol table tbody thead tr form select option legend'),
);
const CONTROLS = new Set(words('input select textarea button'));
const ORNAMENTS = new Set(words('i em b sup sub svg br img font strong'));
/** What English words of these kinds stand for is seldom a person's ("Name" of a file, "Email" of an office). */
const TOO_COMMON = new Set(['name', 'address', 'email', 'account']);
const HAS_TAG = new RegExp(TAG_PATTERN);
/** Longest text of an element read as a label. */
export const LONGEST_LABEL = 24;

/** Lower-case tag name of an element, '' for other nodes. */
export function tagOfNode(node: TreeNode): string {
  return node.type === ELEMENT ? (node.tagName ?? '').toLowerCase() : '';
}

export function isInline(node: TreeNode): boolean {
  return INLINE.has(tagOfNode(node));
}

/** Readable text of a subtree, or undefined once it is longer than `limit`. */
export function shortText(node: TreeNode, limit: number): string | undefined {
  if (node.type === TEXT) {
    const text = node.textContent ?? '';
    return text.length <= limit * 4 ? text.trim() : undefined;
  }
  if (SILENT.has(tagOfNode(node))) return '';
  let text = '';
  for (const child of node.childNodes ?? []) {
    const part = shortText(child, limit - text.length);
    if (part === undefined) return undefined;
    text += part;
    if (text.length > limit) return undefined;
  }
  return text;
}

/** Kind announced by a text, by the dictionary or by the portal's own labels. */
export function kindOfLabel(text: string, own?: Record<string, string>): string | undefined {
  return isPersonalLabel(text) ?? own?.[text.replace(/[\s*:：]/g, '')];
}

/** True for a wrapper that holds, after its text, a place for the value: a control or an empty element. */
function hasRoomForAValue(node: TreeNode, seen = { text: false }): boolean {
  return (node.childNodes ?? []).some((child) => {
    if (child.type === TEXT) {
      seen.text ||= (child.textContent ?? '').trim() !== '';
      return false;
    }
    const tag = tagOfNode(child);
    if (CONTROLS.has(tag)) return true;
    if (seen.text && tag !== '' && !ORNAMENTS.has(tag) && shortText(child, LONGEST_LABEL) === '') return true;
    return hasRoomForAValue(child, seen);
  });
}

/** Kind announced by an element that is itself a label ("姓名", "联系电话："), else undefined. */
export function kindOfLabelNode(node: TreeNode, own?: Record<string, string>): string | undefined {
  const tag = tagOfNode(node);
  if (tag === '' || NOT_A_LABEL.has(tag) || SILENT.has(tag)) return undefined;
  const text = shortText(node, LONGEST_LABEL);
  // What was masked may have been too long for a label; it holds a value and is none.
  if (text?.includes('〔') && HAS_TAG.test(text)) return undefined;
  const kind = text ? kindOfLabel(text, own) : undefined;
  if (kind && TOO_COMMON.has(kind) && /^[\x20-\x7e]+$/.test(text ?? '') && !/^qq/i.test(text ?? ''))
    return undefined;
  return kind && !hasRoomForAValue(node) ? kind : undefined;
}

/** True if some element or text inside is a label: then the subtree is a form, not one value. */
export function containsLabel(node: TreeNode, own?: Record<string, string>): boolean {
  return (node.childNodes ?? []).some((child) => {
    if (child.type === TEXT) {
      const text = (child.textContent ?? '').trim();
      if (text.length < 2 || text.length > LONGEST_LABEL) return false;
      const kind = kindOfLabel(text, own);
      return kind !== undefined && kind !== 'person';
    }
    return containsLabel(child, own);
  });
}
