/** How the value of a form control is to be treated. */
export type ControlKind = 'typed' | 'button' | 'choice';

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
};

/** An empty memory, one per recorded stream (frame and document). */
export function createEventMemory(): EventMemory {
  return {
    kinds: new Map(),
    labels: new Map(),
    controls: new Map(),
    css: new Set(),
    typedTexts: new Set(),
    columns: new Map(),
    tables: new Map(),
  };
}

/** Forgets everything: a full snapshot of the page tells it anew. */
export function clearMemory(memory: EventMemory): void {
  for (const part of Object.values(memory)) part.clear();
}

/** Forgets a removed node. */
export function forget(memory: EventMemory, id: number): void {
  memory.kinds.delete(id);
  memory.labels.delete(id);
  memory.controls.delete(id);
  memory.css.delete(id);
  memory.typedTexts.delete(id);
}
