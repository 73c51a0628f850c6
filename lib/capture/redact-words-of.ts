import { SHOW_TEXTS } from './node-kinds.ts';

/** An element with more texts than this is no control with a name. */
const mostTexts = 40;

/**
 * Redaction for what is told of one element: each of its texts is looked at by itself first. What only a label names is
 * known where it stands alone, and a row that is clicked says its cells without a gap. The texts are read now.
 */
export function redactWordsOf(
  element: Element,
  redactText: (text: string) => string,
): (text: string) => string {
  const texts = element.childElementCount === 0 ? [] : textsIn(element);
  let hidden: [string, string][] | undefined;
  const find = () =>
    texts
      .map((each): [string, string] => [each, redactText(each)])
      .filter(([each, clean]) => clean !== each)
      .sort(([a], [b]) => b.length - a.length);
  return (text) => {
    if (text.length < 2 || texts.length === 0) return redactText(text);
    hidden ??= find();
    return redactText(hidden.reduce((line, [each, clean]) => line.replaceAll(each, () => clean), text));
  };
}

function textsIn(element: Element): string[] {
  const texts: string[] = [];
  const walker = element.ownerDocument.createTreeWalker(element, SHOW_TEXTS);
  for (let n = 0; n < mostTexts && walker.nextNode(); n += 1) {
    const text = (walker.currentNode.nodeValue ?? '').replace(/\s+/g, ' ').trim();
    if (text.length > 1) texts.push(text);
  }
  return [...new Set(texts)];
}
