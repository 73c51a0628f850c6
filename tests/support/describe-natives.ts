import type { Frame, Page } from '@playwright/test';

/** What the hints script wraps while a session is open, and what a recorder might be tempted to wrap. */
function describe(): Record<string, unknown> {
  const places: Record<string, [object, string[]]> = {
    input: [HTMLInputElement.prototype, ['value', 'checked']],
    textarea: [HTMLTextAreaElement.prototype, ['value']],
    select: [HTMLSelectElement.prototype, ['value', 'selectedIndex']],
    sheet: [CSSStyleSheet.prototype, ['insertRule', 'deleteRule', 'replace', 'replaceSync']],
    style: [CSSStyleDeclaration.prototype, ['setProperty']],
    element: [Element.prototype, ['attachShadow', 'setAttribute']],
    document: [Document.prototype, ['adoptedStyleSheets', 'open', 'write']],
    target: [EventTarget.prototype, ['addEventListener', 'dispatchEvent']],
    history: [History.prototype, ['pushState', 'replaceState']],
    request: [XMLHttpRequest.prototype, ['open', 'send']],
    window: [window, ['alert', 'confirm', 'prompt', 'fetch', 'open', 'onerror', 'onunhandledrejection']],
    console: [console, ['error', 'warn']],
  };
  const source = Function.prototype.toString;
  const tell = (part: unknown) =>
    typeof part === 'function' ? [part.name, part.length, source.call(part)] : String(part);
  const told: Record<string, unknown> = {};
  for (const [place, [owner, names]] of Object.entries(places)) {
    told[place] = Object.getOwnPropertyNames(owner)
      .filter((name) => !/^\d+$/.test(name))
      .sort()
      .join();
    for (const name of names) {
      const found = Object.getOwnPropertyDescriptor(owner, name);
      told[`${place}.${name}`] = found && Object.entries(found).map(([key, part]) => [key, tell(part)]);
    }
  }
  told.symbols = Object.getOwnPropertySymbols(window).map(String);
  told.hints = Symbol.for('zyb.hints') in window;
  told.bars = document.querySelectorAll('[data-zyb-bar]').length;
  told.attributes = document.documentElement.getAttributeNames().filter((name) => name.includes('zyb'));
  return told;
}

/** Descriptors, sources and names of the page's natives as text, to be held against the same page elsewhere. */
export const describeNatives = (frame: Page | Frame): Promise<Record<string, unknown>> =>
  frame.evaluate(describe);

/** Names of the functions and accessors among them that are not wholly the browser's own code any more. */
export function wrappedOf(told: Record<string, unknown>): string[] {
  // A native tells its name in its source; a proxy around one is native too, but without a name.
  const isOurs = (part: unknown) =>
    Array.isArray(part) &&
    Array.isArray(part[1]) &&
    !/^function [^\s(].*\[native code\]/s.test(String(part[1][2]));
  return Object.entries(told)
    .filter(([, parts]) => Array.isArray(parts) && parts.some(isOurs))
    .map(([name]) => name);
}
