/** What Tab goes through: what can be acted on, and what can be read. */
const stops =
  'a,button,input,select,textarea,label,summary,[role=button],[role=tab],[role=menuitem],[onclick],[tabindex],iframe,frame,h1,h2,h3,h4,p,li,td,th,img';

/** The innermost element at a point of the viewport, our own cover left out; into open shadow trees too. */
export function elementUnder(
  document: Document,
  cover: HTMLElement,
  x: number,
  y: number,
): Element | undefined {
  cover.style.pointerEvents = 'none';
  let found = document.elementFromPoint(x, y);
  while (found?.shadowRoot) {
    const inner: Element | null = found.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  cover.style.pointerEvents = '';
  if (!found || found.closest('[data-zyb-bar]')) return undefined;
  return found === document.documentElement ? document.body : found;
}

/** Where a key leads: Tab to the next element (Shift: the one before), arrow up to the one around, down into it. */
export function steppedFrom(
  document: Document,
  at: Element | undefined,
  key: string,
  back: boolean,
): Element | undefined {
  if (key === 'ArrowUp') {
    const around = at?.parentElement ?? undefined;
    return around === document.documentElement ? undefined : around;
  }
  if (key === 'ArrowDown') return [...(at?.children ?? [])].find(isShown);
  if (key !== 'Tab' && key !== 'ArrowRight' && key !== 'ArrowLeft') return undefined;
  const forth = key === 'ArrowRight' || (key === 'Tab' && !back);
  const all = [...document.querySelectorAll(stops)].filter(isShown);
  if (!at) return forth ? all[0] : all.at(-1);
  const after = (each: Element) =>
    Boolean(at.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
  return forth
    ? all.find((each) => each !== at && after(each))
    : all.findLast((each) => each !== at && !after(each));
}

function isShown(element: Element): boolean {
  if (element.closest('[data-zyb-bar]')) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden';
}
