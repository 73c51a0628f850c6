import { createRedactor } from '../../../lib/redact/index.ts';
import { el, snapshotOf } from './tree.ts';

const wordsOf = (event: unknown): string =>
  [...JSON.stringify(event).matchAll(/"textContent":("(?:[^"\\]|\\.)*")/g)]
    .map((match) => JSON.parse(match[1] ?? '""'))
    .join('');

/** As a guide page writes a line with a label: a row of head and cell. */
function pageOf(line: string) {
  const at = line.search(/[:：]/);
  if (at < 1 || at > 14) return snapshotOf(el('p', {}, line));
  const [label, value] = [line.slice(0, at), line.slice(at + 1).trim()];
  return snapshotOf(el('table', {}, el('tr', {}, el('th', {}, label), el('td', {}, value || '—'))));
}

/** Undefined for a line that stays as it is, else what has become of it. Lines stand as text, in a page and in a tooltip in turn. */
export function keepsLine(line: string, turn: number): string | undefined {
  const { redactText, redactEvent } = createRedactor();
  if (turn % 3 === 0) {
    const { text } = redactText(line);
    return text === line ? undefined : text;
  }
  const page = turn % 3 === 1 ? pageOf(line) : snapshotOf(el('span', { title: line }, line));
  const kept = redactEvent(page).event;
  if (turn % 3 === 2 && !JSON.stringify(kept).includes(JSON.stringify({ title: line }).slice(1, -1)))
    return wordsOf(kept);
  return wordsOf(kept) === wordsOf(page) ? undefined : wordsOf(kept);
}
