import { addFound, count } from '../found.ts';
import { isBlank, maskTypedValue } from '../mask-typed-value.ts';
import { redactText } from '../redact-text.ts';
import { redactUrl } from '../redact-url.ts';
import { isOff } from '../setting.ts';
import type { Found } from '../types.ts';
import { flush, visit, type Walk } from './find-text-changes.ts';
import { atOnce, type InSteps } from './in-steps.ts';
import { clearMemory, createEventMemory, type EventMemory } from './memory.ts';
import { type AttributeWalk, redactStyleValue } from './redact-attributes.ts';
import { type Mutation, redactMutation } from './redact-mutation.ts';
import { redactNode } from './redact-node.ts';
import { redactPayload } from './redact-payload.ts';
import { redactSheet } from './redact-sheet.ts';
import type { EventContext, TreeNode } from './types.ts';
import { withoutScripts } from './without-scripts.ts';

const FULL_SNAPSHOT = 2;
const INCREMENTAL = 3;
const META = 4;
const CUSTOM = 5;
const PLUGIN = 6;
const ASSET = 7;
const ANNOTATION = 8;
const MUTATION_SOURCE = 0;
const INPUT_SOURCE = 5;
/** Canvas commands (9) and console lines (11) carry free text; all other sources carry none. */
const TEXT_SOURCES = new Set([9, 11]);
/** Rules put in (8), adopted sheets (15). */
const STYLE_SOURCES = new Set([8, 15]);
const DECLARATION_SOURCE = 13;

/** Says which element holds which frame, by a random word (lib/model/stream.ts): nothing of the page. */
const OWN_FRAME_TAG = 'zyb-frame';

type Data = Record<string, unknown>;

function redactInput(data: Data, { found, memory }: Walk): Data {
  const { text } = data;
  if (typeof text !== 'string' || isBlank(text) || isOff('typed-value', memory)) return data;
  if (memory.controls.get(data.id as number) === 'button') {
    const caption = redactText(text, memory);
    addFound(found, caption.found);
    return { ...data, text: caption.text };
  }
  count(found, 'typed-value');
  return { ...data, text: maskTypedValue(text) };
}

/** Every string in it is CSS. */
function redactStyles<T>(value: T, memory: EventMemory, depth = 0): T {
  if (typeof value === 'string') return redactSheet(value, memory) as T;
  if (value === null || typeof value !== 'object' || depth > 8) return value;
  const entries = Object.entries(value).map(
    ([key, each]) => [key, redactStyles(each, memory, depth + 1)] as const,
  );
  if (entries.every(([key, each]) => each === (value as Record<string, unknown>)[key])) return value;
  return (Array.isArray(value) ? entries.map(([, each]) => each) : Object.fromEntries(entries)) as T;
}

/** One property of a rule set by script. */
function redactDeclaration(data: Data, walk: AttributeWalk): Data {
  const set = data.set as { property?: unknown; value?: unknown } | undefined;
  if (typeof set?.property !== 'string' || typeof set.value !== 'string') return data;
  const value = redactStyleValue(set.property, set.value, walk);
  return value === set.value ? data : { ...data, set: { ...set, value } };
}

function* redactIncremental(data: Data, walk: Walk, attributes: AttributeWalk): InSteps<Data> {
  if (data.source === MUTATION_SOURCE)
    return yield* redactMutation(data as unknown as Mutation & Data, walk, attributes);
  if (data.source === INPUT_SOURCE) return redactInput(data, walk);
  if (data.source === DECLARATION_SOURCE) return redactDeclaration(data, attributes);
  if (STYLE_SOURCES.has(data.source as number)) return redactStyles(data, walk.memory);
  return TEXT_SOURCES.has(data.source as number) ? redactPayload(data, attributes) : data;
}

function redactSnapshot(data: Data, walk: Walk, attributes: AttributeWalk): Data {
  const node = data.node as TreeNode;
  clearMemory(walk.memory);
  visit(withoutScripts(node), walk);
  flush(walk);
  const known = walk.memory.learned.version;
  let next = redactNode(node, walk.changes, walk.memory, attributes);
  // A tooltip may have named somebody who stands further up in the page.
  if (walk.memory.learned.version !== known) {
    next = redactNode(node, walk.changes, walk.memory, { ...attributes, found: {}, see: undefined });
  }
  return next === node ? data : { ...data, node: next };
}

function* redactData(type: number, data: Data, walk: Walk, attributes: AttributeWalk): InSteps<Data> {
  if (type === FULL_SNAPSHOT) return redactSnapshot(data, walk, attributes);
  if (type === INCREMENTAL) return yield* redactIncremental(data, walk, attributes);
  if (type === META) {
    const href = redactUrl(String(data.href ?? ''), attributes.urlRules, walk.memory);
    return href === data.href ? data : { ...data, href };
  }
  if (type === CUSTOM && data.tag === OWN_FRAME_TAG) return data;
  if (type === CUSTOM || type === PLUGIN || type === ASSET || type === ANNOTATION) {
    return redactPayload(data, attributes);
  }
  return data;
}

/**
 * An rrweb event (2.2, types 0 to 8) as it may leave the page, and how many values of each kind were masked. The
 * input is never changed; parts that need no masking are shared with it. With a `memory` per stream, later events
 * profit from what earlier ones told (labels, control types, style elements, values masked by a label). Of style sheets
 * only strings and comments are touched.
 */
export function redactEvent<E extends { type: number }>(
  event: E,
  context: EventContext = {},
): { event: E; found: Found } {
  return atOnce(redactEventInSteps(event, context));
}

function labelsOf({ setting }: EventMemory, { labels }: EventContext): Readonly<Record<string, string>> {
  return labels ? { ...setting?.labels, ...labels } : (setting?.labels ?? {});
}

/** As `redactEvent`; a change of many nodes may be left in the middle. Events that share a memory come one after another. */
export function* redactEventInSteps<E extends { type: number }>(
  event: E,
  context: EventContext = {},
): InSteps<{ event: E; found: Found }> {
  const data = (event as { data?: unknown }).data;
  const found: Found = {};
  if (data === null || typeof data !== 'object') return { event, found };
  const memory = context.memory ?? createEventMemory();
  const walk: Walk = {
    memory,
    changes: new Map(),
    found,
    run: [],
    labels: labelsOf(memory, context),
    see: context.see,
    isWritten: context.isWritten,
  };
  const attributes: AttributeWalk = {
    found,
    memory,
    see: context.see,
    ...(context.urlRules && { urlRules: context.urlRules }),
  };
  const next = yield* redactData(event.type, data as Data, walk, attributes);
  return { event: next === data ? event : { ...event, data: next }, found };
}
