import type { FrameMeasure } from '../messages.ts';
import { type Box, createZoomFinder, isTurned, zoomed } from './as-drawn.ts';
import { boxesOf } from './boxes-of.ts';
import { isPersonalBehind, isPersonalPicture } from './find-personal-pictures.ts';
import { findWrittenByStyle } from './find-written-by-style.ts';
import { siblingsLimit } from './frame-path.ts';
import { sawAllScrolls } from './lean/scrolled.ts';
import { barMark, isOpenList, type Line, type LookedThrough, lookThrough } from './look-through.ts';
import { readBoxes } from './scroll-boxes.ts';

/** At most this many text nodes are looked at for one picture; beyond it the picture is not taken. */
const textNodeLimit = 20_000;
/** Two fingers enlarge what is seen of a page, and no box it tells of: from here on a picture shows something else. */
const mostPinched = 1.01;

type Ranges = (text: string) => { start: number; end: number }[];

/**
 * Where this frame shows something that must be painted over, and where its child frames are, in CSS pixels of its
 * own viewport; `noPicture` when the frame holds too much text to look through, or two fingers have enlarged it.
 */
export function measureFrame(
  token: string,
  children: Map<string, Element>,
  sensitiveRanges: Ranges,
): FrameMeasure {
  const sensitive: FrameMeasure['sensitive'] = [];
  const zoomOf = createZoomFinder();
  const boxOf = (element: Element) => zoomed(element.getBoundingClientRect(), zoomOf(element));
  const keep = ({ x, y, width, height }: Box) => {
    if (width > 0 && height > 0 && y + height > 0 && x + width > 0 && y < innerHeight && x < innerWidth)
      sensitive.push([Math.floor(x), Math.floor(y), Math.ceil(width), Math.ceil(height)]);
  };
  const about = {
    token,
    width: innerWidth,
    height: innerHeight,
    scale: devicePixelRatio,
    scroll: { x: Math.round(scrollX), y: Math.round(scrollY) },
  };
  const isPinched = (window.visualViewport?.scale ?? 1) > mostPinched;
  const page = isPinched ? undefined : findSensitive(sensitiveRanges);
  if (!page) return { ...about, sensitive, children: [], noPicture: true };
  const isEditor = document.designMode === 'on';
  for (const field of isEditor ? [...page.fields, document.body] : page.fields)
    if (field && tellsSomething(field as HTMLInputElement, sensitiveRanges)) keep(boxOf(field));
  for (const picture of page.pictures) if (isPersonalPicture(picture)) keep(boxOf(picture));
  for (const box of page.boxes) if (isPersonalBehind(box)) keep(boxOf(box));
  const range = page.spans.length > 0 ? document.createRange() : undefined;
  for (const { line, start, end } of page.spans)
    for (const { box, of } of boxesOf(line, start, end, range as Range))
      keep(zoomed(box, zoomOf(of.parentElement)));
  for (const element of page.written) keep(boxOf(element));
  const places: FrameMeasure['children'] = [];
  const tokens = new Map([...children].map(([child, element]) => [element, child]));
  for (const root of [document, ...page.shadows])
    for (const element of root.querySelectorAll<HTMLIFrameElement>('iframe,frame'))
      places.push({
        token: tokens.get(element) ?? '',
        place: numberOf(element),
        ...insideOf(element, boxOf(element)),
        ...(isTurned(element) ? { turned: true } : {}),
      });
  const boxes = readBoxes(sawAllScrolls());
  return { ...about, ...(boxes ? { boxes } : {}), sensitive, children: places };
}

/** Where what is in a frame is drawn. `box`: of the frame with its border and padding, as large as transforms make it. */
function insideOf(frame: HTMLIFrameElement, box: Box): Box {
  const style = getComputedStyle(frame);
  const [kx, ky] = [box.width / frame.offsetWidth || 1, box.height / frame.offsetHeight || 1];
  const sum = (one: string, other: string) => (parseFloat(one) || 0) + (parseFloat(other) || 0);
  const left = kx * sum(style.borderLeftWidth, style.paddingLeft);
  const right = kx * sum(style.borderRightWidth, style.paddingRight);
  const up = ky * sum(style.borderTopWidth, style.paddingTop);
  const down = ky * sum(style.borderBottomWidth, style.paddingBottom);
  return {
    x: box.x + left,
    y: box.y + up,
    width: Math.max(box.width - left - right, 0),
    height: Math.max(box.height - up - down, 0),
  };
}

