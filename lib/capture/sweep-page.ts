import { formItem } from './form-items.ts';
import { readOnce } from './read-once.ts';

/**
 * One reading of the page for all who look for something that kits mark by class or role. No list of selectors: asked of
 * a page of 26,000 elements it takes tens of milliseconds, and a walk two at most (measured in Chromium on two cores).
 */
export type Swept = Record<Mark, Element[]>;
export type Mark =
  | 'notice'
  | 'error'
  | 'message'
  | 'validation'
  | 'bubble'
  | 'atField'
  | 'spinner'
  | 'slider'
  | 'puzzle'
  | 'drawn';

/** A page of fewer elements is read as a whole: two questions cost it less than a walk. */
const smallPage = 1500;
/** From the outside in, so that what hangs on the body is seen however large the page is. */
const visitLimit = 6000;
/** Rows of a list or table longer than this hold data. */
const rowsLimit = 200;

/** Words of the class attribute, by what kits and hand-made pages say with them. */
const kitWords: Record<Exclude<Mark, 'puzzle' | 'atField'>, string> = {
  notice:
    'el-message el-message-box el-dialog el-notification el-alert el-form-item__error el-result ant-modal ' +
    'ant-message-notice ant-notification-notice ant-alert ant-result ant-form-item-explain-error layui-layer ' +
    'ivu-modal ivu-message-notice ivu-notice-notice ivu-alert van-toast van-dialog van-notify van-field__error-message ' +
    'messager-body alert toast notice notice-box tips warning error ' +
    'error-msg empty no-data result-box arco-modal arco-message arco-notification arco-alert arco-result t-dialog ' +
    't-message t-notification t-alert weui-dialog weui-toast weui-toptips',
  /** Passes by. */
  error:
    'el-message--error el-message--warning ant-message-error ant-message-warning ant-notification-notice-error ' +
    'ivu-message-error ivu-message-warning van-toast--fail van-notify--danger van-notify--warning toast-error ' +
    'toast-warning alert-danger arco-message-error arco-message-warning weui-toptips_warn',
  /** Passes by or waits to be closed; of trouble or not, as its sign and its words say. */
  message:
    'layui-layer-msg layui-layer-dialog layui-layer-tips el-message-box el-notification ivu-notice-notice ' +
    'ivu-modal-confirm ant-notification-notice ant-modal-confirm van-toast van-dialog messager-body swal2-popup toast ' +
    'arco-message arco-notification arco-modal-simple t-message t-notification t-dialog__modal-danger t-dialog__modal-warning t-alert weui-dialog weui-toast ' +
    'weui-toptips',
  /** One field does not fit. */
  validation:
    'el-form-item__error ant-form-item-explain-error ivu-form-item-error-tip van-field__error-message ' +
    'invalid-feedback field-error t-input__extra Validform_wrong formErrorContent n-error onError parsley-errors-list ' +
    'swal2-validation-message',
  /** Shows what is wrong with a field while the pointer is on it or one writes in it. */
  bubble: 'tooltip-content validatebox-tip-content',
  /** Turns while something is under way. */
  spinner:
    'el-loading-mask ant-spin-spinning ivu-spin layui-layer-loading van-loading weui-loading loading-mask ' +
    'blockOverlay datagrid-mask datagrid-mask-msg spinner-border lds-ring arco-spin-loading t-loading ' +
    'weui-primary-loading ant-skeleton-active arco-skeleton-animation van-skeleton--animate',
  slider: 'geetest_holder geetest_box nc-container verifybox slider-captcha',
  /** To be answered, and no control of HTML's own. */
  drawn: 'ivu-select ivu-switch t-switch ant-rate',
};
/** Told by what they are, not by their class. */
const drawnRoles = new Set(['radiogroup', 'checkbox', 'switch', 'combobox']);
const byRole = '[role],[aria-busy=true],[aria-errormessage],dialog[open],label.error,.help-block';

/** Captchas that a page draws are called in many ways; whether it is one its words say. */
const mayBePuzzle =
  /captcha|verif(?:y|ication)|puzzle|vcode|slid(?:e|er|ing)-?(?:check|box|lock|unlock)|drag-?(?:check|unlock)/i;

/** Pages made by hand write what is wrong beside the field; whether it does its place and its words say. */
const saysWrong =
  /(?:^|[-_])(?:error|err|danger|wrong)(?:$|[-_])|(?:error|err|wrong)-?_?(?:msg|tip|info|text|message)s?$/i;

let byWord: Map<string, Mark[]> | undefined;
const byClass = new Map<string, readonly Mark[]>();
const none: readonly Mark[] = [];

export const sweepPage: () => Swept = readOnce(() => {
  const swept: Swept = {
    notice: [],
    error: [],
    message: [],
    validation: [],
    bubble: [],
    atField: [],
    spinner: [],
    slider: [],
    puzzle: [],
    drawn: [],
  };
  const { body } = document;
  if (!body) return swept;
  if (body.getElementsByTagName('*').length > smallPage) {
    sweepOutsideIn(body, swept);
    return swept;
  }
  markByClass(body, swept);
  if (body.matches(byRole)) markByRole(body, swept);
  const classed = body.querySelectorAll('[class]');
  for (let n = 0; n < classed.length; n += 1) markByClass(classed[n] as Element, swept);
  const others = body.querySelectorAll(byRole);
  for (let n = 0; n < others.length; n += 1) markByRole(others[n] as Element, swept);
  return swept;
});

