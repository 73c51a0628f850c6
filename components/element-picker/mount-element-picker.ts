import { build } from '../in-page-bar/build.ts';
import { makeHost, setImportant } from '../in-page-bar/host.ts';
import { elementUnder, steppedFrom } from './find-element.ts';
import { pickerStyle } from './picker-style.ts';

export type ElementPickerOptions = {
  document: Document;
  /** What is said above the page; in the main frame alone. */
  how?: string | undefined;
  /** Child frames that have a picker of their own: the pointer is left to them. */
  childFrames(): Iterable<Element>;
  /** What a person means who points at an element. */
  meant(element: Element): Element;
  /** What the element is called beside its frame. */
  nameOf(element: Element): string;
  onPick(element: Element): void;
  onCancel(): void;
};

const presses = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
];
const moves = ['pointermove', 'mousemove', 'pointerover', 'mouseover', 'pointerout', 'mouseout', 'dragstart'];

/**
 * Lets a person point at an element of this document: a frame follows the pointer, a click picks and reaches nothing,
 * Escape cancels. By keys: Tab goes on, the arrows go out and in, Enter picks. A cover over the page takes the pointer,
 * so that the page's own elements see neither hover nor click; it is marked as the bar is, and in no recording.
 */
export function mountElementPicker(options: ElementPickerOptions): { remove(): void } {
  const { document } = options;
  const page = document.defaultView ?? window;
  const off = new AbortController();
  const host = makeHost(document);
  // The host itself takes no pointer: the cover in it does, but for its holes.
  setImportant(host, { display: 'block', inset: '0', 'z-index': '2147483646', 'pointer-events': 'none' });
  const cover = build(document, 'div', { class: 'cover', tabindex: '-1' });
  const box = build(document, 'div', { class: 'box', hidden: true });
  const tip = build(document, 'div', { class: 'tip', role: 'status', hidden: true });
  const how = options.how ? build(document, 'div', { class: 'how', role: 'status' }, options.how) : undefined;
  const shadow = host.attachShadow({ mode: 'closed' });
  shadow.append(build(document, 'style', {}, pickerStyle), cover, box, tip, ...(how ? [how] : []));
  const before = document.activeElement;
  let at: Element | undefined;
  let frame = 0;

  const show = (element: Element | undefined) => {
    at = element;
    box.hidden = tip.hidden = element === undefined;
    if (!element) return;
    tip.textContent = options.nameOf(element);
    tip.hidden = tip.textContent === '';
    place();
  };
  /** Follows the element and leaves holes over frames that pick for themselves. */
  const place = () => {
    const holes = [...options.childFrames()].map((each) => each.getBoundingClientRect());
    const { innerWidth: width, innerHeight: height } = page;
    const path = [`M0 0H${width}V${height}H0Z`];
    for (const hole of holes)
      path.push(`M${hole.left} ${hole.top}h${hole.width}v${hole.height}h${-hole.width}Z`);
    cover.style.clipPath = holes.length ? `path(evenodd,"${path.join('')}")` : '';
    if (!at) return;
    const { left, top, width: wide, height: high } = at.getBoundingClientRect();
    Object.assign(box.style, {
      left: `${left - 3}px`,
      top: `${top - 3}px`,
      width: `${wide + 6}px`,
      height: `${high + 6}px`,
    });
    const above = top > 34;
    Object.assign(tip.style, {
      left: `${Math.max(4, Math.min(left - 3, width - tip.offsetWidth - 4))}px`,
      top: above ? `${top - 30}px` : `${Math.min(height - 28, top + high + 8)}px`,
    });
  };
  const follow = () => {
    place();
    frame = page.requestAnimationFrame(follow);
  };
  const isOfTheBar = (event: Event) =>
    event.target instanceof page.Element &&
    event.target !== host &&
    event.target.hasAttribute('data-zyb-bar');
  const swallow = (event: Event) => {
    event.stopImmediatePropagation();
    // A touch that is prevented makes no click, and nothing could be picked; the cover takes it from the page.
    if (event.cancelable && !event.type.startsWith('touch')) event.preventDefault();
  };
  const pick = (element: Element | undefined) => {
    if (!element) return;
    remove();
    options.onPick(element);
  };
  const under = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const found = elementUnder(document, cover, clientX, clientY);
    return found && options.meant(found);
  };

  const heard = { capture: true, passive: false, signal: off.signal };
  for (const type of [...presses, ...moves])
    page.addEventListener(
      type,
      (event) => {
        if (isOfTheBar(event)) return show(undefined);
        swallow(event);
        if (type === 'pointermove') show(under(event as PointerEvent));
        if (type === 'click' && event.isTrusted) pick(under(event as MouseEvent));
      },
      heard,
    );
  cover.addEventListener('pointerleave', () => show(undefined), { signal: off.signal });
  for (const type of ['keydown', 'keypress', 'keyup'])
    page.addEventListener(
      type,
      (event) => {
        const { key, shiftKey, ctrlKey, altKey, metaKey } = event as KeyboardEvent;
        if (isOfTheBar(event) || ctrlKey || altKey || metaKey) return;
        swallow(event);
        if (type !== 'keydown') return;
        if (key === 'Escape') {
          remove();
          options.onCancel();
        } else if (key === 'Enter') pick(at);
        else {
          const next = steppedFrom(document, at, key, shiftKey);
          next?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
          if (next) show(next);
        }
      },
      heard,
    );

  function remove(): void {
    if (off.signal.aborted) return;
    off.abort();
    page.cancelAnimationFrame(frame);
    host.remove();
    if (how && before instanceof page.HTMLElement && before !== document.body)
      before.focus({ preventScroll: true });
  }

  // Before the bar, which stays usable.
  document.documentElement.insertBefore(
    host,
    document.documentElement.querySelector(':scope > [data-zyb-bar]'),
  );
  follow();
  if (how) cover.focus({ preventScroll: true });
  return { remove };
}
