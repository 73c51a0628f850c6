import type { ringOf } from '../ring-of.ts';
import type { ownOf } from './form-ways.ts';
import type { Adds } from './tell-in-slices.ts';

/**
 * What the built copy of rrweb calls in this world (scripts/lean-rrweb.ts puts the calls in). Without it rrweb works
 * its own way.
 */
export type RrwebHooks = {
  /** Serialises a node and all in it, or undefined where rrweb's own way is to be taken. Null: left out. */
  serialize(
    node: Node,
    options: SerializeOptions,
    genId: () => number,
    byRrweb: (node: Node, options: SerializeOptions) => SerializedNode | null,
  ): SerializedNode | null | undefined;
  /** True when the node was serialised in this very task, so that nothing about it is news. */
  isFresh(node: Node): boolean;
  /** See tell-in-slices.ts. */
  slice(): { isOver(): boolean } | undefined;
  rest(buffer: Adds): Set<Node>;
  finish(): void;
  afterRest(job: () => void): void;
  isLeft(): boolean;
  /** Runs the handling of mutation records. */
  onMutations(work: () => void): void;
  /** Runs the telling of what was collected while the page was frozen. */
  onThaw(work: () => void): void;
  onSnapshot(work: () => void): void;
  /** False when nobody scrolled it since the document came: asking the page itself makes it lay itself out. */
  mayBeScrolled(place: Node): boolean;
  /** Makes addresses in the styles of changes full: told for an iframe's document, which stands elsewhere. */
  inFull(
    texts: { node: Node; value: string | null }[],
    attributes: { node: Node; attributes: { style?: unknown } }[],
  ): void;
  /** Whether the browser draws a ring around what gets the keyboard. */
  ringOf: typeof ringOf;
  /** From now on the node has no id. */
  forgetId(node: Node): void;
  /** The root that the page closed; known from hints. */
  findClosedRoot(host: Element): ShadowRoot | undefined;
  /** Known once something was serialised: an id for a node that only the stream has. */
  freshId?(): number;
  /** Set by rrweb when it waits for the page to be there: begins with what there is. */
  begin?(): void;
  /** Set by rrweb once it records: observes a shadow root attached to an element that it knows already. */
  addShadowRoot?(root: ShadowRoot): void;
  /** Set by rrweb once it records: from now on it reads nodes' properties this way, in which no form's field hides them. */
  readOwn?(way: typeof ownOf): void;
  /** Set by rrweb once it records: tells the sheets adopted by the document or shadow host with this id. */
  styles?: {
    adoptStyleSheets(sheets: readonly CSSStyleSheet[], hostId: number): void;
    styleMirror: { getId(sheet: CSSStyleSheet): number };
  };
};

/** As rrweb's types have it, as far as it is used here. */
export type SerializedNode = {
  type: number;
  id: number;
  tagName?: string;
  attributes?: Record<string, string | number | boolean>;
  childNodes?: SerializedNode[];
  textContent?: string;
  isSVG?: true;
  /** An element of a formula; rrweb knows of none, and would show elements of HTML. */
  isMath?: true;
  isShadowHost?: true;
  isCustom?: true;
  isShadow?: true;
  rootId?: number;
};

export type SerializeOptions = {
  doc: Document;
  mirror: NodeIds;
  skipChild?: boolean;
  inlineStylesheet?: boolean;
  newlyAddedElement?: boolean;
  cssCaptured?: boolean;
  preserveWhiteSpace?: boolean;
  slimDOMOptions?: { headWhitespace?: boolean };
  onSerialize?(node: Node): void;
};

/** The part of rrweb's mirror that matters here. */
export type NodeIds = {
  getId(node: Node | null | undefined): number;
  hasNode(node: Node): boolean;
  add(node: Node, meta: { id: number }): void;
};

declare global {
  var zybRrweb: RrwebHooks | undefined;
}
