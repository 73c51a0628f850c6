import { isShown } from './is-shown.ts';
import { pageState } from './when-settled.ts';

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** One thing to fill in: a control, or the widget or group of controls that stands for one answer. */
export type FoundField = { element: Element; controls: Control[]; widget: Widget | undefined };
export type Widget = 'choice' | 'date' | 'file';

/** A page with more controls than this is a sheet, not a form: it is not counted. */
const controlsLimit = 2000;

const widgets: [Widget | undefined, string][] = [
  ['date', '.el-date-editor,.ant-picker,.ivu-date-picker,.layui-date'],
  ['file', '.el-upload,.ant-upload,.ivu-upload,.webuploader-container,.layui-upload'],
  [
    'choice',
    '.el-select,.el-cascader,.el-radio-group,.ant-select,.ant-cascader,.ant-radio-group,.ivu-select,.layui-form-select,' +
      '.select2-container,.chosen-container,[role=radiogroup]',
  ],
  [
    undefined,
    '.el-input-number,.ant-input-number,.el-checkbox-group,.ant-checkbox-group,.el-switch,.ant-switch',
  ],
];
const anyWidget = widgets.map(([, selector]) => selector).join(',');
/** Controls for finding one's way, not for answering. */
const notAsked =
  '.el-pagination,.ant-pagination,.layui-laypage,.el-picker-panel,.ant-picker-dropdown,.el-select-dropdown,' +
  '.ant-select-dropdown,.layui-laydate,.el-table-column--selection,.ant-table-selection-column,[data-zyb-bar]';
/** Old kits hide the native list and draw their own beside it. */
const drawnList = '.select2-container,.chosen-container,.layui-form-select,.nice-select';

const places = new WeakMap<Control, { root: Element; widget: Widget | undefined } | null>();
let last: { state: number | undefined; fields: FoundField[] } | undefined;

/** What the page asks for and shows now, read once for all who ask as long as the page stays as it is. */
export function findFields(): FoundField[] {
  const state = pageState();
  if (!last || state === undefined || state !== last.state) last = { state, fields: read() };
  return last.fields;
}

function read(): FoundField[] {
  // Live collections cost nothing where there is nothing, and little in a table of ten thousand cells.
  const lists = ['input', 'select', 'textarea'].map((tag) => document.getElementsByTagName(tag));
  if (lists.reduce((sum, list) => sum + list.length, 0) > controlsLimit) return [];
  const fields = new Map<Element, FoundField>();
  const groups = new Map<string, Element>();
  for (const control of lists.flatMap((list) => [...list] as Control[])) {
    if (/^(?:hidden|submit|button|reset|image)$/.test(control.type)) continue;
    const place = placeOf(control);
    if (!place) continue;
    const element = place.root === control ? groupOf(control, groups) : place.root;
    const known = fields.get(element);
    if (known) known.controls.push(control);
    else if (isAsked(control, element))
      fields.set(element, { element, controls: [control], widget: place.widget });
  }
  return [...fields.values()];
}

function placeOf(control: Control): { root: Element; widget: Widget | undefined } | null {
  let place = places.get(control);
  if (place === undefined) {
    const root = control.closest(anyWidget) ?? control;
    const widget = root === control ? undefined : widgets.find(([, selector]) => root.matches(selector))?.[0];
    place = control.closest(notAsked) ? null : { root, widget };
    places.set(control, place);
  }
  return place;
}

/** Radio buttons of one name, and boxes of one name, are one question. */
function groupOf(control: Control, groups: Map<string, Element>): Element {
  if (!/^(?:radio|checkbox)$/.test(control.type) || !control.name) return control;
  const form = control.form ? [...document.forms].indexOf(control.form) : -1;
  const key = `${form} ${control.type} ${control.name}`;
  const first = groups.get(key) ?? control;
  groups.set(key, first);
  return first;
}

function isAsked(control: Control, element: Element): boolean {
  if (isShown(element)) return true;
  const label = control.labels?.[0];
  if (label && isShown(label)) return true;
  if (control.type === 'file' && element.parentElement) return isShown(element.parentElement);
  const beside = element.nextElementSibling;
  return control.tagName === 'SELECT' &&
    beside !== null &&
    beside.matches(drawnList) &&
    !beside.querySelector('input')
    ? isShown(beside)
    : false;
}
