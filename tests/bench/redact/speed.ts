import { parseHTML } from 'linkedom';
import { createMirror, snapshot } from 'rrweb-snapshot';
import { createRedactor } from '../../../lib/redact/index.ts';
import { median, round } from '../support/numbers.ts';

const REPETITIONS = 15;

/** A page of a portal: menus, a guide table, a form and a list, with the lines told. */
function htmlOf(lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  );
  const rows = escaped.map((line, i) =>
    i % 3 === 0
      ? `<tr class="row row-${i}"><th scope="row">${line.slice(0, 8)}</th><td title="${line}">${line}</td></tr>`
      : `<tr><td colspan="2"><div class="el-col el-col-12"><span>${line}</span> <a href="/icity/proinfo?code=${i}&from=list">查看</a></div></td></tr>`,
  );
  const fields = escaped
    .slice(0, 60)
    .map(
      (line, i) =>
        `<div class="el-form-item"><label for="f${i}">${line.slice(0, 10)}</label><input id="f${i}" name="f${i}" type="text" placeholder="${line}" value="${i}"></div>`,
    );
  return `<!doctype html><html><head><title>办事指南</title></head><body><table>${rows.join('')}</table><form>${fields.join('')}</form></body></html>`;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Microseconds for a KB (1024 UTF-16 units) of service text, and what masking adds to serialising a synthetic page:
 * (rrweb-snapshot + redactEvent) / rrweb-snapshot. The DOM is linkedom's, so the ratio is a guide, not a browser's.
 */
export async function measureSpeed(lines: readonly string[]) {
  const text = lines.slice(0, 3000);
  const size = text.join('').length / 1024;
  const perKB: number[] = [];
  const alone: number[] = [];
  const both: number[] = [];
  const { document } = parseHTML(htmlOf(lines.slice(0, 1200)));
  const serialise = () =>
    snapshot(document as never, { mirror: createMirror(), keepIframeSrcFn: () => true } as never);
  let bytes = 0;
  for (let i = 0; i < REPETITIONS; i += 1) {
    const { redactText } = createRedactor();
    perKB.push(
      (timed(() => {
        for (const line of text) redactText(line);
      }) *
        1000) /
        size,
    );
    alone.push(timed(serialise));
    const { redactEvent } = createRedactor();
    both.push(
      timed(() => {
        const node = serialise();
        bytes = JSON.stringify(
          redactEvent({ type: 2, data: { node, initialOffset: { top: 0, left: 0 } } }),
        ).length;
      }),
    );
  }
  const slowdown = round(median(both) / median(alone));
  return {
    perKB: round(median(perKB), 1),
    slowdown,
    rows: [
      ['service text, µs per KB', String(round(median(perKB), 1))],
      [`page of ${Math.round(bytes / 1024)} KB, serialised, ms`, String(round(median(alone)))],
      ['serialised, masked and written, ms', String(round(median(both)))],
      ['slowdown', String(slowdown)],
    ],
  };
}
