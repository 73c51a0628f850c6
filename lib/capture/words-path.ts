import { isLastingClass } from './element-path.ts';
import { ownOf } from './lean/form-ways.ts';
import { SHOW_TEXTS } from './node-kinds.ts';
import { holdsWriting } from './written-places.ts';

/** A kind of element of which a page has more than this is not read through; words that are longer are no name. */
const mostOfKind = 1000;
const mostLetters = 40;
/** With the space between them. */
const mostRead = 10 * mostLetters;
const html = 'http://www.w3.org/1999/xhtml';

/**
 * XPath by the words of an element and, where others say the same, by a class around it ("the 确定 at the foot of the
 * box") or its place among them. Unlike ways by role and name it finds this one also beside others that are not shown: players take the first
 * there is, and wait for it to be seen. Undefined where its words are no name, or a page has too many of its kind.
 */
export function findWordsPath(element: Element, redactText: (text: string) => string): string | undefined {
  // The words of a list of choices are no words of its own.
  const isList = element.localName === 'select' || element.querySelector('select') !== null;
  const words = isList || holdsWriting(element) ? '' : wordsIn(element);
  if (!words || words.length > mostLetters || /\d{4}|["\\]/.test(words)) return undefined;
  const kind = element.ownerDocument.getElementsByTagName(element.localName);
  if (element.namespaceURI !== html || kind.length > mostOfKind || redactText(words) !== words)
    return undefined;
  const own = `${element.localName}[normalize-space(.)="${words}"]`;
  const others = [...kind].filter((each) => each !== element && wordsIn(each) === words);
  if (others.length === 0) return `//${own}`;
  for (let at = parentOf(element); at; at = parentOf(at)) {
    for (const name of at.classList)
      if (isLastingClass(name) && others.every((each) => !parentOf(each)?.closest(`.${CSS.escape(name)}`)))
        return `//*[contains(concat(" ",normalize-space(@class)," ")," ${name} ")]//${own}`;
  }
  const place = [...kind].filter((each) => each === element || others.includes(each)).indexOf(element) + 1;
  return `(//${own})[${place}]`;
}

const parentOf = (element: Element): Element | null => ownOf(element, 'parentElement');

/** With space taken together where XPath does so; empty where that is no name. What holds much is not read to its end. */
function wordsIn(element: Element): string {
  let text = element.childElementCount === 0 ? (element.textContent ?? '') : '';
  if (element.childElementCount > 0) {
    const texts = element.ownerDocument.createTreeWalker(element, SHOW_TEXTS);
    while (text.length <= mostRead && texts.nextNode()) text += texts.currentNode.nodeValue ?? '';
  }
  return text.length > mostRead ? '' : text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
}
