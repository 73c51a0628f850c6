import { join } from 'node:path';
import { createRedactor } from '../../../lib/redact/index.ts';
import { bundle } from '../support/bundle-peers.ts';
import { median, round } from '../support/numbers.ts';
import { startChromium } from '../support/start-chromium.ts';
import type { PageTimes } from './in-page.ts';

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

/** Snapshots of one synthetic page in Chromium, with rrweb alone and with masking after it. */
async function measurePage(lines: readonly string[]): Promise<PageTimes> {
  const script = await bundle(join(import.meta.dirname, 'in-page.ts'));
  const browser = await startChromium();
  try {
    await browser.page.setContent(htmlOf(lines));
    await browser.page.addScriptTag({ content: script });
    return await browser.page.evaluate(
      (many) => (window as unknown as { zybMeasure(many: number): PageTimes }).zybMeasure(many),
      REPETITIONS,
    );
  } finally {
    await browser.close();
  }
}

/**
 * Microseconds for a KB (1024 UTF-16 units) of service text in Node, and how much longer a full snapshot of a synthetic
 * page takes in Chromium with masking: (rrweb + redactEvent) / rrweb.
 */
export async function measureSpeed(lines: readonly string[]) {
  const text = lines.slice(0, 3000);
  const size = text.join('').length / 1024;
  const perKB: number[] = [];
  for (let i = 0; i < REPETITIONS; i += 1) {
    const { redactText } = createRedactor();
    const start = performance.now();
    for (const line of text) redactText(line);
    perKB.push(((performance.now() - start) * 1000) / size);
  }
  const { alone, masked, bytes, nodes } = await measurePage(lines.slice(0, 1200));
  const slowdown = round((median(alone) + median(masked)) / median(alone));
  return {
    perKB: round(median(perKB), 1),
    slowdown,
    rows: [
      ['service text, µs per KB', String(round(median(perKB), 1))],
      [
        `snapshot of ${nodes} elements, ${Math.round(bytes / 1024)} KB, by rrweb, ms`,
        String(round(median(alone))),
      ],
      ['masking it, ms', String(round(median(masked)))],
      ['masking it the first time, ms', String(round(masked[0] ?? 0))],
      ['slowdown', String(slowdown)],
    ],
  };
}
