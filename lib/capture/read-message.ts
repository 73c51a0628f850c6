import { isElement, isText, SHOW_TEXTS } from './node-kinds.ts';
import { saysDone, saysFailure, saysQuestion, saysTrouble } from './signs/text-signs.ts';
import { writtenPart } from './written-places.ts';

/** A box that says more than this is a text to read. */
const longest = 300;
/** So many elements of a message are looked at for its sign. */
const mostParts = 40;

/**
 * What stands in these is nobody's message: source text, what was typed, and what answers it. A link that leads to a field says what is
 * wrong there; those that lead nowhere are buttons of older kits.
 */
const unread =
  'script,style,noscript,template,button,a:not([href]),a[href=""],a[href="#"],a[href^="javascript:"],' +
  `[role=button],input,select,.swal2-icon,${writtenPart}`;
const lines = /^(?:br|div|p|h\d|li|dt|dd|tr|section|header|footer)$/;

/** The words of a message on one line, what stands on lines of its own apart, without its buttons. */
export function messageText(element: Element): string {
  const { SHOW_ELEMENT, FILTER_REJECT, FILTER_ACCEPT } = NodeFilter;
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_ELEMENT | SHOW_TEXTS, (node) =>
    isElement(node) && (node.matches(unread) || isHidden(node)) ? FILTER_REJECT : FILTER_ACCEPT,
  );
  let words = '';
  while (walker.nextNode() && words.length < 2400) {
    const { currentNode: node } = walker;
    if (isText(node)) words += node.data;
    else if (lines.test((node as Element).localName)) words += ' ';
  }
  return words.replace(/\s+/g, ' ').trim().slice(0, 2400);
}

/** Kits keep a second title in their boxes, unseen. */
const isHidden = (part: Element) =>
  lines.test(part.localName) &&
  (part as HTMLElement).offsetParent === null &&
  getComputedStyle(part).display === 'none';

const kindWords: [kind: 'bad' | 'doubt' | 'good' | 'neutral', words: RegExp][] = [
  ['bad', /(?:^|[-_])(?:error|danger|fail(?:ed|ure)?|cry|close-circle)(?:$|[-_])|layui-layer-ico[25]$/],
  ['doubt', /(?:^|[-_])(?:warn(?:ing)?|exclamation-circle)(?:$|[-_])/],
  ['good', /(?:^|[-_])(?:success|smile|loading|check-circle)(?:$|[-_])|layui-layer-ico(?:1|6|16)$/],
  ['neutral', /(?:^|[-_])(?:info|question)(?:$|[-_])|layui-layer-ico3$/],
];

/**
 * Whether a message tells of trouble: by the sign that its kit gives it, the outermost first, and where that does not
 * say, by its words. What is filled in, and what is long, is no message.
 */
export function tellsTrouble(element: Element): boolean {
  if (element.querySelector('input:not([type=hidden]):not([type=button]),select,textarea,iframe')) {
    // Kits keep an unused field in their message box.
    const fields = element.querySelectorAll<HTMLElement>('input,select,textarea,iframe');
    if ([...fields].some((each) => each.offsetParent !== null)) return false;
  }
  const text = messageText(element);
  if (!text || text.length > longest) return false;
  const sign = signOf(element);
  if (sign === 'bad') return true;
  if (sign === 'doubt') return !saysQuestion(text) && !saysDone(text);
  if (sign === 'good') return false;
  if (sign === 'neutral') return saysFailure(text);
  // A role alone: whoever writes one means that people have to know.
  if (element.getAttribute('role') === 'alert' && !kitMessage.test(element.className))
    return !saysDone(text) && !saysQuestion(text);
  return saysTrouble(text);
}

const kitMessage = /el-notification|ant-notification|swal2-|toast/;

function signOf(element: Element): (typeof kindWords)[number][0] | undefined {
  const parts = element.getElementsByTagName('*');
  for (let n = -1; n < parts.length && n < mostParts; n += 1) {
    const part = n < 0 ? element : (parts[n] as Element);
    if (/^(?:BUTTON|A)$/.test(part.tagName)) continue;
    const words = part.getAttribute('class')?.split(/\s+/) ?? [];
    for (const [kind, pattern] of kindWords) if (words.some((word) => pattern.test(word))) return kind;
  }
  return undefined;
}
