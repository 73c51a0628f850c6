import { actionOf } from './action-of.ts';
import { fileMeasure } from './file-measure.ts';
import { hearEvents } from './hear-events.ts';
import { closedRootOf } from './lean/known-roots.ts';
import { isTag } from './node-kinds.ts';
import { middleOf } from './press-point.ts';
import { createTypingTimes } from './typing-times.ts';
import { watchLooseFileFields } from './watch-loose-file-fields.ts';
import type { PageAction, Watcher } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { hearWriting } from './written-by-hand.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What was typed, chosen and ticked, by its measure alone: length and a keyed mark for repeat entry, never the value.
 * Typing is one action from the first key to the moment the field is left, with the stretches in which keys came.
 */
export const watchInput: Watcher = (report, context, signal) => {
  const typing = createTypingTimes<Field>();
  const isByHand = hearWriting(signal);
  hearEvents(
    ['input'],
    (event, field) => {
      if (isTextField(field) && isByHand(event)) typing.keyIn(field);
    },
    signal,
  );
  const leave = (field: Field) => {
    const when = typing.take(field);
    if (when) void tellMarked(actionOf('type', field, context, when), field);
  };
  hearEvents(
    ['change', 'focusout'],
    ({ type }, origin) => {
      // Of a closed root nobody says which of its fields was left.
      const root = closedRootOf(origin);
      if (root) for (const field of typing.places()) if (field.getRootNode() === root) leave(field);
      if (!isTextField(origin)) return;
      // Such a field changes with every part of it: what counts is what stands there when it is left.
      if (type === 'focusout' || !inParts.test(origin.type)) leave(origin);
    },
    signal,
  );
  /** Described already, while the mark of what stands there is being made. */
  const unmarked = new Set<PageAction>();
  const tellMarked = async (action: PageAction, { value }: Field) => {
    const { length } = value;
    const measured = { ...action, value: { length } };
    unmarked.add(measured);
    const mark = await context.markOf(value).catch(() => undefined);
    unmarked.delete(measured);
    report.action(mark ? { ...measured, value: { length, mark } } : measured);
  };
  const leaveAll = () => {
    for (const action of unmarked) report.action(action);
    for (const field of typing.places()) {
      const value = { length: field.value.length };
      report.action(actionOf('type', field, context, { ...typing.take(field), value }));
    }
  };
  whenLeft('tell', leaveAll, signal, true);
  signal.addEventListener('abort', leaveAll);

  hearEvents(
    ['change'],
    ({ isTrusted }, field) => {
      if (!isTrusted) return;
      if (isTag(field, 'select')) {
        void tellMarked(actionOf('select', field, context), field);
      } else if (isTag(field, 'input') && (field.type === 'checkbox' || field.type === 'radio')) {
        report.action(actionOf('check', field, context, { value: { checked: field.checked } }));
      } else if (isTag(field, 'input') && field.type === 'file') chosen(field);
    },
    signal,
  );
  /** What a hand or a key touched last, and where: a file field that was pressed itself needs nothing else to open it. */
  let touched: { origin: EventTarget | null; point: { x: number; y: number } | undefined } | undefined;
  hearEvents(
    ['pointerdown', 'keydown'],
    (event, origin) => {
      const point = 'clientX' in event ? { x: event.clientX, y: event.clientY } : undefined;
      if (event.isTrusted) touched = { origin, point };
    },
    signal,
  );
  const chosen = (field: HTMLInputElement, at: Element = field) => {
    const files = [...(field.files ?? [])].map(fileMeasure);
    const point =
      touched?.origin === field ? (touched.point ?? middleOf(field.getBoundingClientRect())) : undefined;
    report.action(actionOf('upload', at, context, { value: { files }, ...(point ? { point } : {}) }));
  };
  watchLooseFileFields(chosen, signal);
};

const inParts = /^(?:date|datetime-local|month|week|time|range|color)$/;

function isTextField(field: unknown): field is HTMLInputElement | HTMLTextAreaElement {
  if (isTag(field, 'textarea')) return true;
  return (
    isTag(field, 'input') && !/^(checkbox|radio|file|submit|button|reset|image|hidden)$/.test(field.type)
  );
}
