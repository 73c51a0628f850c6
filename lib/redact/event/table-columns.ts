import type { EventMemory } from './memory.ts';
import { tagOfNode } from './tree.ts';
import type { TreeNode } from './types.ts';

// Element UI draws header and body as two tables whose cells share this class.
const COLUMN_CLASS = /(?:^|\s)(el-table_\d+_column_\d+)(?:\s|$)/;

function columnClass(cell: TreeNode): string | undefined {
  const name = cell.attributes?.class;
  return typeof name === 'string' ? COLUMN_CLASS.exec(name)?.[1] : undefined;
}

function widthOf(cell: TreeNode): number {
  const span = Number(cell.attributes?.colspan);
  return span > 1 && span < 100 ? Math.floor(span) : 1;
}

/** Kind of the column a cell belongs to by its class. */
export function columnKindOf(cell: TreeNode, memory: EventMemory): string | undefined {
  const name = columnClass(cell);
  return name ? memory.columns.get(name) : undefined;
}

/** True if the row is a header; then the kinds of its columns are remembered for the rows below. */
export function learnHeader(
  table: number | undefined,
  cells: readonly TreeNode[],
  own: readonly (string | undefined)[],
  memory: EventMemory,
): boolean {
  const allHeads = cells.length >= 2 && cells.every((cell) => tagOfNode(cell) === 'th');
  // A role ("子女") is a value as well: beside a label it makes no header, unless all are labels.
  const neighbours = own.every(Boolean)
    ? own.length >= 2
    : own.some((kind, i) => isSure(kind) && isSure(own[i + 1]));
  if (!allHeads && !neighbours) return false;
  let column = 0;
  cells.forEach((cell, i) => {
    const kind = own[i];
    const name = columnClass(cell);
    if (name && kind) memory.columns.set(name, kind);
    const key = `${table}:${column}`;
    if (table !== undefined && kind) memory.columns.set(key, kind);
    else memory.columns.delete(key);
    column += widthOf(cell);
  });
  return true;
}

const isSure = (kind: string | undefined): boolean => kind !== undefined && kind !== 'person';

/** For each cell of a body row: the kind its left neighbour or its column header announces. */
export function rowKinds(
  table: number | undefined,
  cells: readonly TreeNode[],
  own: readonly (string | undefined)[],
  memory: EventMemory,
): (string | undefined)[] {
  const hasLabels = own.some(isSure);
  let column = 0;
  return cells.map((cell, i) => {
    const above = memory.columns.get(`${table}:${column}`);
    column += widthOf(cell);
    if (own[i]) return undefined;
    const left = own[i - 1];
    if (isSure(left)) return left;
    if (hasLabels) return left ?? (above === 'person' ? above : undefined);
    return above ?? left;
  });
}
