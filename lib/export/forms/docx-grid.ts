import type { FileChild, TableRow } from 'docx';
import type { FormGrid, OfficialForm } from '../../model/official-form.ts';
import { cleanText } from './clean-text.ts';
import type { DocxTools } from './docx-tools.ts';
import { faces, paper, sizes } from './print-look.ts';

/** Points of a line of cell text. */
const linePoints = 16.5;

/** A paper form's cells, and what is said below them. */
export function gridOf(tools: DocxTools, form: OfficialForm, grid: FormGrid): FileChild[] {
  const { docx, mm, paragraph } = tools;
  const room = form.landscape ? mm(paper.long - 2 * paper.margin) : mm(paper.short - 2 * 25);
  const total = grid.widths.reduce((sum, width) => sum + width, 0);
  const widths = grid.widths.map((width) => Math.floor((room * width) / total));
  const rows: TableRow[] = grid.rows.map(
    ({ cells, lines }) =>
      new docx.TableRow({
        cantSplit: true,
        height: { value: Math.round((lines * linePoints + 6) * 20), rule: docx.HeightRule.ATLEAST },
        children: cells.map(
          ({ text, span = 1, down = 1, label = false, align }) =>
            new docx.TableCell({
              columnSpan: span,
              rowSpan: down,
              verticalAlign: docx.VerticalAlignTable[align === 'right' ? 'BOTTOM' : 'CENTER'],
              margins: { left: 60, right: 60, top: 30, bottom: 30 },
              children: cleanText(text)
                .split('\n')
                .map((line) =>
                  paragraph(line, {
                    face: label ? faces.head : faces.body,
                    size: sizes.cell,
                    align: align ?? (label ? 'center' : 'left'),
                  }),
                ),
            }),
        ),
      }),
  );
  return [
    new docx.Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
      columnWidths: widths,
      layout: docx.TableLayoutType.FIXED,
      alignment: 'center',
      rows,
    }),
    ...grid.notes.map((note) => paragraph(note, { size: sizes.small, before: 4 })),
  ];
}
