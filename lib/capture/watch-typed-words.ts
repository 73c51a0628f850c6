import type { TypedIn, TypedWords } from '../redact/typed-words.ts';
import { formLabel } from './describe-element.ts';
import { kindOf } from './describe-field.ts';
import { hearEvents } from './hear-events.ts';
import { isElement, isTag, isText } from './node-kinds.ts';
import { isForFinding, listAround } from './search-place.ts';
import { asksForSearching } from './signs/field-signs.ts';
import { whenLeft } from './when-left.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * Lets masking know what somebody types, key by key and before the page hears of it: pages show it again at once, in
 * chips, titles, addresses and messages. Nothing of it is told.
 */
export function watchTypedWords(
  {
    typed,
    writing,
    onceLearned,
  }: {
    typed: TypedWords;
    /** Somebody writes in a part of the page that can be written in. */
    writing(): void;
    onceLearned(job: () => void): void;
  },
  signal: AbortSignal,
): void {
  const fields = new Map<Field, TypedIn>();
  const texts = new Set<Text>();
  const rows = new Set<Element>();
  hearEvents(
    ['input', 'compositionend'],
    (event, origin) => {
      if (!event.isTrusted) return;
      const composing = (event as Partial<InputEvent>).isComposing === true;
      if (isTyped(origin)) {
        let of = fields.get(origin);
        if (!of) fields.set(origin, (of = describe(origin)));
        typed.write(origin, origin.value, of, composing);
        const row = origin.maxLength === 1 ? rowOf(origin) : undefined;
        if (!row) return;
        rows.add(row.place);
        typed.write(row.place, row.value, code);
      } else if (isElement(origin) && (origin as HTMLElement).isContentEditable) {
        writing();
        const at = origin.ownerDocument.getSelection()?.anchorNode;
        if (!isText(at)) return;
        texts.add(at);
        typed.write(at, at.data, nobodys, composing);
      }
    },
    signal,
  );
  /** What was shown while it was typed is masked first. */
  const leave = (place: object) => onceLearned(() => typed.leave(place));
  hearEvents(
    ['focusout'],
    ({ relatedTarget }, origin) => {
      if (isTyped(origin)) {
        if (!fields.delete(origin)) return;
        leave(origin);
        for (const row of rows)
          if (!isElement(relatedTarget) || !row.contains(relatedTarget)) {
            rows.delete(row);
            leave(row);
          }
      } else {
        for (const text of texts) leave(text);
        texts.clear();
      }
    },
    signal,
  );
  hearEvents(
    ['keydown', 'pointerdown'],
    (event) => {
      // Most presses come without anything typed, or after the field was left.
      if (!event.isTrusted || fields.size === 0) return;
      if (event.type === 'pointerdown' || (event as KeyboardEvent).key === 'Enter')
        for (const field of fields.keys()) {
          if (field.isConnected) typed.tell(field);
          // Taken away with the keyboard in it.
          else if (fields.delete(field)) leave(field);
        }
    },
    signal,
  );
  const leaveAll = () => {
    for (const place of [...fields.keys(), ...texts, ...rows]) leave(place);
    fields.clear();
    rows.clear();
    texts.clear();
  };
  whenLeft('tell', leaveAll, signal, true);
}

const nobodys: TypedIn = { labels: [] };
const code: TypedIn = { labels: ['验证码'] };

/** From one box for a single sign up to what holds all of them. */
const rowDepth = 3;
/** Codes have so many signs, and no more. */
const [fewestBoxes, mostBoxes] = [4, 8];

/** A code is typed into a row of boxes, a sign in each: together they are what a page shows again. */
function rowOf(box: Field): { place: Element; value: string } | undefined {
  let place = box.parentElement;
  for (let n = 0; place && n < rowDepth; place = place.parentElement, n += 1) {
    const boxes = place.querySelectorAll<HTMLInputElement>('input[maxlength="1"]');
    if (boxes.length < fewestBoxes) continue;
    return boxes.length <= mostBoxes
      ? { place, value: [...boxes].map((each) => each.value).join('') }
      : undefined;
  }
  return undefined;
}

function describe(field: Field): TypedIn {
  const label = formLabel(field);
  const names = ['aria-label', 'placeholder', 'name', 'id', 'autocomplete'].map(
    (name) => field.getAttribute(name) ?? '',
  );
  const prompt = names[1] || (listAround(field)?.querySelector(drawnPrompt)?.textContent ?? '');
  return { labels: [label, prompt, ...names], use: useOf(field, `${label} ${prompt}`.trim()) };
}

/** A kit's list has no field with a placeholder of its own. */
const drawnPrompt = '.ant-select-selection-placeholder,.ant-select-selection__placeholder';

function useOf(field: Field, label: string): TypedIn['use'] {
  if (field.type === 'password') return 'secret';
  // In a kit's list the field is one for searching by its type, whatever is written there.
  const isSearch = listAround(field)
    ? asksForSearching(label)
    : kindOf({ element: field, controls: [field], widget: undefined }) === 'search';
  return isSearch || isForFinding(field, label) ? 'search' : undefined;
}

/** Fields for words; in others a value is chosen. */
function isTyped(origin: EventTarget | null): origin is Field {
  if (isTag(origin, 'textarea')) return true;
  return isTag(origin, 'input') && /^(?:text|search|tel|url|email|password|number)$/.test(origin.type);
}
