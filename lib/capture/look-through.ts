import { traits, traitsOf } from './element-traits.ts';
import { isCalledPicture } from './find-personal-pictures.ts';
import { ownOf } from './lean/form-ways.ts';
import { rootOf } from './lean/install.ts';

/** A line of text as it is read: over the borders of inline elements, so that a number in three of them is one. */
export type Line = {
  nodes: Text[];
  text: string;
  /** The cell of a table or list in which it begins. */
  cell: Element | undefined;
};

/** What one walk over a page has come by, shown or not. */
export type LookedThrough = {
  lines: Line[];
  shadows: ShadowRoot[];
  fields: Element[];
  /** Elements that show a picture or a document. */
  pictures: Element[];
  /** Elements that may have a picture behind them. */
  boxes: Element[];
  /** What stands in attributes that a style sheet may show. */
  told: { element: Element; text: string }[];
};

/** The bar's own words are in no picture. */
export const barMark = 'data-zyb-bar';
/** At most this many elements of a tree are asked for a picture behind them. */
const mostBoxes = 500;
/** In a page of more elements the attributes are not looked through. */
const mostAsked = 20_000;
const longestTold = 200;

const notWrittenIn = new Set(['false', 'inherit']);

const box = 1;
const cellByClass = 2;
const marksByClass = new Map<string, number>();

/** Of other lists, and of what is typed, nothing stands in the page but the field itself. */
export const isOpenList = (field: Element): boolean =>
  field.hasAttribute('multiple') || Number(field.getAttribute('size')) > 1;

/** Fields may hide what their form is, and where it stands. */
const isForm = (node: Node): boolean => {
  const name: unknown = (node as Element).localName;
  return name === 'form' || typeof name === 'object';
};

/** Pages have few class attributes, many times over. */
function marksOf(words: string): number {
  let marks = marksByClass.get(words);
  if (marks === undefined) {
    marks = isCalledPicture(words) ? box : 0;
    if (/(?:^|\s)(?:el-descriptions__content|value)(?:\s|$)/.test(words)) marks |= cellByClass;
    // A page that makes up class names by the thousand is not remembered for ever.
    if (marksByClass.size > 5000) marksByClass.clear();
    marksByClass.set(words, marks);
  }
  return marks;
}

/**
 * Everything a picture asks of a document and of the shadow trees in it, closed ones too, in one walk: each question by
 * itself costs a small page more than the walk. Undefined when there are more than `most` text nodes.
 */
export function lookThrough(root: Element, most: number): LookedThrough | undefined {
  const seen: LookedThrough = { lines: [], shadows: [], fields: [], pictures: [], boxes: [], told: [] };
  let texts = 0;
  let elements = 0;
  let room = mostBoxes;
  let mute = false;
  let cell: Element | undefined;
  /** The line that is being read; of its nodes `worded` are not blank, the last of them `node`, which says `words`. */
  let nodes: Text[] = [];
  let [text, words, worded] = ['', '', 0];
  let node: Text | undefined;
  let begunIn: Element | undefined;
  let blank: Text | undefined;

  const end = () => {
    if (nodes.length === 0) return;
    // Blanks around the one text of a line change nothing: most lines of a page are so.
    if (worded === 1 && node) {
      if (words.trim().length > 1) seen.lines.push({ nodes: [node], text: words, cell: begunIn });
    } else if (worded > 1) {
      seen.lines.push({ nodes, text, cell: begunIn });
      nodes = [];
    }
    nodes.length = worded = 0;
    text = '';
  };
  const readText = (child: Text) => {
    const { data } = child;
    if (nodes.length === 0) begunIn = cell;
    if (data.trim() === '') {
      // Lines and steps in of the source are shown as one blank.
      if (data === '') return;
      blank ??= root.ownerDocument.createTextNode(' ');
      nodes.push(blank);
      text += ' ';
      return;
    }
    nodes.push(child);
    text += data;
    worded += 1;
    node = child;
    words = data;
  };
  const read = (parent: Node): boolean => {
    let child = isForm(parent) ? ownOf(parent, 'firstChild') : parent.firstChild;
    while (child) {
      const { nodeType } = child;
      // The number of a form may be hidden, but it is an element.
      if (nodeType === 1 || typeof nodeType !== 'number') {
        if (!readElement(child as Element)) return false;
        child = isForm(child) ? ownOf(child, 'nextSibling') : child.nextSibling;
        continue;
      }
      // Sections of characters (XHTML, XML) are texts to the eye.
      if ((nodeType === 3 || nodeType === 4) && !mute) {
        texts += 1;
        if (texts > most) return false;
        readText(child as Text);
      }
      child = child.nextSibling;
    }
    return true;
  };
  const readElement = (element: Element): boolean => {
    const own = traitsOf(element.nodeName);
    if (own & traits.unseen) return true;
    elements += 1;
    const marks = lookAt(element, own);
    if (marks < 0) return true;
    if (own & traits.silent && own & traits.field && !isOpenList(element)) return true;
    const cellBefore = cell;
    const muteBefore = mute;
    if (own & traits.cell || marks & cellByClass) cell = element;
    if (own & traits.silent) mute = true;
    const breaks = !mute && (own & traits.flows) === 0;
    if (breaks) end();
    const goesOn = (!(own & traits.host) || readShadow(element)) && read(element);
    if (breaks) end();
    cell = cellBefore;
    mute = muteBefore;
    return goesOn;
  };
  const readShadow = (host: Element): boolean => {
    const shadow = rootOf(host, true);
    if (!shadow) return true;
    end();
    seen.shadows.push(shadow);
    const before = { cell, room };
    cell = undefined;
    room = mostBoxes;
    if (!read(shadow)) return false;
    ({ cell, room } = before);
    end();
    return true;
  };
  /** What its class says, below 0 for what is not the page's. */
  const lookAt = (element: Element, own: number): number => {
    const isField = (own & traits.field) > 0;
    if (isField) seen.fields.push(element);
    const isPicture =
      (own & traits.picture) > 0 || (isField && (element as HTMLInputElement).type === 'image');
    if (isPicture) seen.pictures.push(element);
    let marks = 0;
    let isBox = false;
    const names = element.getAttributeNames();
    for (let n = 0; n < names.length; n += 1) {
      const name = names[n] as string;
      if (name === 'class') {
        marks = marksOf(element.getAttribute(name) ?? '');
        isBox ||= (marks & box) > 0;
      } else if (name === 'style') isBox ||= element.getAttribute(name)?.includes('url(') === true;
      else if (name === 'title' || name === 'aria-label' || name.startsWith('data-')) {
        if (name === barMark) return -1;
        const told = element.getAttribute(name) ?? '';
        if (told.length > 1 && told.length <= longestTold) seen.told.push({ element, text: told });
      } else if (name === 'contenteditable' && !isField) {
        if (!notWrittenIn.has(element.getAttribute(name) ?? '')) seen.fields.push(element);
      }
    }
    if (isBox && !isPicture && room > 0) {
      room -= 1;
      seen.boxes.push(element);
    }
    return marks;
  };

  lookAt(root, 0);
  if (!read(root)) return undefined;
  end();
  if (elements > mostAsked) seen.told = [];
  return seen;
}
