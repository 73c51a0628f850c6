import { labelOf } from './describe-element.ts';
import { formItem, itemLabel } from './form-items.ts';
import { readLabel } from './signs/field-signs.ts';

/** From a message up to what holds its field too. */
const depth = 5;
const controls = 'input:not([type=hidden]),select,textarea,[contenteditable=true]';

/** The name of the field that a message stands at; empty where none is at hand. Unredacted. */
export function fieldOfMessage(message: Element): string {
  const named = message.getAttribute('for');
  const field = named && message.ownerDocument.getElementById(named);
  if (field) return nameOfField(field);
  if (message.id) {
    const id = CSS.escape(message.id);
    const told = message.ownerDocument.querySelector(
      `[aria-errormessage~="${id}"],[aria-describedby~="${id}"]`,
    );
    if (told) return nameOfField(told);
  }
  const item = message.closest(formItem)?.querySelector(itemLabel)?.textContent;
  if (item) return readLabel(item).label;
  let at = message.parentElement;
  for (let n = 0; at && n < depth; at = at.parentElement, n += 1) {
    const found = at.querySelectorAll(controls);
    if (found.length > 1 && [...found].some((each) => (each as HTMLInputElement).type !== 'radio')) return '';
    if (found[0]) return nameOfField(found[0]);
  }
  return '';
}

/** What a person calls a field, without the mark of a required one. Unredacted. */
export const nameOfField = (field: Element): string => readLabel(labelOf(field)).label;

/** A message that does not name its field, with the field's name before it. */
export const withField = (field: string, text: string): string =>
  field && field.length <= 60 && !text.includes(field) ? `${field}：${text}` : text;
