import type { FrameMeasure } from '../messages.ts';

/** At most this many text nodes are looked at for one picture; beyond it the picture is not taken. */
const textNodeLimit = 20_000;

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
  for (const field of document.querySelectorAll<HTMLInputElement>(
    'input,textarea,select,[contenteditable=""],[contenteditable=true]',
  )) {
    if (
      !/^(button|submit|reset|image|checkbox|radio|hidden)$/.test(field.type ?? '') &&
      (field.value ?? field.textContent)
    ) {
      keep(field.getBoundingClientRect());
    }
  }
  const ranges = findSensitive(sensitiveRanges);
  if (!ranges) return null;
  for (const range of ranges) for (const box of range.getClientRects()) keep(box);
  const places: FrameMeasure['children'] = [];
  const tokens = new Map([...children].map(([child, element]) => [element, child]));
  for (const element of document.querySelectorAll('iframe,frame')) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    places.push({
      token: tokens.get(element) ?? '',
      x: box.x + (parseFloat(style.borderLeftWidth) || 0) + (parseFloat(style.paddingLeft) || 0),
      y: box.y + (parseFloat(style.borderTopWidth) || 0) + (parseFloat(style.paddingTop) || 0),
      width: box.width,
      height: box.height,
    });
  }
  return {
    token,
    width: innerWidth,
    height: innerHeight,
    scale: devicePixelRatio,
    sensitive,
    children: places,
  };
}

/** What was found when the page was last looked through; gone with the first change of its text. */
let found: Range[] | undefined;
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
): Range[] | undefined {
  // What is personal is learned as the walk goes on.
  if (observer?.takeRecords().length || performance.now() - foundAt > keptMs) forget();
  if (found) return found;
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  let looked = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    looked += 1;
    if (looked > textNodeLimit) return undefined;
    const text = node.nodeValue ?? '';
    if (text.trim().length < 2) continue;
    for (const { start, end } of rangesIn(node as Text, text, sensitiveRanges)) {
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  observer ??= new MutationObserver(forget);
  observer.observe(document, textChanges);
  found = ranges;
  foundAt = performance.now();
  return ranges;
}

function forget(): void {
  found = undefined;
  observer?.disconnect();
}

function rangesIn(
  node: Text,
  text: string,
  sensitiveRanges: (text: string) => { start: number; end: number }[],
) {
  const label = labelBefore(node);
  return label ? [{ start: 0, end: text.length }] : sensitiveRanges(text);
}

/** Replaced by the caller's dictionary: true when the cell before this text names personal data. */
let isPersonal: (label: string) => boolean = () => false;
export function setPersonalLabels(test: (label: string) => boolean): void {
  isPersonal = test;
}

function labelBefore(node: Text): boolean {
  const cell = node.parentElement?.closest('td,dd,.el-descriptions__content,.value');
  const before = cell?.previousElementSibling;
  const text = before?.textContent?.trim() ?? '';
  return text.length > 0 && text.length < 20 && isPersonal(text);
}
