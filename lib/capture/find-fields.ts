import { isShown } from './is-shown.ts';
import { readOnce } from './read-once.ts';
import { sweepPage } from './sweep-page.ts';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * One thing to fill in: a control, or the widget or group of controls that stands for one answer. Without a control where a
 * page drew all of it itself.
 */
export type FoundField = { element: Element; controls: Control[]; widget: Widget | undefined };
export type Widget = 'choice' | 'date' | 'file';

/** A page with more controls than this is a sheet, not a form: it is not counted. */
const controlsLimit = 2000;

const widgets: [Widget | undefined, string][] = [
  [
    'date',
    '.el-date-editor,.ant-picker,.ivu-date-picker,.layui-date,.textbox.datebox,.textbox.datetimebox,.arco-picker,' +
      '.t-date-picker,.t-date-range-picker,.t-time-picker',
  ],
  [
    'file',
    '.el-upload,.ant-upload,.ivu-upload,.van-uploader,.webuploader-container,.layui-upload,.arco-upload,.t-upload,' +
      '.weui-uploader',
  ],
  [
    'choice',
    '.el-select,.el-cascader,.el-radio-group,.ant-select,.ant-cascader,.ant-radio-group,.ivu-select,.layui-form-select,' +
      '.ivu-cascader,.ivu-radio-group,.textbox.combo,.select2-container,.chosen-container,.arco-select-view,' +
      '.arco-select-view-single,.arco-select-view-multiple,.arco-cascader,.arco-radio-group,.t-select__wrap,.t-cascader,' +
      '.t-radio-group,[role=radiogroup]',
  ],
  [
    undefined,
    '.el-input-number,.ant-input-number,.ivu-input-number,.van-stepper,.textbox.spinner,.el-checkbox-group,' +
      '.ant-checkbox-group,.ivu-checkbox-group,.van-checkbox-group,.el-switch,.ant-switch,.ivu-switch,' +
      '.arco-input-number,.arco-checkbox-group,.t-input-number,.t-checkbox-group',
  ],
];
const anyWidget = widgets.map(([, selector]) => selector).join(',');
/** Built like a list to choose from, but what is written in it may be anything. */
const suggesting = '.ivu-auto-complete,.ant-select-auto-complete';
/** Controls for finding one's way, not for answering. */
const notAsked =
  '.el-pagination,.ant-pagination,.layui-laypage,.el-picker-panel,.ant-picker-dropdown,.el-select-dropdown,' +
  '.ant-select-dropdown,.layui-laydate,.el-table-column--selection,.ant-table-selection-column,.arco-pagination,' +
  '.arco-picker-container,.arco-table-checkbox,.t-pagination,.t-date-picker__panel,.t-table__cell-check,[data-zyb-bar]';
/** Old kits hide the native list and draw their own beside it. */
const drawnList = '.select2-container,.chosen-container,.layui-form-select,.nice-select';
/** And their own box or dot beside the native one. */
const drawnBox = /radio|check|switch/i;
/** Choices in these are for finding one's way, or many rows of one table. */
const notAnswers = `[role=tree],[role=grid],[role=treegrid],[role=menu],[role=listbox],table,${notAsked}`;

const notFilledIn = new Set(['hidden', 'submit', 'button', 'reset', 'image']);

const places = new WeakMap<Control, { root: Element; widget: Widget | undefined } | null>();

/** What the page asks for and shows now. */
export const findFields: () => FoundField[] = readOnce(() => {
  const found: FoundField[] = [];
  // Live collections cost nothing where there is nothing, and little in a table of ten thousand cells.
  const inputs = document.getElementsByTagName('input');
  const selects = document.getElementsByTagName('select');
  const areas = document.getElementsByTagName('textarea');
  const count = inputs.length + selects.length + areas.length;
  if (count > controlsLimit) return found;
  const fields = new Map<Element, FoundField>();
  const groups: Groups = new Map();
  for (const list of [inputs, selects, areas]) {
    for (let n = 0; n < list.length; n += 1) {
      const control = list[n] as Control;
      if (notFilledIn.has(control.type)) continue;
      const place = placeOf(control);
      if (!place) continue;
      const element = place.root === control ? groupOf(control, groups) : place.root;
      const known = fields.get(element);
      if (known) known.controls.push(control);
      else if (isShown(element) || isShownElsewhere(control, element)) {
        const field = { element, controls: [control], widget: place.widget };
        fields.set(element, field);
        found.push(field);
      }
    }
  }
  for (const element of findDrawn(fields)) found.push({ element, controls: [], widget: undefined });
  return found;
});

/** What a page drew as something to answer, with no control of HTML's own in it. */
function findDrawn(fields: Map<Element, FoundField>): Set<Element> {
  const drawn = new Set<Element>();
  for (const part of sweepPage().drawn) {
    const element = part.closest('.van-checkbox-group,[role=radiogroup]') ?? part;
    if (drawn.has(element) || fields.has(element) || drawn.size > controlsLimit) continue;
    if (element.querySelector('input:not([type=hidden]),select,textarea')) continue;
    const around = element.parentElement?.closest(anyWidget);
    if ((around && fields.has(around)) || element.closest(notAnswers) || !isShown(element)) continue;
    drawn.add(element);
  }
  return drawn;
}

function placeOf(control: Control): { root: Element; widget: Widget | undefined } | null {
  let place = places.get(control);
  if (place === undefined) {
    const root = control.closest(anyWidget) ?? control;
    const isWritten = root === control || root.matches(suggesting);
    const widget = isWritten ? undefined : widgets.find(([, selector]) => root.matches(selector))?.[0];
    place = control.closest(notAsked) ? null : { root, widget };
    places.set(control, place);
  }
  return place;
}

/** The first control of each group, by its form, its type and its name. */
type Groups = Map<HTMLFormElement | null, Map<string, Element>>;

/** Radio buttons of one name, and boxes of one name, are one question. */
function groupOf(control: Control, groups: Groups): Element {
  const { type, name } = control;
  if ((type !== 'radio' && type !== 'checkbox') || !name) return control;
  let ofForm = groups.get(control.form);
  if (!ofForm) groups.set(control.form, (ofForm = new Map()));
  const key = `${type} ${name}`;
  const first = ofForm.get(key) ?? control;
  ofForm.set(key, first);
  return first;
}

const openers = 'button,a,label,img,[role=button],[onclick]';

/** A hidden field for files is asked for by something to press beside it, or by what holds nothing else; boxes keep unused ones, too. */
function hasOpener({
  previousElementSibling: before,
  nextElementSibling: after,
  parentElement,
}: Control): boolean {
  if (
    before?.matches(openers) ||
    after?.matches(openers) ||
    parentElement?.closest('button,a,label,[role=button]')
  )
    return true;
  return parentElement?.querySelectorAll('input,select,textarea').length === 1;
}

/** By its label, by the button that stands for a file, by the list that a kit draws. */
function isShownElsewhere(control: Control, element: Element): boolean {
  const label = control.labels?.[0];
  if (label && isShown(label)) return true;
  const around = element.parentElement;
  if (control.type === 'file' && around)
    return (element !== control || hasOpener(control)) && isShown(around);
  const beside = element.nextElementSibling;
  if (control.type === 'radio' || control.type === 'checkbox')
    return beside !== null && drawnBox.test(beside.className) && isShown(beside);
  return control.localName === 'select' &&
    beside !== null &&
    beside.matches(drawnList) &&
    !beside.querySelector('input')
    ? isShown(beside)
    : false;
}
