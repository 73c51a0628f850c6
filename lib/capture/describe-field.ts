import { formLabel, labelOf, openerWords } from './describe-element.ts';
import type { Control, FoundField } from './find-fields.ts';
import { formItem, itemLabel, kitLabel } from './form-items.ts';
import { saysNoChoice } from './prompt-choice.ts';
import { type FieldSigns, kindOfField, materialName, readLabel, sendsCode } from './signs/field-signs.ts';
import type { PageField } from './watcher.ts';

export type DescribedField = Pick<PageField, 'kind' | 'required' | 'readonly'> & {
  /** Unredacted. */
  label: string;
};

/** What a person would say of a field. Its value is not looked at. */
export function describeField(field: FoundField): DescribedField {
  const [control] = field.controls;
  if (!control) return describeDrawn(field.element);
  const { label, required } = readLabel(rawLabel(field, control));
  const kind = kindOfField(signsOf(field, control, label));
  return {
    kind,
    label: kind === 'file' ? materialName(label) || label : label,
    required: required || field.controls.some(isRequired) || isRequiredAround(field.element),
    readonly: field.controls.every((each) => each.matches(':disabled') || isReadonly(each, field)),
  };
}

const kindsDrawn: Record<string, PageField['kind']> = { switch: 'check', checkbox: 'check' };

/** What a page drew itself tells by its role what it is. */
function describeDrawn(element: Element): DescribedField {
  const own = element.matches('[role=checkbox]') ? element.textContent : '';
  const { label, required } = readLabel(element.getAttribute('aria-label') || own || groupLabel(element));
  return {
    kind: element.matches('.ivu-switch,.t-switch')
      ? 'check'
      : (kindsDrawn[element.getAttribute('role') ?? ''] ?? 'choice'),
    label,
    required: required || element.getAttribute('aria-required') === 'true' || isRequiredAround(element),
    readonly: element.matches('[aria-disabled=true],[class*="-disabled"]'),
  };
}

/** By HTML, or as the scripts that check a form are told. */
const isRequired = (control: Control) =>
  control.required ||
  control.getAttribute('aria-required') === 'true' ||
  control.classList.contains('required') ||
  /(?:^|\|)required(?:$|\|)/.test(control.getAttribute('lay-verify') ?? '') ||
  says(control);

/** The options of a widget stand on the field it was made of, which is hidden right before it. */
const says = (element: Element | null | undefined) =>
  /\brequired\s*:\s*true/.test(element?.getAttribute('data-options') ?? '');

const isRequiredAround = (element: Element) =>
  element.closest('.is-required,.ivu-form-item-required') !== null ||
  says(element.closest('.textbox')?.previousElementSibling) ||
  element
    .closest(formItem)
    ?.querySelector(
      '.ant-form-item-required,.is-required,.van-field__label--required,.arco-form-item-label-required-symbol,' +
        '.t-form__label--required',
    ) != null;

/** The kind alone, for those who need nothing else. */
export function kindOf(field: FoundField): PageField['kind'] {
  const [control] = field.controls;
  return control ? kindOfField(signsOf(field, control, readLabel(rawLabel(field, control)).label)) : 'text';
}

/** It holds something. The value itself goes nowhere. */
export function holdsValue({ element, controls }: FoundField): boolean {
  if (
    element.firstElementChild &&
    element.querySelector(
      '.el-select__placeholder:not(.is-transparent),.el-select__tags-text,.ant-select-selection-item,.ivu-select-selected-value,[aria-checked=true]',
    )
  )
    return true;
  if (controls.length === 0) return element.getAttribute('aria-checked') === 'true';
  return controls.some((control) => {
    if (control.type === 'radio' || control.type === 'checkbox') return (control as HTMLInputElement).checked;
    if (control.tagName === 'SELECT' && (control as HTMLSelectElement).selectedIndex <= 0) {
      // The first option of a list is mostly 请选择, with or without a value of its own.
      const first = (control as HTMLSelectElement).options[0];
      return Boolean(first?.value) && !saysNoChoice(first?.text ?? '');
    }
    return !isPrompt.test(control.value) && !isStart(control, element);
  });
}

const steppers = '[class*="input-number"],.van-stepper,.textbox.spinner';

/** What a number begins with where nobody has said one: none, or the least that may be. */
function isStart(control: Control, element: Element): boolean {
  const { value } = control;
  if (!/^\d+(?:\.0+)?$/.test(value)) return false;
  if (Number(value) === 0) return true;
  const counts =
    control.type === 'number' || control.getAttribute('role') === 'spinbutton' || element.matches(steppers);
  const least = control.getAttribute('min') ?? control.getAttribute('aria-valuemin');
  return counts && (Number(value) === 1 || value === least);
}

