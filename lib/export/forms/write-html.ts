import type { Shape } from '../../model/drawing.ts';
import type { FormBlock, FormGrid, FormTable, OfficialForm } from '../../model/official-form.ts';
import { cellText, hasHead, shownRows } from './cell-text.ts';
import { cleanText } from './clean-text.ts';
import type { ReadPicture } from './picture.ts';
import { insideMark } from './print-look.ts';
import { printStyle } from './print-style.ts';

/** The form as one web page that prints as it stands: no script, no request, pictures inside. */
export async function writeHtml(form: OfficialForm, readPicture: ReadPicture): Promise<string> {
  const [unit, person, day] = form.head;
  const head = (again: boolean) => [
    `<p class="mark${again ? ' again' : ''}"><span>${escape(form.annex)}</span><span>${insideMark}</span></p>`,
    `<h1>${lines(form.title)}</h1>`,
    `<p class="head"><span>${escape(unit)}</span><span>${escape(person)}</span><span>${escape(day)}</span></p>`,
  ];
  const blocks: string[] = [];
  for (const [n, block] of form.blocks.entries()) {
    // A person's paper is whole by itself.
    if (block.what === 'grid' && n > 0) blocks.push(...head(true));
    blocks.push(await blockOf(block, readPicture));
  }
  return [
    '<!doctype html>',
    `<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(form.title.replaceAll('\n', ''))}</title>`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    `<style>${printStyle(form.landscape)}</style></head><body data-kind="${form.kind}">`,
    `<p class="every" aria-hidden="true">${insideMark}</p>`,
    ...head(false),
    ...blocks,
    '</body></html>',
  ].join('\n');
}

async function blockOf(block: FormBlock, readPicture: ReadPicture): Promise<string> {
  switch (block.what) {
    case 'table':
      return heading(block.heading) + tableOf(block);
    case 'grid':
      return heading(block.heading) + gridOf(block);
    case 'text':
      return (
        heading(block.heading) +
        block.paragraphs.map((text) => `<p class="words">${lines(text)}</p>`).join('')
      );
    case 'bars': {
      const most = Math.max(1, ...block.bars.map(({ value }) => value));
      const rows = block.bars.map(
        ({ label, value }) =>
          `<tr><th>${escape(label)}</th><td><i style="width:${(value / most) * 100}%"></i></td><td>${value}</td></tr>`,
      );
      return `${heading(block.heading)}<table class="bars"><tbody>${rows.join('')}</tbody></table>`;
    }
    case 'strip': {
      const parts = block.parts.map(({ label, from, to }) => {
        const width = Math.max(0, to - from) * 100;
        // A name that would not fit is left to the table below.
        const name = width >= 6 ? escape(label) : '';
        return `<i style="left:${(from * 100).toFixed(2)}%;width:${width.toFixed(2)}%" title="${escape(label)}">${name}</i>`;
      });
      return `${heading(block.heading)}<div class="strip">${parts.join('')}</div>`;
    }
    case 'pictures': {
      const figures: string[] = [];
      for (const { object, caption, width, height, shapes = [] } of block.pictures) {
        const picture = await readPicture(object);
        const type = picture?.type === 'png' ? 'png' : 'jpeg';
        const image = picture
          ? `<img alt="" src="data:image/${type};base64,${base64(picture.bytes)}">${shapesOver(shapes, width, height)}`
          : '<p class="gone">图片无法读取</p>';
        const shown = shapes.length > 0 ? `<div class="shot">${image}</div>` : image;
        figures.push(`<figure>${shown}<figcaption>${lines(caption)}</figcaption></figure>`);
      }
      return heading(block.heading) + figures.join('');
    }
  }
}

/** What was pointed at and drawn, over the picture and never in it. */
function shapesOver(shapes: readonly Shape[], width: number, height: number): string {
  if (shapes.length === 0) return '';
  const drawn = shapes.map((shape) =>
    shape.kind === 'words'
      ? `<text x="${shape.x}" y="${shape.y}" fill="${shape.ink}" font-size="${shape.size}" stroke-width="${shape.size / 4}">${escape(shape.text)}</text>`
      : `<path d="${shape.d}" stroke="#fff" stroke-width="${shape.width * 2}" opacity="0.75"/>` +
        `<path d="${shape.d}" stroke="${shape.ink}" stroke-width="${shape.width}"${shape.dashed ? ` stroke-dasharray="${shape.width * 3} ${shape.width * 2}"` : ''}/>`,
  );
  return `<svg viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`;
}

const heading = (text: string | undefined) => (text ? `<h2>${escape(text)}</h2>` : '');

function tableOf(table: FormTable): string {
  const { columns } = table;
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`);
  const titles = columns.map(({ title }) => `<th>${lines(title)}</th>`);
  const rows = shownRows(table).map((row) => {
    const cells = columns.map(
      ({ align }, n) => `<td${align ? ' class="center"' : ''}>${lines(cellText(row[n] ?? ''))}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const head = hasHead(table) ? `<thead><tr>${titles.join('')}</tr></thead>` : '';
  return `<table><colgroup>${widths.join('')}</colgroup>${head}<tbody>${rows.join('')}</tbody></table>`;
}

/** Points of a line of cell text. */
const linePoints = 18;

function gridOf({ widths, rows, notes }: FormGrid): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => `<col style="width:${((width / total) * 100).toFixed(2)}%">`);
  const drawn = rows.map(({ cells, lines: tall }) => {
    const parts = cells.map(({ text, span = 1, down = 1, label, align }) => {
      const tag = label ? 'th' : 'td';
      const spans = `${span > 1 ? ` colspan="${span}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`;
      return `<${tag}${spans} class="${align ?? 'left'}">${lines(text)}</${tag}>`;
    });
    return `<tr style="height:${tall * linePoints}pt">${parts.join('')}</tr>`;
  });
  const said = notes.map((note) => `<p class="note">${escape(note)}</p>`);
  return `<table class="grid"><colgroup>${columns.join('')}</colgroup><tbody>${drawn.join('')}</tbody></table>${said.join('')}`;
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string) => cleanText(text).replace(/[&<>"']/g, (char) => marks[char] ?? '');
const lines = (text: string) => escape(text).replaceAll('\n', '<br>');

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let from = 0; from < bytes.length; from += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(from, from + 0x8000));
  return btoa(binary);
}
