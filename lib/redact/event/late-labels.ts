import { words } from '../words.ts';
import type { EventMemory } from './memory.ts';
import { kindOfLabel, shortText, tagOfNode } from './tree.ts';
import { TEXT, type TreeNode } from './types.ts';

/** Elements that hold a label or a value in the layouts portals use. */
const HOLDERS = new Set(words('td th dt dd div span label p strong b'));
/** More nodes than that are no label and no single value. */
const MOST_NODES = 12;
const SILENT = /^[\s:：*]*$/;

/** Remembers that an element is a label, for what is put behind it later. */
export function rememberLabel(parentId: number, id: number, kind: string, memory: EventMemory): void {
  const list = memory.labels.get(parentId) ?? [];
  if (!list.some((label) => label.id === id)) list.push({ id, kind });
  memory.labels.set(parentId, list);
}

function idsIn(node: TreeNode, ids: number[] = []): number[] {
  ids.push(node.id);
  for (const child of node.childNodes ?? []) {
    if (ids.length > MOST_NODES) break;
    idsIn(child, ids);
  }
  return ids;
}

/** Remembers empty elements among siblings and what stands behind each: a script may write a label there. */
export function rememberPlaces(parentId: number, siblings: readonly TreeNode[], memory: EventMemory): void {
  for (let i = 0; i < siblings.length; i += 1) {
    const node = siblings[i] as TreeNode;
    if (node.type === TEXT || !HOLDERS.has(tagOfNode(node)) || shortText(node, 1) !== '') continue;
    const own = idsIn(node);
    const next = nextShown(siblings, i);
    const value = next && HOLDERS.has(tagOfNode(next)) ? idsIn(next) : [];
    if (own.length > MOST_NODES || value.length > MOST_NODES) continue;
    for (const id of own) memory.places.set(id, { parentId, id: node.id, value });
  }
}

/** The sibling after this one, blanks and colons left out. */
function nextShown(siblings: readonly TreeNode[], at: number): TreeNode | undefined {
  for (let i = at + 1; i < siblings.length; i += 1) {
    const node = siblings[i] as TreeNode;
    if (node.type !== TEXT || !SILENT.test(node.textContent ?? '')) return node;
  }
  return undefined;
}

/** A text has come into an element (or text node) that was empty: if it is a label, what follows has its kind. */
export function fillPlace(
  id: number,
  text: string,
  { memory, labels }: { memory: EventMemory; labels?: Record<string, string> },
): void {
  const place = memory.places.get(id);
  if (!place || memory.kinds.has(id)) return;
  const kind = kindOfLabel(text.trim(), labels);
  if (!kind) return;
  rememberLabel(place.parentId, place.id, kind, memory);
  for (const value of place.value) memory.kinds.set(value, kind);
}