function numberOf({ contentWindow }: HTMLIFrameElement): number {
  for (let place = 0; place < Math.min(window.length, siblingsLimit); place += 1)
    if (window[place] === contentWindow) return place;
  return -1;
}

function tellsSomething(field: HTMLInputElement, sensitiveRanges: Ranges): boolean {
  const { type } = field;
  if (field.localName === 'input' && /^(?:button|submit|reset)$/.test(type)) {
    // Its words stand in no text of the page.
    return sensitiveRanges(field.value).length > 0;
  }
  if (/^(?:image|checkbox|radio|hidden)$/.test(type ?? '')) return false;
  const { value } = field;
  if (value ?? field.textContent) return true;
  if (field.localName === 'select') return isOpenList(field) && sensitiveRanges(wordsIn(field)).length > 0;
  const hint = field.placeholder ?? '';
  return hint !== '' && sensitiveRanges(hint).length > 0;
}

/** What stands in an open list, each choice and each name of a group on a line of its own. */
function wordsIn(list: Element): string {
  const rows = [...list.querySelectorAll('option,optgroup')];
  return rows
    .map((row) => row.getAttribute('label') || (row.localName === 'option' ? row.textContent : ''))
    .join('\n');
}

type Sensitive = Pick<LookedThrough, 'fields' | 'pictures' | 'boxes' | 'shadows'> & {
  spans: { line: Line; start: number; end: number }[];
  /** Elements before or after which a style sheet writes something personal. */
  written: Element[];
};
/** What was found when the page was last looked through; gone with its first change. */
let found: Sensitive | undefined;
let foundAt = 0;
/** Long enough for one picture, milliseconds. */
const keptMs = 1500;
let observer: MutationObserver | undefined;
const changes = { childList: true, subtree: true, characterData: true, attributes: true };

/**
 * What on the page may have to be painted over, shown or not; undefined in a page of too much text. A picture asks twice,
 * so it is looked for again only when the page has changed meanwhile: where it stands is read anew each time.
 */
function findSensitive(sensitiveRanges: Ranges): Sensitive | undefined {
  // What is personal is learned as the walk goes on.
  if (performance.now() - foundAt > keptMs) forget();
  else if (found && observer) forgetIfChanged(observer.takeRecords());
  if (found) return found;
  const seen = lookThrough(document.documentElement, textNodeLimit);
  if (!seen) return undefined;
  const { lines, shadows, told, fields, pictures, boxes } = seen;
  observer ??= new MutationObserver(forgetIfChanged);
  for (const root of [document, ...shadows]) observer.observe(root, changes);
  const spans: Sensitive['spans'] = [];
  for (const line of lines)
    for (const { start, end } of rangesIn(line, sensitiveRanges)) spans.push({ line, start, end });
  const written = findWrittenByStyle(told, (text) => sensitiveRanges(text).length > 0);
  found = { fields, pictures, boxes, shadows, spans, written };
  foundAt = performance.now();
  return found;
}

/** The bar is hidden for a picture, and shown again after it. */
function forgetIfChanged(records: MutationRecord[]): void {
  if (records.some(({ type, target }) => type !== 'attributes' || !(target as Element).hasAttribute(barMark)))
    forget();
}

function forget(): void {
  found = undefined;
  observer?.disconnect();
}

function rangesIn({ nodes, text, cell }: Line, sensitiveRanges: Ranges) {
  if (cell && isNamedBefore(cell, text)) return [{ start: 0, end: text.length }];
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

function isNamedBefore(cell: Element, text: string): boolean {
  const label = cell.previousElementSibling?.textContent?.trim() ?? '';
  return label.length > 0 && label.length < 20 && isPersonal(label, text);
}
