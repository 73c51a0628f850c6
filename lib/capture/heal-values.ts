import type { Healing } from './healing.ts';
import { hearEvents } from './hear-events.ts';
import { listenForHints } from './hints.ts';
import { hearLateOptions } from './lean/late-options.ts';
import { mixedOf } from './lean/mixed-boxes.ts';
import { isElement, isShadowRoot, isTag } from './node-kinds.ts';
import { toldOf } from './prompt-choice.ts';
import { whenLeft } from './when-left.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const fields = 'input,textarea,select';
/** Values set in one go are read once, after this, ms. */
const gatheredMs = 60;
/** What somebody is writing is told so often, ms: suggestions stand open below it, and rrweb tells it when it is left. */
const writtenMs = 500;
/** A closed root does not say which of its fields was meant: so many are looked at. */
const mostFields = 200;

/** What a script writes there is its caption, an attribute that rrweb tells itself. */
const isButton = (field: Field) => /^(?:button|submit|reset|image)$/.test(field.type);

/** Of these each change is told. */
const saysByChange = /^(?:checkbox|radio|file)$/;

/**
 * Tells the values that the page's script sets, that somebody is writing and that a form's reset brings back, those changed
 * in shadow roots, and those of lists whose choices are exchanged, as rrweb's input data.
 */
export function healValues({ tell, idOf, rootOf }: Healing, signal: AbortSignal): void {
  const changed = new Set<Field>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    for (const field of changed) {
      const id = idOf(field);
      const mixed = mixedOf(field);
      if (id > 0 && mixed)
        tell({ source: 0, texts: [], removes: [], adds: [], attributes: [{ id, attributes: mixed }] });
      if (id > 0 && !isButton(field))
        tell({
          source: 5,
          id,
          text: toldOf(field, String(field.value ?? '')),
          isChecked: 'checked' in field && field.checked,
        });
    }
    changed.clear();
  };
  const note = (field: Element) => {
    changed.add(field as Field);
    timer ??= setTimeout(flush, gatheredMs);
  };
  let written: Field | undefined;
  let writing: ReturnType<typeof setTimeout> | undefined;
  const tellWritten = () => {
    clearTimeout(writing);
    writing = undefined;
    if (written) note(written);
    written = undefined;
  };
  hearEvents(
    ['input'],
    (_event, field) => {
      if (!isTag(field, 'input', 'textarea') || saysByChange.test(field.type)) return;
      if (written !== field) tellWritten();
      written = field;
      writing ??= setTimeout(tellWritten, writtenMs);
    },
    signal,
  );
  listenForHints(
    ['value'],
    ({ target }) => {
      if (!isElement(target)) return;
      const field = target.closest('option') ? target.closest('select') : target;
      if (field?.matches(fields)) note(field);
      else
        for (const inside of [...(rootOf(target)?.querySelectorAll(fields) ?? [])].slice(0, mostFields))
          note(inside);
    },
    signal,
  );
  hearEvents(
    ['reset'],
    (_event, form) => {
      if (isTag(form, 'form')) for (const field of form.querySelectorAll(fields)) note(field);
    },
    signal,
  );
  hearEvents(
    ['change'],
    (_event, field) => {
      if (!isElement(field) || !field.matches(fields)) return;
      if (field === written) written = undefined;
      // Ticked by the walker a box is no longer neither. What happens in a shadow root does not come to rrweb.
      if ((field as Field).type === 'checkbox' || isShadowRoot(field.getRootNode())) note(field);
    },
    signal,
  );
  hearLateOptions(note);
  whenLeft('tell', flush, signal, true);
  signal.addEventListener('abort', () => hearLateOptions(undefined));
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    clearTimeout(writing);
  });
}
