type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Marked = Element & { zybValid?: string };

/** Whether a field holds what it asks for, `user-` before it once the browser shows so. */
export type Validity = 'yes' | 'no' | 'user-yes' | 'user-no';

/** What a masked value does not fit though the value itself does. */
const kinds = /^(?:email|url)$/;
/** The same, as a selector. */
const judged = 'select[required],[pattern],[type=email],[type=url]';

/** A form's fields may hide its own ways. */
const isIn = (element: Element, state: string) => Element.prototype.matches.call(element, state);

/** Chromium before 119 does not know when it shows a field as wrong, and asking for an unknown state throws, field by field. */
let showsLater: boolean | undefined;
const isShown = (field: Field, state: string) =>
  (showsLater ??= CSS.supports('selector(:user-invalid)')) && isIn(field, state);

/** What style sheets see of it and a replay, which has the masked value, would not see by itself. */
function readValidity(element: Element): Validity | undefined {
  if (element.localName === 'form' || element.localName === 'fieldset') {
    if (isIn(element, ':invalid')) return 'no';
    return Element.prototype.querySelector.call(element, judged) ? 'yes' : undefined;
  }
  const field = element as Field;
  if (!field.willValidate) return undefined;
  const { validity, value, type } = field;
  if (isShown(field, ':user-invalid')) return 'user-no';
  if (isShown(field, ':user-valid')) return 'user-yes';
  // One that is empty and must not be is so in a replay, too.
  if (!validity.valid) return validity.valueMissing ? undefined : 'no';
  const isJudged = value !== '' && (kinds.test(type) || field.hasAttribute('pattern'));
  return isJudged || (type === 'select-one' && field.required) ? 'yes' : undefined;
}

const canBe = /^(?:input|textarea|select|form|fieldset)$/;

/**
 * The attribute that a replay needs, undefined where that is no news. Marked on the node: a same-origin iframe hears of
 * it, the frame above tells the node.
 */
export function validityOf(element: Element): { rr_valid: Validity | null } | undefined {
  const marked = element as Marked;
  const now = readValidity(element);
  if (now === marked.zybValid) return undefined;
  if (now) marked.zybValid = now;
  else delete marked.zybValid;
  return { rr_valid: now ?? null };
}

/** The same for an element that is told whole. */
export function validityFrom(element: Element): Validity | undefined {
  if (!canBe.test(element.localName)) return undefined;
  const now = readValidity(element);
  if (now) (element as Marked).zybValid = now;
  return now;
}
