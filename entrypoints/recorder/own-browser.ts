/**
 * The browser's own interfaces, which answer with promises wherever a page's script may ask: without the polyfill, which
 * every document of a walk would have to read anew.
 */
export const browser: typeof chrome = (globalThis as { browser?: typeof chrome }).browser ?? chrome;
