import type { UrlRules } from '../url-params.ts';
import type { EventMemory } from './memory.ts';
import type { See } from './see.ts';

/** What `redactEvent` may know besides the event. */
export type EventContext = {
  urlRules?: UrlRules;
  /** Further field labels of this portal, exact text to kind (`{ '办事人': 'name' }`). */
  labels?: Record<string, string>;
  /** What earlier events of the same stream told; without it, later mutations are judged by themselves. */
  memory?: EventMemory;
  /** Hears of each stretch of the page's words that is masked, as it was. */
  see?: See;
  /** Whether a node of the page lies in a part that can be written in by now. */
  isWritten?: (id: number) => boolean;
};

export type Attributes = Record<string, unknown>;

/** The shape of an rrweb serialized node, as far as masking reads it. */
export type TreeNode = {
  type: number;
  id: number;
  tagName?: string;
  attributes?: Attributes;
  childNodes?: TreeNode[];
  textContent?: string;
  isSVG?: boolean;
};

export const DOCUMENT = 0;
export const ELEMENT = 2;
export const TEXT = 3;
export const CDATA = 4;
export const COMMENT = 5;
