import { createLearnedValues, type LearnedValues, type Learner } from '../learned-values.ts';

/** How the value of a form control is to be treated. */
export type ControlKind = 'typed' | 'button' | 'choice';

/** An empty element `id` under `parentId`, and the elements that would hold the value if it became a label. */
export type Place = { parentId: number; id: number; value: number[] };

/**
 * What one stream has taught: rrweb's later events name nodes by id only, without tag, parent or label.
 * Only nodes worth remembering are kept.
 */
export type EventMemory = {
  /** Node id to the kind of datum its label announced. */
  kinds: Map<number, string>;
  /** Parent id to its label children in document order. */
  labels: Map<number, { id: number; kind: string }[]>;
  controls: Map<number, ControlKind>;
  /** Style elements and their texts (CSS is never touched). */
  css: Set<number>;
  /** Textareas and their texts. */
  typedTexts: Set<number>;
  /** Column marker (class or table id with index) to kind, for header cells away from their column. */
  columns: Map<string, string>;
  /** Table section (thead, tbody) to its table. */
  tables: Map<number, number>;
  /** Empty elements (and what is in them) that scripts may fill with a label later. */
  places: Map<number, Place>;
  /** Raw values masked so far; kept over snapshots, since the document stays the same. */
  learned: LearnedValues;
} & Pick<Learner, 'setting' | 'tagKey' | 'digests' | 'wholes'>;

/**
 * An empty memory, one per recorded stream (frame and document): by the floor's rules and with plain tags, unless told
 * otherwise.
 */
export function createEventMemory(
  options: Pick<Learner, 'setting' | 'tagKey' | 'digests' | 'wholes'> = {},
): EventMemory {
  return {
    kinds: new Map(),
    labels: new Map(),
    controls: new Map(),
    css: new Set(),
    typedTexts: new Set(),
    columns: new Map(),
    tables: new Map(),
    places: new Map(),
    learned: createLearnedValues(),
    ...options,
  };
}

/** Forgets all nodes: a full snapshot of the page tells them anew. What was learned of the person stays, and the rules. */
export function clearMemory({
  learned: _l,
  setting: _s,
  tagKey: _t,
  digests: _d,
  wholes: _w,
  ...nodes
}: EventMemory): void {
  for (const part of Object.values(nodes)) part.clear();
}

/** Forgets a removed node. */
export function forget(memory: EventMemory, id: number): void {
  memory.kinds.delete(id);
  memory.labels.delete(id);
  memory.controls.delete(id);
  memory.css.delete(id);
  memory.typedTexts.delete(id);
  memory.tables.delete(id);
  memory.places.delete(id);
}
