import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanText } from '../../../../lib/export/forms/clean-text.ts';
import { writeDocx } from '../../../../lib/export/forms/write-docx.ts';
import { writeHtml } from '../../../../lib/export/forms/write-html.ts';
import { writeXlsx } from '../../../../lib/export/forms/write-xlsx.ts';
import type { OfficialForm } from '../../../../lib/model/official-form.ts';
import { allParts, readDocxTables } from '../../../support/read-forms.ts';

const noPicture = async () => undefined;
const form = (cells: string[]): OfficialForm => ({
  kind: 'problem-list',
  fileName: 'x',
  annex: '',
  title: '表',
  head: ['填报单位：', '填报人姓名及联系方式：', '2026年5月20日'],
  landscape: true,
  blocks: [
    {
      what: 'table',
      sheet: '表',
      columns: cells.map((_, n) => ({ title: `列${n}`, width: 40 })),
      rows: [cells],
    },
  ],
});

const nasty = [
  '=1+1',
  '=HYPERLINK("http://example.invalid","点我")',
  "=cmd|'/c calc'!A1",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r\n=1',
  '＝1+1',
  '一行\n二行\r\n三行',
  '👨‍👩‍👧 𠮷 𬭚',
  'a\u0000b\u0007c\u001Fd\uFFFE',
  'half\uD800pair',
  '_x0041_ stays',
  '<w:t>&amp;]]></script><script>alert(1)</script>',
  '{"formula":"1+1"}',
  '11990000MB2000019U2002014031001',
  '00012',
  '1e5',
  '2026-05-20',
];
const texts = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\n'), fc.string({ maxLength: 40 }))
    .map((parts) => parts.join('')),
);
const triple = fc.tuple(texts, texts, texts).map((three) => [...three]);

async function sheetOf(cells: string[]) {
  const bytes = await writeXlsx(form(cells), noPicture);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as never);
  return { bytes, sheet: book.worksheets[0] as ExcelJS.Worksheet };
}

test('any text comes back from .xlsx as it was, as text, and is never a formula or a link', async () => {
  await fc.assert(
    fc.asyncProperty(triple, async (cells) => {
      const { bytes, sheet } = await sheetOf(cells);
      cells.forEach((text, n) => {
        const cell = sheet.getCell(5, n + 1);
        const clean = cleanText(text);
        if (clean) expect(cell.type).toBe(ExcelJS.ValueType.String);
        // Office reads _x005F_ as the underscore it stands for; this reader leaves it.
        const read = String(cell.value ?? '').replaceAll('_x005F_', '_');
        expect(read).toBe(clean);
        expect(cell.numFmt).toBe('@');
      });
      expect(allParts(bytes)).not.toMatch(/<f[ >]|<hyperlink/);
    }),
    { numRuns: 60 },
  );
});

test('any text comes back from .docx as it was', async () => {
  await fc.assert(
    fc.asyncProperty(triple, async (cells) => {
      const { tables } = await readDocxTables(await writeDocx(form(cells), noPicture));
      expect(tables.at(-1)?.[2]).toEqual(cells.map(cleanText));
    }),
    { numRuns: 60 },
  );
});

test('no text becomes an element of the printed page', async () => {
  await fc.assert(
    fc.asyncProperty(triple, async (cells) => {
      const html = await writeHtml(form(cells), noPicture);
      const tags = new Set([...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag));
      const known = 'html head meta title style body p span h1 h2 table colgroup col thead tbody tr th td br';
      expect([...tags].filter((tag) => !known.split(' ').includes(tag ?? ''))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('cleaning drops what XML cannot hold and nothing else', () => {
  expect(cleanText('a\u0000\u000Bb\r\nc\rd\te\uD800f\uFFFFg𠮷👍=1')).toBe('ab\nc\nd e\uFFFDfg𠮷👍=1');
});
