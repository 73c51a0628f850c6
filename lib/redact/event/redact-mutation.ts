import { addFound } from '../found.ts';
import { isBlank, maskTypedValue } from '../mask-typed-value.ts';
import { redactAs } from '../redact-labelled.ts';
import { redactText } from '../redact-text.ts';
import { isOff } from '../setting.ts';
import { flush, isOneValue, visitSiblingsInSteps, visitTyped, type Walk } from './find-text-changes.ts';
import { type InSteps, mapInSteps } from './in-steps.ts';
import { fillPlace } from './late-labels.ts';
import { forget } from './memory.ts';
import { type AttributeWalk, redactAttributes } from './redact-attributes.ts';
import { controlOf, redactNode } from './redact-node.ts';
import { redactSheet } from './redact-sheet.ts';
import { seeDifference, seeNeighbour } from './see.ts';
import { type Added, segmentsOf } from './segments.ts';
import { LONGEST_LABEL, shortText } from './tree.ts';
import { type Attributes, ELEMENT } from './types.ts';

type TextMutation = { id: number; value: string | null };
type AttributeMutation = { id: number; attributes: Attributes };
export type Mutation = {
  texts: TextMutation[];
  attributes: AttributeMutation[];
  removes: { id: number }[];
  adds: Added[];
};

/** Changed texts and attributes of one step: each is little work, unlike an added tree. */
const SMALL_ONES = 8;

function* redactAdds(adds: Added[], walk: Walk, attributes: AttributeWalk): InSteps<Added[]> {
  const { memory } = walk;
  for (const { parentId, nextId, nodes } of segmentsOf(adds)) {
    if (memory.css.has(parentId)) {
      for (const node of nodes) memory.css.add(node.id);
      continue;
    }
    if (memory.typedTexts.has(parentId) || walk.isWritten?.(parentId)) {
      if (!isOff('typed-value', memory)) {
        visitTyped({ type: ELEMENT, id: parentId, childNodes: nodes }, walk);
        flush(walk);
        continue;
      }
    }
    const table = memory.tables.get(parentId);
    if (table !== undefined) for (const node of nodes) memory.tables.set(node.id, table);
    const known = memory.kinds.get(parentId);
    const kind = known && nodes.every((node) => isOneValue(node, walk)) ? known : undefined;
    yield* visitSiblingsInSteps(parentId, nodes, walk, kind, labelBefore(parentId, nextId, walk));
    flush(walk);
  }
  const masked = (add: Added) => {
    const node = redactNode(add.node, walk.changes, memory, attributes);
    if (add.shownNext === undefined) return node === add.node ? add : { ...add, node };
    const { shownNext: _read, ...told } = add;
    return { ...told, node };
  };
  return yield* mapInSteps(adds, masked, 1);
}

/** Labels written into elements that were empty until now: before any value of this event is read. */
function learnLateLabels(data: Mutation, walk: Walk): void {
  if (walk.memory.places.size === 0) return;
  for (const { id, value } of data.texts ?? []) if (value) fillPlace(id, value, walk);
  for (const { parentId, nodes } of segmentsOf(data.adds ?? [])) {
    if (!walk.memory.places.has(parentId)) continue;
    const written = nodes.map((node) => shortText(node, LONGEST_LABEL) ?? '').join('');
    if (written) fillPlace(parentId, written, walk);
  }
}

/** Kind of the label that stands before an insertion point among existing siblings. */
function labelBefore(parentId: number, nextId: number | null, walk: Walk): string | undefined {
  const labels = walk.memory.labels.get(parentId) ?? [];
  const at = labels.findIndex((label) => label.id === nextId);
  if (at >= 0) return labels[at - 1]?.kind;
  return nextId === null || labels.length === 1 ? labels.at(-1)?.kind : undefined;
}

function redactTextMutation(text: TextMutation, walk: Walk): TextMutation {
  const { memory } = walk;
  if (!text.value) return text;
  if (memory.css.has(text.id)) {
    const value = redactSheet(text.value, memory);
    return value === text.value ? text : { ...text, value };
  }
  if (memory.typedTexts.has(text.id) || (walk.isWritten?.(text.id) && !isOff('typed-value', memory)))
    return isBlank(text.value) ? text : { ...text, value: maskTypedValue(text.value) };
  const kind = memory.kinds.get(text.id);
  const result = kind ? redactAs(kind, text.value, memory) : redactText(text.value, memory);
  addFound(walk.found, result.found);
  if (result.text === text.value) return text;
  const see = kind ? seeNeighbour : seeDifference;
  if (walk.see) see(text.value, result.text, Object.keys(result.found)[0] ?? '', walk.see);
  return { ...text, value: result.text };
}

function redactAttributeMutation(
  mutation: AttributeMutation,
  walk: Walk,
  attributes: AttributeWalk,
): AttributeMutation {
  const { controls, kinds } = walk.memory;
  const { id } = mutation;
  const type = mutation.attributes.type;
  if (controls.has(id) && typeof type === 'string' && controls.get(id) !== 'choice') {
    const control = controlOf('input', type);
    // What was written in a field that is made a button stands on it.
    if (control !== 'button') controls.set(id, control);
  }
  const next = redactAttributes(
    mutation.attributes,
    { tag: '', control: controls.get(id), kind: kinds.get(id) },
    attributes,
  );
  return next === mutation.attributes ? mutation : { ...mutation, attributes: next };
}

/** Added nodes, changed texts and changed attributes of one mutation event; the same object if nothing changed. */
export function* redactMutation<M extends Mutation>(
  data: M,
  walk: Walk,
  attributes: AttributeWalk,
): InSteps<M> {
  for (const { id } of data.removes ?? []) forget(walk.memory, id);
  learnLateLabels(data, walk);
  // Added nodes first: a label among them tells what the changed texts are.
  const adds = data.adds?.length ? yield* redactAdds(data.adds, walk, attributes) : data.adds;
  const texts = yield* mapInSteps(data.texts ?? [], (text) => redactTextMutation(text, walk), SMALL_ONES);
  const changed = yield* mapInSteps(
    data.attributes ?? [],
    (mutation) => redactAttributeMutation(mutation, walk, attributes),
    SMALL_ONES,
  );
  if (texts === data.texts && changed === data.attributes && adds === data.adds) return data;
  return { ...data, texts, attributes: changed, adds };
}
