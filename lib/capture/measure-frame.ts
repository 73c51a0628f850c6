import type { FrameMeasure } from '../messages.ts';
import { findPersonalPictures } from './find-personal-pictures.ts';
import { boxesOf, findLines, type Line } from './find-words.ts';
import { findWrittenByStyle } from './find-written-by-style.ts';
import { siblingsLimit } from './frame-path.ts';
import { sawAllScrolls } from './lean/scrolled.ts';
import { readBoxes } from './scroll-boxes.ts';

/** At most this many text nodes are looked at for one picture; beyond it the picture is not taken. */
const textNodeLimit = 20_000;
const fields = 'input,textarea,select,[contenteditable=""],[contenteditable=true]';

/**
 * Where this frame shows something that must be painted over, and where its child frames are, in CSS pixels of its
 * own viewport; null when the frame holds too much text to look through.
 */
export function measureFrame(
  token: string,
  children: Map<string, Element>,
  sensitiveRanges: (text: string) => { start: number; end: number }[],
): FrameMeasure | null {
  const sensitive: FrameMeasure['sensitive'] = [];
  const keep = (box: DOMRect) => {
    if (
      box.width > 0 &&
      box.height > 0 &&
      box.bottom > 0 &&
      box.right > 0 &&
      box.top < innerHeight &&
      box.left < innerWidth
    ) {
      sensitive.push([Math.floor(box.x), Math.floor(box.y), Math.ceil(box.width), Math.ceil(box.height)]);
    }
  };
  const words = findSensitive(sensitiveRanges);
  if (!words) return null;
  for (const root of [document, ...words.shadows]) {
    for (const field of root.querySelectorAll<HTMLInputElement>(fields)) {
      if (field.localName === 'input' && /^(button|submit|reset)$/.test(field.type)) {
        // Its words stand in no text of the page.
        if (sensitiveRanges(field.value).length > 0) keep(field.getBoundingClientRect());
        continue;
      }
      if (/^(image|checkbox|radio|hidden)$/.test(field.type ?? '')) continue;
      const hint = field.value ? '' : (field.placeholder ?? '');
      if ((field.value ?? field.textContent) || (hint && sensitiveRanges(hint).length > 0))
        keep(field.getBoundingClientRect());
    }
    for (const picture of findPersonalPictures(root)) keep(picture.getBoundingClientRect());
  }
  for (const { line, start, end } of words.spans) for (const box of boxesOf(line, start, end)) keep(box);
  for (const element of words.written) keep(element.getBoundingClientRect());
  const places: FrameMeasure['children'] = [];
  const tokens = new Map([...children].map(([child, element]) => [element, child]));
  for (const element of document.querySelectorAll('iframe,frame')) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    places.push({
      token: tokens.get(element) ?? '',
      place: numberOf(element as HTMLIFrameElement),
      x: box.x + (parseFloat(style.borderLeftWidth) || 0) + (parseFloat(style.paddingLeft) || 0),
      y: box.y + (parseFloat(style.borderTopWidth) || 0) + (parseFloat(style.paddingTop) || 0),
      width: box.width,
      height: box.height,
    });
  }
  const boxes = readBoxes(sawAllScrolls());
  return {
    token,
    width: innerWidth,
    height: innerHeight,
    scale: devicePixelRatio,
    scroll: { x: Math.round(scrollX), y: Math.round(scrollY) },
    ...(boxes ? { boxes } : {}),
    sensitive,
    children: places,
  };
}

function numberOf({ contentWindow }: HTMLIFrameElement): number {
  for (let place = 0; place < Math.min(window.length, siblingsLimit); place += 1)
    if (window[place] === contentWindow) return place;
  return -1;
}

type Sensitive = {
  spans: { line: Line; start: number; end: number }[];
  /** Elements before or after which a style sheet writes something personal. */
  written: Element[];
  shadows: ShadowRoot[];
};
/** What was found when the page was last looked through; gone with the first change of its text. */
let found: Sensitive | undefined;
let foundAt = 0;
/** Long enough for one picture, milliseconds. */
const keptMs = 1500;
let observer: MutationObserver | undefined;
const textChanges = { childList: true, subtree: true, characterData: true };

/**
 * The sensitive parts of the page's text, shown or not; undefined in a page of too much text. A picture asks twice, so
 * they are looked for again only when the text has changed meanwhile: where they stand is read anew each time.
 */
function findSensitive(
  sensitiveRanges: (text: string) => { start: number; end: number }[],
): Sensitive | undefined {
  // What is personal is learned as the walk goes on.
  if (observer?.takeRecords().length || performance.now() - foundAt > keptMs) forget();
  if (found) return found;
  const words = findLines(document.body ?? document.documentElement, textNodeLimit);
  if (!words) return undefined;
  const { lines, shadows } = words;
  observer ??= new MutationObserver(forget);
  for (const root of [document, ...shadows]) observer.observe(root, textChanges);
  found = {
    shadows,
    spans: lines.flatMap((line) => rangesIn(line, sensitiveRanges).map((range) => ({ line, ...range }))),
    written: findWrittenByStyle((text) => sensitiveRanges(text).length > 0).flatMap(({ element, text }) =>
      [text, text.slice(1, -1)].some((each) => sensitiveRanges(each).length > 0) ? [element] : [],
    ),
  };
  foundAt = performance.now();
  return found;
}

function forget(): void {
  found = undefined;
  observer?.disconnect();
}

function rangesIn(line: Line, sensitiveRanges: (text: string) => { start: number; end: number }[]) {
  const { nodes, text } = line;
  if (text.trim().length < 2) return [];
  const [first] = nodes;
  if (first && isNamedBefore(first, text)) return [{ start: 0, end: text.length }];
  const ranges = sensitiveRanges(text);
  if (nodes.length < 2) return ranges;
  // A value that stands alone in its element is known by that, whatever stands before it on the line.
  let from = 0;
  for (const { data } of nodes) {
    if (data.trim().length > 1)
      for (const { start, end } of sensitiveRanges(data))
        ranges.push({ start: start + from, end: end + from });
    from += data.length;
  }
  return ranges;
}

/** Replaced by the caller's rules: whether a text is masked for the label in the cell before it. */
let isPersonal: (label: string, text: string) => boolean = () => false;
export function paintBesideLabels(test: (label: string, text: string) => boolean): void {
  isPersonal = test;
}

function isNamedBefore(node: Text, text: string): boolean {
  const cell = node.parentElement?.closest('td,dd,.el-descriptions__content,.value');
  const before = cell?.previousElementSibling;
  const label = before?.textContent?.trim() ?? '';
  return label.length > 0 && label.length < 20 && isPersonal(label, text);
}
