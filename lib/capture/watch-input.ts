import { actionOf } from './action-of.ts';
import { fileMeasure } from './file-measure.ts';
import { isTag } from './node-kinds.ts';
import { createTypingTimes } from './typing-times.ts';
import { watchLooseFileFields } from './watch-loose-file-fields.ts';
import type { PageAction, Watcher } from './watcher.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * What was typed, chosen and ticked, by its measure alone: length and a keyed mark for repeat entry, never the value.
 * Typing is one action from the first key to the moment the field is left, with the stretches in which keys came.
 */
export const watchInput: Watcher = (report, context, signal) => {
  const typing = createTypingTimes<Field>();
  const options = { capture: true, passive: true, signal } as const;
  document.addEventListener(
    'input',
    (event) => {
      const field = event.composedPath()[0];
      if (event.isTrusted && isTextField(field)) typing.keyIn(field);
    },
    options,
  );
  const leave = (event: Event) => {
    const field = event.composedPath()[0];
    if (!isTextField(field)) return;
    // Such a field changes with every part of it: what counts is what stands there when it is left.
    if (event.type === 'change' && inParts.test(field.type)) return;
    const when = typing.take(field);
    if (when) void typed(field, when);
  };
  document.addEventListener('change', leave, options);
  document.addEventListener('focusout', leave, options);
  addEventListener(
    'pagehide',
    () => {
      for (const field of typing.places()) typedNow(field, typing.take(field));
    },
    options,
  );
  const typed = async (field: Field, when: Partial<PageAction>) => {
    const action = actionOf('type', field, context, when);
    const mark = await context.markOf(field.value).catch(() => undefined);
    report.action({ ...action, value: { length: field.value.length, ...(mark ? { mark } : {}) } });
  };
  const typedNow = (field: Field, when: Partial<PageAction> = {}) =>
    report.action(actionOf('type', field, context, { ...when, value: { length: field.value.length } }));

  document.addEventListener(
    'change',
    (event) => {
      const field = event.composedPath()[0];
      if (!event.isTrusted) return;
      if (isTag(field, 'select')) {
        void context
          .markOf(field.value)
          .catch(() => undefined)
          .then((mark) =>
            report.action(
              actionOf('select', field, context, {
                value: { length: field.value.length, ...(mark ? { mark } : {}) },
              }),
            ),
          );
      } else if (isTag(field, 'input') && (field.type === 'checkbox' || field.type === 'radio')) {
        report.action(actionOf('check', field, context, { value: { checked: field.checked } }));
      } else if (isTag(field, 'input') && field.type === 'file') chosen(field);
    },
    options,
  );
  const chosen = (field: HTMLInputElement, at: Element = field) => {
    const files = [...(field.files ?? [])].map(fileMeasure);
    report.action(actionOf('upload', at, context, { value: { files } }));
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
