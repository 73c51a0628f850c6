import { literal } from './script-text.ts';
import { waysOf } from './ways.ts';

/** The page or frame an action is in, as a Playwright expression. */
export function scopeOf(page: string, framePath: readonly number[]): string {
  return framePath.reduce(
    (scope, place) => `${scope}.locator('iframe, frame').nth(${place}).contentFrame()`,
    page,
  );
}

/** Every way to an element as a Playwright locator, best first. */
export function locatorsOf(scope: string, selectors: readonly string[]): string[] {
  return waysOf(selectors).map((way) => `${scope}.${locatorOf(way)}`);
}

/** Roles that the recorder names, which are all known to Playwright. */
const roleAndName =
  /^aria\/(.*)\[role="(button|link|textbox|searchbox|spinbutton|combobox|checkbox|radio|option|tab|menuitem)"\]$/s;

function locatorOf(way: string): string {
  const aria = roleAndName.exec(way);
  if (aria) return `getByRole(${literal(aria[2] ?? '')}, { name: ${literal(aria[1] ?? '')}, exact: true })`;
  if (way.startsWith('aria/'))
    return `getByLabel(${literal(way.slice('aria/'.length).replace(/\[role=.*$/s, ''))}, { exact: true })`;
  if (way.startsWith('text/')) return `getByText(${literal(way.slice('text/'.length))})`;
  if (way.startsWith('xpath/')) return `locator(${literal(`xpath=${way.slice('xpath/'.length)}`)})`;
  return `locator(${literal(`css=${way.replace(/^pierce\//, '')}`)})`;
}
