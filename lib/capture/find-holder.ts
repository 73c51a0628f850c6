import { rootOf } from './lean/install.ts';

/** The iframe or frame that holds a window; shadow trees are gone through only where the document has none. */
export function findHolder(
  held: MessageEventSource | null,
  root: Document | ShadowRoot = document,
): Element | undefined {
  if (!held) return undefined;
  for (const element of root.querySelectorAll('iframe,frame'))
    if ((element as HTMLIFrameElement).contentWindow === held) return element;
  for (const host of root.querySelectorAll('*')) {
    const inside = rootOf(host);
    const found = inside && findHolder(held, inside);
    if (found) return found;
  }
  return undefined;
}
