import { redactLearned } from '../redact-learned.ts';
import { isOff } from '../setting.ts';
import { words } from '../words.ts';
import type { ControlKind, EventMemory } from './memory.ts';
import { type AttributeWalk, type Owner, redactAttributes } from './redact-attributes.ts';
import { redactSheet } from './redact-sheet.ts';
import { seeDifference } from './see.ts';
import { tagOfNode } from './tree.ts';
import { type Attributes, COMMENT, ELEMENT, TEXT, type TreeNode } from './types.ts';

const BUTTONS = new Set(['submit', 'button', 'reset', 'image']);

/** How the `value` of an element is treated. */
export function controlOf(tag: string, type: unknown): ControlKind {
  if (tag === 'button') return 'button';
  if (tag === 'textarea') return 'typed';
  if (tag !== 'input') return 'choice';
  const name = typeof type === 'string' ? type.toLowerCase() : 'text';
  if (BUTTONS.has(name)) return 'button';
  return name === 'radio' || name === 'checkbox' ? 'choice' : 'typed';
}

/** Elements with a value that may change: later it is told by the id alone. */
const CONTROLS = new Set(words('input option select button textarea progress meter li data'));

function ownerOf(node: TreeNode, tag: string, attributes: Attributes, memory: EventMemory): Owner {
  const control = controlOf(tag, attributes.type);
  if (CONTROLS.has(tag)) memory.controls.set(node.id, control);
  const owner: Owner = { tag, control, isSvg: node.isSVG === true, kind: memory.kinds.get(node.id) };
  if (tag === 'meta')
    owner.meta = String(attributes.name ?? attributes.property ?? attributes['http-equiv'] ?? '');
  return owner;
}

function ownAttributes(
  node: TreeNode,
  attributes: Attributes,
  memory: EventMemory,
  walk: AttributeWalk,
): Attributes {
  const tag = tagOfNode(node);
  if (!CONTROLS.has(tag) && Object.keys(attributes).length === 0) return attributes;
  return redactAttributes(attributes, ownerOf(node, tag, attributes, memory), walk);
}

/** The text of a text node as its line left it, without values learned anywhere in the page. */
function textOf(
  node: TreeNode,
  changes: ReadonlyMap<number, string>,
  memory: EventMemory,
  walk: AttributeWalk,
): string | undefined {
  if (node.type === TEXT && memory.css.has(node.id)) return redactSheet(node.textContent ?? '', memory);
  const text = changes.get(node.id);
  if (node.type !== TEXT || (memory.learned.kinds.size === 0 && memory.wholes?.isEmpty() !== false))
    return text;
  if (isOff('learned-value', memory)) return text;
  if (memory.typedTexts.has(node.id)) return text;
  const line = text ?? node.textContent ?? '';
  const known = redactLearned(line, memory, walk.found);
  if (walk.see && known !== line) seeDifference(line, known, 'name', walk.see);
  return known;
}

/** A node with changed texts and attributes, copied only where something changed. */
export function redactNode<N extends TreeNode>(
  node: N,
  changes: ReadonlyMap<number, string>,
  memory: EventMemory,
  walk: AttributeWalk,
): N {
  let copy: TreeNode | undefined;
  if (node.type === COMMENT)
    return node.textContent && !isOff('comment', memory) ? { ...node, textContent: '' } : node;
  const text = textOf(node, changes, memory, walk);
  if (text !== undefined && text !== node.textContent) copy = { ...node, textContent: text };
  if (node.type === ELEMENT && node.attributes) {
    const attributes = ownAttributes(node, node.attributes, memory, walk);
    if (attributes !== node.attributes) copy = { ...node, attributes };
  }
  const children = node.childNodes;
  if (children && children.length > 0) {
    let copies: TreeNode[] | undefined;
    for (let i = 0; i < children.length; i += 1) {
      const child = children[i] as TreeNode;
      const next = redactNode(child, changes, memory, walk);
      if (next === child) continue;
      copies ??= children.slice();
      copies[i] = next;
    }
    if (copies) copy = { ...(copy ?? node), childNodes: copies };
  }
  return (copy as N | undefined) ?? node;
}