function sweepOutsideIn(body: Element, swept: Swept): void {
  const queue: Element[] = [body];
  for (let n = 0; n < queue.length && n < visitLimit; n += 1) {
    const element = queue[n] as Element;
    markByClass(element, swept);
    const { localName } = element;
    if (mayTellByRole(element, localName)) markByRole(element, swept);
    if (localName === 'select' || localName === 'svg') continue;
    if (/^(?:tbody|table|ul|ol)$/.test(localName) && element.childElementCount > rowsLimit) continue;
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) queue.push(child);
  }
}

/** As `byRole`, and quicker for thousands one by one than a selector. */
const mayTellByRole = (element: Element, localName: string): boolean =>
  element.hasAttribute('role') ||
  element.hasAttribute('aria-busy') ||
  element.hasAttribute('aria-errormessage') ||
  localName === 'dialog' ||
  localName === 'label' ||
  element.getAttribute('class')?.includes('help-block') === true;

function markByClass(element: Element, swept: Swept): void {
  const words = element.getAttribute('class');
  if (!words) return;
  for (const mark of byClass.get(words) ?? marksOfClass(words)) swept[mark].push(element);
}

function markByRole(element: Element, swept: Swept): void {
  const role = element.getAttribute('role');
  const words = element.getAttribute('class') ?? '';
  const { localName } = element;
  const isNotice = role === 'dialog' || role === 'alertdialog' || role === 'alert' || role === 'status';
  if (isNotice || (localName === 'dialog' && element.hasAttribute('open'))) add(swept.notice, element);
  if (role === 'alert' && isAtWrongField(element)) add(swept.validation, element);
  else if (role === 'alert' && !words.includes('success') && !words.includes('info'))
    markAlert(element, swept);
  if (role && drawnRoles.has(role) && localName !== 'input') add(swept.drawn, element);
  // A bar that knows how far it is tells progress, not a wait; the one at the top of the page (NProgress) has a role of its own.
  const turns =
    (role === 'progressbar' && !element.hasAttribute('aria-valuenow')) ||
    (role === 'bar' && element.parentElement?.id === 'nprogress');
  if (turns || element.getAttribute('aria-busy') === 'true') add(swept.spinner, element);
  if (localName === 'label' && element.classList.contains('error')) add(swept.validation, element);
  if (element.classList.contains('help-block') && element.closest('.has-error'))
    add(swept.validation, element);
  if (element.getAttribute('aria-invalid') === 'true')
    for (const id of (element.getAttribute('aria-errormessage') ?? '').split(/\s+/)) {
      const message = id && document.getElementById(id);
      if (message) add(swept.validation, message);
    }
}

/** An alert in the place of a field that is marked as wrong speaks of it. */
function isAtWrongField(alert: Element): boolean {
  const item = alert.parentElement?.closest(formItem);
  return item !== null && item !== undefined && (wrongItem.test(item.className) || holdsInvalid(item));
}

const wrongItem = /(?:^|[-_\s])error(?:$|\s)/;
const holdsInvalid = (item: Element) => item.querySelector('[aria-invalid=true]') !== null;

/** A kit's own message that has the role tells by its sign and words what it is; any other is an alert. */
function markAlert(element: Element, swept: Swept): void {
  if (!swept.error.includes(element)) add(swept.message, element);
}

function add(list: Element[], element: Element): void {
  if (!list.includes(element)) list.push(element);
}

/** Pages have few class attributes, many times over. */
function marksOfClass(words: string): readonly Mark[] {
  byWord ??= readKitWords();
  const found = new Set<Mark>();
  const list = words.split(/\s+/);
  for (const word of list) {
    for (const mark of byWord.get(word) ?? none) found.add(mark);
    if (word.includes('slide-verify') || word.includes('captcha-slider')) found.add('slider');
    else if (mayBePuzzle.test(word)) found.add('puzzle');
    // What is around a field tells of its state.
    if (saysWrong.test(word) && !/^(?:is|has)-/.test(word)) found.add('atField');
  }
  if (list.includes('el-skeleton') && list.includes('is-animated')) found.add('spinner');
  if (list.includes('modal') && list.includes('show')) found.add('notice');
  if (list.includes('el-notification') && list.includes('is-error')) found.add('error');
  if (found.has('error')) found.delete('message');
  if (found.has('error') || found.has('message') || found.has('validation')) found.delete('atField');
  const marks = found.size ? [...found] : none;
  // A page that makes up class names by the thousand is not remembered for ever.
  if (byClass.size > 5000) byClass.clear();
  byClass.set(words, marks);
  return marks;
}

function readKitWords(): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const mark of [
    'notice',
    'error',
    'message',
    'validation',
    'bubble',
    'spinner',
    'slider',
    'drawn',
  ] as const)
    for (const word of kitWords[mark].split(' ')) {
      const known = marks.get(word);
      if (known) known.push(mark);
      else marks.set(word, [mark]);
    }
  return marks;
}
