import type { Healing } from './healing.ts';
import { hearEvents } from './hear-events.ts';
import { listenForHints } from './hints.ts';
import { validityOf } from './lean/field-validity.ts';
import { isElement } from './node-kinds.ts';
import { whenLeft } from './when-left.ts';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const fields = 'input,textarea,select';
/** What a page does with what it hears comes after we heard it: looked at once, after this, ms. */
const gatheredMs = 60;
/** Looking takes no more than this part of the page's time. */
const share = 20;
/** One field's value may be judged by another's. */
const mostFields = 200;

/** Tells whether fields hold what they ask for, which style sheets show, as rrweb's data of changed attributes. */
export function healValidity({ tell, idOf }: Healing, signal: AbortSignal): void {
  const touched = new Set<Field>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  const look = () => {
    clearTimeout(timer);
    timer = undefined;
    const began = performance.now();
    const all = new Set<Element>();
    for (const field of touched) {
      const { form } = field;
      for (const each of form ? [...iterate(form)] : [field]) all.add(each);
      all.add(field);
      if (form) all.add(form);
    }
    touched.clear();
    const attributes = [...all].flatMap((element) => {
      const id = idOf(element);
      // One that is not in the stream yet comes with it.
      const news = id > 0 ? validityOf(element) : undefined;
      return news ? [{ id, attributes: news }] : [];
    });
    cost = performance.now() - began;
    if (attributes.length) tell({ source: 0, texts: [], removes: [], adds: [], attributes });
  };
  const note = (place: EventTarget | null) => {
    if (!isElement(place)) return;
    const field = Element.prototype.matches.call(place, fields)
      ? place
      : place.localName === 'form'
        ? firstOf(place)
        : undefined;
    if (!field) return;
    touched.add(field as Field);
    timer ??= setTimeout(look, Math.max(gatheredMs, cost * share));
  };
  hearEvents(
    ['input', 'change', 'focusout', 'invalid', 'submit', 'reset'],
    (_event, origin) => note(origin),
    signal,
  );
  listenForHints(['value'], ({ target }) => note(target ?? null), signal);
  whenLeft('tell', () => timer !== undefined && look(), signal, true);
  signal.addEventListener('abort', () => clearTimeout(timer));
}

// A form's fields may hide its own ways.
const firstOf = (form: Element) => Element.prototype.querySelector.call(form, fields) ?? undefined;

function* iterate(form: Element): Iterable<Element> {
  let left = mostFields;
  for (const each of Element.prototype.querySelectorAll.call(form, `${fields},fieldset`)) {
    if (left-- <= 0) return;
    yield each;
  }
}