/** Nothing, or what kits write where nothing has been chosen. */
const isPrompt = /^[\s—-]*(?:请选择.{0,6})?[\s—-]*$/;

/** It is closed to typing because it is chosen elsewhere, by a press on it. */
const isChooser = (control: Control) =>
  'readOnly' in control &&
  control.readOnly &&
  (/选择/.test(control.getAttribute('placeholder') ?? '') ||
    control.closest('.van-cell--clickable') !== null);

/** A widget's own box for typing is often closed to typing; only disabling closes the widget. */
const isReadonly = (control: Control, { widget, element }: FoundField) =>
  widget
    ? element.matches('.is-disabled,.ant-select-disabled,.ant-picker-disabled')
    : 'readOnly' in control && control.readOnly && !isChooser(control);

function signsOf({ element, controls, widget }: FoundField, control: Control, label: string): FieldSigns {
  return {
    tag: control.localName,
    type: control.type,
    names: `${control.id} ${control.name} ${control.className}`,
    label,
    placeholder: control.getAttribute('placeholder') ?? '',
    autocomplete: control.getAttribute('autocomplete') ?? '',
    role: control.getAttribute('role') ?? '',
    widget:
      widget ??
      ((controls.length > 1 && element.matches('[type=radio]')) || isChooser(control) ? 'choice' : undefined),
    inSearchForm: control.closest('[role=search]') !== null,
    // Asked for of few fields only.
    get besideButton() {
      return codeButtonBeside(control);
    },
  };
}

/** From a field for a code up to what holds the button that sends it, too. */
const buttonDepth = 4;

/** The words of a button near a control that sends a code; empty when there is none before the next field comes in. */
function codeButtonBeside(control: Control): string {
  let at = control.parentElement;
  for (let n = 0; at && n < buttonDepth; at = at.parentElement, n += 1) {
    const fields = at.querySelectorAll('input:not([type=hidden]):not([type=button]),select,textarea');
    if (fields.length > 1) return '';
    const buttons = at.querySelectorAll('button,a,input[type=button],[role=button]');
    for (let m = 0; m < buttons.length && m < 4; m += 1) {
      const label = labelOf(buttons[m] as Element);
      if (sendsCode(label)) return label;
    }
  }
  return '';
}

function rawLabel({ element, controls, widget }: FoundField, control: Control): string {
  const isFile = control.type === 'file' || widget === 'file';
  const choices =
    control.type === 'radio' || (control.type === 'checkbox' && (controls.length > 1 || element !== control));
  if (choices) return groupLabel(element) || (control.type === 'checkbox' ? wordsOf(control) : '');
  if (isFile) return materialLabel(element, control);
  return wordsOf(control) || labelOf(control);
}

/** A label that holds its control has the options' words in it too. */
function wordsOf(control: Control): string {
  const label = control.labels?.[0];
  if (!label?.contains(control) || control.tagName !== 'SELECT') return formLabel(control);
  return [...label.childNodes].map((node) => (node === control ? '' : (node.textContent ?? ''))).join(' ');
}

function groupLabel(element: Element): string {
  const named = element.closest('[role=radiogroup],[role=group],fieldset');
  const item = element.closest(formItem)?.querySelector(kitLabel);
  const cell = element.closest('td')?.previousElementSibling;
  return (
    item?.textContent ||
    named?.getAttribute('aria-label') ||
    (named && labelledBy(named)) ||
    element.closest('fieldset')?.querySelector('legend')?.textContent ||
    (cell && /^T[DH]$/.test(cell.tagName) ? cell.textContent : '') ||
    ''
  );
}

const labelledBy = (element: Element) =>
  document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';

/** The material's name: its form label, the row it stands in, the words on the button. */
function materialLabel(element: Element, control: Control): string {
  const direct = control.getAttribute('aria-label') || control.labels?.[0]?.textContent?.trim();
  const item = control.closest(formItem)?.querySelector(itemLabel);
  const own = element.closest('td');
  const cell = [...(element.closest('tr')?.children ?? [])].find(
    (each) => each !== own && /[^\d\s.、*＊]/.test(each.textContent ?? ''),
  );
  const button = element.querySelector('[aria-label]')?.getAttribute('aria-label');
  const near = element
    .closest('li,.material,.upload-item,.weui-uploader')
    ?.querySelector('h3,h4,strong,.name,.title,label,.weui-uploader__title');
  return (
    [direct, item?.textContent, cell?.textContent, button, near?.textContent, openerWords(element)]
      .find((each) => each?.trim())
      ?.trim() || labelOf(control)
  );
}
