import { isNameWord } from '../name-words.ts';
import { isOff } from '../setting.ts';
import type { EventMemory } from './memory.ts';
import { shortText } from './tree.ts';
import type { TreeNode } from './types.ts';

/** More siblings than that are a page, not a person. */
const MOST_SIBLINGS = 12;
const LONGEST_NAME = 4;
const LONGEST_VALUE = 60;
/** Mobile number, resident ID, card, or one its portal has half hidden. */
const PERSONAL_NUMBER =
  /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|[1-9]\d{16}[\dXx]|\d{16,19})(?!\d)|\d{2,6}[*•●＊]{3,14}\d{0,4}/;

/**
 * Siblings (cells of a row, lines of a card) that are nothing but a name, where another shows a personal number;
 * undefined where there are none.
 */
export function namesAmong(
  siblings: readonly TreeNode[],
  memory: EventMemory,
): ReadonlySet<TreeNode> | undefined {
  if (siblings.length < 2 || siblings.length > MOST_SIBLINGS) return undefined;
  let names: Set<TreeNode> | undefined;
  for (const node of siblings) {
    const text = shortText(node, LONGEST_NAME);
    if (text && isNameWord(text)) (names ??= new Set()).add(node);
  }
  if (!names || isOff('neighbour-name', memory)) return undefined;
  const isBesideNumber = siblings.some((node) => PERSONAL_NUMBER.test(shortText(node, LONGEST_VALUE) ?? ''));
  return isBesideNumber ? names : undefined;
}
