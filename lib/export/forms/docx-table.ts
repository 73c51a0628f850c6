import type { Paragraph, Table, TableCell, TableRow } from 'docx';
import type { FormColumn, FormTable, OfficialForm } from '../../model/official-form.ts';
import { entriesOf, hasHead, headSpans, shownRows } from './cell-text.ts';
import type { DocxTools, Look } from './docx-tools.ts';
import { faces, paper, sizes } from './print-look.ts';

/** A form that is one table: its head is the table's first row, without lines, as the document has it. */
export function headTable(tools: DocxTools, form: OfficialForm, table: FormTable): Table {
  return makeTable(tools, form, table, [headRow(tools, form, table.columns)]);
}

export function tableOf(tools: DocxTools, form: OfficialForm, table: FormTable): Table {
  return makeTable(tools, form, table, []);
}

/** The head of a form of several parts: a table of its own without lines. */
export function headPlain(tools: DocxTools, form: OfficialForm): Table {
  const columns = [42, 50, 28].map((width) => ({ title: '', width }));
  return makeTable(tools, form, { what: 'table', sheet: '', columns, rows: [] }, [
    headRow(tools, form, columns),
  ]);
}

function makeTable(tools: DocxTools, form: OfficialForm, table: FormTable, top: TableRow[]): Table {
  const { docx } = tools;
  const size = sizeOf(form);
  const widths = widthsOf(tools, form, table.columns);
  const cell = (text: readonly string[], n: number, align: 'left' | 'center', look: Look) =>
    new docx.TableCell({
      width: { size: widths[n] ?? 0, type: docx.WidthType.DXA },
      verticalAlign: docx.VerticalAlignTable[text.length > 1 ? 'TOP' : 'CENTER'],
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      children: paragraphsOf(tools, text, align, look),
    });
  const titles = hasHead(table)
    ? [
        new docx.TableRow({
          tableHeader: true,
          cantSplit: true,
          children: table.columns.map(({ title }, n) =>
            cell([title], n, 'center', { face: faces.head, size }),
          ),
        }),
      ]
    : [];
  const rows = shownRows(table).map(
    (cells) =>
      new docx.TableRow({
        children: table.columns.map(({ align }, n) =>
          cell(entriesOf(cells[n] ?? ''), n, align ?? 'left', { size }),
        ),
      }),
  );
  return new docx.Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    alignment: 'center',
    rows: [...top, ...titles, ...rows],
  });
}

/** A report has wide tables on an upright page. */
const sizeOf = ({ kind }: OfficialForm) => (kind === 'session-report' ? sizes.small : sizes.cell);

/** A paragraph for each line; entries without words are left out, but a cell is never without a paragraph. */
function paragraphsOf(
  tools: DocxTools,
  entries: readonly string[],
  align: 'left' | 'center',
  look: Look,
): Paragraph[] {
  const lines = entries.filter(Boolean).flatMap((entry) => entry.split('\n'));
  return (lines.length ? lines : ['']).map((line) => tools.paragraph(line, { ...look, align }));
}

function headRow(tools: DocxTools, form: OfficialForm, columns: readonly FormColumn[]): TableRow {
  const { docx, paragraph } = tools;
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const aligns = ['left', 'left', 'right'] as const;
  const spans = headSpans(columns, form.headSpans);
  const cells: TableCell[] = spans.flatMap((span, n) =>
    span === 0
      ? []
      : new docx.TableCell({
          columnSpan: span,
          borders: { top: none, left: none, right: none, bottom: none },
          margins: { left: 60, right: 60, top: 30, bottom: 60 },
          children: [paragraph(form.head[n] ?? '', { size: sizes.head, align: aligns[n] ?? 'left' })],
        }),
  );
  return new docx.TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

/** The columns' widths shared out over the page, in twentieths of a point. */
function widthsOf({ mm }: DocxTools, form: OfficialForm, columns: readonly FormColumn[]): number[] {
  const room = form.landscape ? mm(paper.long - 2 * paper.margin) : mm(paper.short - 2 * 25);
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map(({ width }) => Math.floor((room * width) / total));
}
