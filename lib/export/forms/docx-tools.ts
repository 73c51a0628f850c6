import type { Paragraph, TextRun } from 'docx';
import { cleanText } from './clean-text.ts';
import { faces, sizes } from './print-look.ts';

export type Look = { face?: string; size?: number; bold?: boolean };
type ParagraphLook = Look & {
  align?: 'left' | 'center' | 'right';
  before?: number;
  after?: number;
  keepNext?: boolean;
  /** Begins a page. */
  pageBefore?: boolean;
  indent?: boolean;
};

/** docx, loaded when somebody exports, with what every part of a form is made of. Sizes and distances in points. */
export async function docxTools() {
  const docx = await import('docx');
  /** Chinese in the named face, Latin letters and digits in the one official papers set beside it. */
  const fontOf = (face: string) => ({
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia: face,
    hint: 'eastAsia',
  });
  const run = (
    text: string,
    { face = faces.body, size = sizes.cell, bold = false }: Look,
    lineBefore = false,
  ) =>
    new docx.TextRun({ text, bold, size: size * 2, font: fontOf(face), ...(lineBefore ? { break: 1 } : {}) });
  const runs = (text: string, look: Look): TextRun[] =>
    cleanText(text)
      .split('\n')
      .map((line, n) => run(line, look, n > 0));
  const paragraph = (text: string, look: ParagraphLook): Paragraph =>
    new docx.Paragraph({
      alignment: look.align ?? 'left',
      keepNext: look.keepNext ?? false,
      pageBreakBefore: look.pageBefore ?? false,
      spacing: { before: (look.before ?? 0) * 20, after: (look.after ?? 0) * 20 },
      ...(look.indent ? { indent: { firstLine: (look.size ?? sizes.cell) * 2 * 20 } } : {}),
      children: runs(text, look),
    });
  return { docx, fontOf, run, runs, paragraph, mm: (value: number) => Math.round((value / 25.4) * 1440) };
}
export type DocxTools = Awaited<ReturnType<typeof docxTools>>;
