import type { BarPosition } from './bar-options.ts';
import { anchorOf } from './keep-in-view.ts';

/** Set on the host itself and important, because the page's own rules reach the host. */
const hostStyle = {
  all: 'initial',
  position: 'fixed',
  display: 'none',
  'z-index': '2147483647',
  opacity: '1',
  'pointer-events': 'auto',
  'color-scheme': 'light',
  'user-select': 'none',
  contain: 'layout style',
};

/** Rules that no style sheet of the page can change. */
export function setImportant(element: HTMLElement, rules: Record<string, string>): void {
  for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, 'important');
}

/** The one element that the page gets: recorders know it by `data-zyb-bar`. */
export function makeHost(document: Document): HTMLElement {
  const host = document.createElement('div');
  host.setAttribute('data-zyb-bar', '');
  setImportant(host, hostStyle);
  return host;
}

/** Hangs the host on the viewport's nearer edges, and lets the panel open away from them. */
export function placeHost(
  host: HTMLElement,
  wrap: HTMLElement,
  at: BarPosition,
  bar: { width: number; height: number },
  view: { width: number; height: number },
): void {
  const anchor = anchorOf(at, bar, view);
  setImportant(host, anchor);
  wrap.toggleAttribute('data-low', anchor.top === 'auto');
  wrap.toggleAttribute('data-right', anchor.left === 'auto');
}
