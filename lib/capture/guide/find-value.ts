/**
 * What is kept of each, characters; longer values are texts to read, and their beginning is enough. Cut by whoever has
 * redacted them, not here: half a number fits no rule any more.
 */
export const longest = { value: 500, material: 200, form: 60, stage: 100 };
/** No more is read than redaction looks at. */
const longestRead = 4000;
/** An answer that is still to be given is no declaration. */
const controls = 'input:not([type=hidden]),select,textarea';
const titles = /^(?:H[1-6]|LEGEND|CAPTION|SUMMARY)$/;

/**
 * The element that holds what a label stands for: the next cell, `dd` or sibling, or what follows a heading. Undefined
 * when there is none or when it is there to be filled in.
 */
export function findValue(label: Element): Element | undefined {
  const value = nextOf(label);
  return value && !value.matches(controls) && !value.querySelector(controls) ? value : undefined;
}

function nextOf(label: Element): Element | undefined {
  const cell = label.closest('th,td,dt');
  if (cell) return nextCell(cell) ?? undefined;
  // A label alone in its wrappers is followed by its value further out; a heading's may be a section away.
  let element = label;
  const levels = titles.test(label.tagName) ? 3 : 2;
  for (let level = 0; level <= levels; level += 1) {
    const next = element.nextElementSibling;
    if (next) return next;
    const parent = element.parentElement;
    if (!parent || parent.tagName === 'BODY' || oneLine(parent) !== oneLine(label)) return undefined;
    element = parent;
  }
  return undefined;
}

function nextCell(cell: Element): Element | null {
  const next = cell.nextElementSibling;
  if (cell.tagName === 'DT') return next?.tagName === 'DD' ? next : null;
  if (next?.tagName === 'TD') return next;
  return cellBelow(cell);
}

/** Where labels head columns and there is one row of values. */
function cellBelow(cell: Element): Element | null {
  const row = cell.parentElement as HTMLTableRowElement | null;
  const table = cell.closest('table');
  if (!row || !table || table.querySelectorAll('tr').length !== 2) return null;
  const rows = [...table.querySelectorAll('tr')];
  const at = [...row.children].indexOf(cell);
  return rows[0] === row ? (rows[1]?.children[at] ?? null) : null;
}

/** What an element says, on one line. */
export const oneLine = (element: Element): string =>
  (element.textContent ?? '').replace(/[\s　]+/g, ' ').trim();

/** The same, as far as it is read. */
export const valueText = (element: Element): string => oneLine(element).slice(0, longestRead);
