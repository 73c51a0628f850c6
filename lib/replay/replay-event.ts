/** A node of a recorded document, as rrweb 2 writes it and as the scrubber leaves it. */
export type ReplayNode = {
  /** 0 document, 1 doctype, 2 element, 3 text, 5 comment. */
  type: number;
  id: number;
  /** Id of the document the node stands in, when that is not the stream's own main document. */
  rootId?: number;
  tagName?: string;
  attributes?: Record<string, string | number | boolean>;
  childNodes?: ReplayNode[];
  textContent?: string;
  name?: string;
  publicId?: string;
  systemId?: string;
  compatMode?: string;
  isStyle?: true;
  isSVG?: true;
  isMath?: true;
  isCustom?: true;
  isShadow?: true;
  isShadowHost?: true;
  needBlock?: true;
};

export type Add = { parentId: number; nextId: number | null; previousId?: number | null; node: ReplayNode };
export type StyleChange = Record<string, string | false | [string, string]>;
export type MutationData = {
  source: 0;
  adds: Add[];
  removes: { id: number; parentId: number; isShadow?: true }[];
  texts: { id: number; value: string | null }[];
  attributes: { id: number; attributes: Record<string, string | null | StyleChange> }[];
  isAttachIframe?: true;
};

export type Position = { id: number; x: number; y: number; timeOffset: number };
export type Rule = { rule: string; index?: number | number[] };
/** Every increment that is not a mutation; `source` says which fields there are (rrweb's IncrementalSource). */
export type IncrementData = {
  source: number;
  id?: number;
  styleId?: number;
  positions?: Position[];
  ranges?: { start: number; startOffset: number; end: number; endOffset: number }[];
  styles?: { styleId: number; rules: Rule[] }[];
  styleIds?: number[];
  [more: string]: unknown;
};

export type FullSnapshotData = { node: ReplayNode; initialOffset: { top: number; left: number } };
export type MetaData = { href: string; width: number; height: number };
export type CustomData = { tag: string; payload: unknown };

/** One scrubbed event; the numbers are rrweb's EventType. */
export type ReplayEvent = { timestamp: number } & (
  | { type: 0 | 1 | 6; data: Record<string, never> }
  | { type: 2; data: FullSnapshotData }
  | { type: 3; data: MutationData | IncrementData }
  | { type: 4; data: MetaData }
  | { type: 5; data: CustomData }
);

/** An event as it stands in a chunk: nothing but its frame has been checked. */
export type RawEvent = { type: number; timestamp: number; data: unknown };

export const isMutation = (data: MutationData | IncrementData): data is MutationData => data.source === 0;
