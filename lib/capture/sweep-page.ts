import { pageState } from './when-settled.ts';

/**
 * One walk over the page for all who look for something that kits mark by class or role: a list of selectors asked of a
 * page of 26,000 elements takes tens of milliseconds, this walk two at most (measured in Chromium on two cores).
 */
export type Swept = Record<Mark, Element[]>;
export type Mark = 'notice' | 'error' | 'validation' | 'spinner' | 'slider';

/** From the outside in, so that what hangs on the body is seen however large the page is. */
const visitLimit = 6000;
/** Rows of a list or table longer than this hold data. */
const rowsLimit = 200;

/** Where common kits and hand-made pages put what they want to tell. */
const notices =
  /^(?:el-(?:message|message-box|dialog|notification|alert|form-item__error|result)|ant-(?:modal|message-notice|notification-notice|alert|result|form-item-explain-error)|layui-layer|ivu-(?:modal|message-notice|notice-notice|alert)|alert|toast|notice|notice-box|tips|warning|error|error-msg|empty|no-data|result-box)$/;
/** Where the kits show a passing error, and where that one field does not fit. */
const errors =
  /^(?:el-message--(?:error|warning)|ant-message-(?:error|warning)|ant-notification-notice-error|layui-layer-msg|ivu-message-error|toast-error|alert-danger)$/;
const validations =
  /^(?:el-form-item__error|ant-form-item-explain-error|ivu-form-item-error-tip|invalid-feedback|field-error)$/;
/** What they turn while something is under way. */
const spinners =
  /^(?:el-loading-mask|ant-spin-spinning|ivu-spin|layui-layer-loading|van-loading|weui-loading|loading-mask|blockOverlay|spinner-border|lds-ring)$/;
const sliders =
  /^(?:geetest_holder|geetest_box|nc-container|verifybox|slider-captcha|.*slide-verify.*|.*captcha-slider.*)$/;

const byClass = new Map<string, readonly Mark[]>();
const none: readonly Mark[] = [];
let last: { state: number | undefined; swept: Swept } | undefined;

export function sweepPage(): Swept {
  const state = pageState();
  if (!last || state === undefined || state !== last.state) last = { state, swept: sweep() };
  return last.swept;
}

function sweep(): Swept {
  const swept: Swept = { notice: [], error: [], validation: [], spinner: [], slider: [] };
  const queue: Element[] = document.body ? [document.body] : [];
  for (let n = 0; n < queue.length && n < visitLimit; n += 1) {
    const element = queue[n] as Element;
    for (const mark of marksOf(element)) swept[mark].push(element);
    const { localName } = element;
    if (localName === 'select' || localName === 'svg') continue;
    if (/^(?:tbody|table|ul|ol)$/.test(localName) && element.childElementCount > rowsLimit) continue;
    for (let child = element.firstElementChild; child; child = child.nextElementSibling) queue.push(child);
  }
  return swept;
}

function marksOf(element: Element): readonly Mark[] {
  const words = element.getAttribute('class');
  const marks = words ? marksOfClass(words) : none;
  const role = element.getAttribute('role');
  const busy = element.getAttribute('aria-busy') === 'true';
  if (!role && !busy && !/^(?:dialog|label)$/.test(element.localName)) return marks;
  const all = new Set(marks);
  if (role && /^(?:dialog|alertdialog|alert|status)$/.test(role)) all.add('notice');
  if (role === 'alert' && !/success|info/.test(words ?? '')) all.add('error');
  // A bar that knows how far it is tells progress, not a wait.
  if (busy || (role === 'progressbar' && !element.hasAttribute('aria-valuenow'))) all.add('spinner');
  if (element.localName === 'dialog' && element.hasAttribute('open')) all.add('notice');
  if (element.localName === 'label' && element.classList.contains('error')) all.add('validation');
  return [...all];
}

/** Pages have few class attributes, many times over. */
function marksOfClass(words: string): readonly Mark[] {
  let marks = byClass.get(words);
  if (marks) return marks;
  const list = words.split(/\s+/);
  const has = (pattern: RegExp) => list.some((word) => pattern.test(word));
  const found: Mark[] = [];
  if (has(notices) || (has(/^modal$/) && has(/^show$/))) found.push('notice');
  if (has(errors) || (has(/^el-notification$/) && has(/^is-error$/))) found.push('error');
  if (has(validations)) found.push('validation');
  if (has(spinners)) found.push('spinner');
  if (has(sliders)) found.push('slider');
  marks = found.length ? found : none;
  // A page that makes up class names by the thousand is not remembered for ever.
  if (byClass.size > 5000) byClass.clear();
  byClass.set(words, marks);
  return marks;
}
