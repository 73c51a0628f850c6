import type { FormBlock, OfficialForm, PersonalRest } from '../../model/official-form.ts';
import { scan } from '../../redact/index.ts';

/** Columns and the head ask for how to reach an official; that is given on purpose. */
const given = /联系方式/;

/** What in a form's own words still looks like personal data of somebody, by place and kind, never the value. */
export function findPersonal(form: Pick<OfficialForm, 'blocks'>): PersonalRest[] {
  const found = new Map<string, PersonalRest>();
  for (const block of form.blocks)
    for (const { where, text } of textsOf(block))
      for (const { kind } of scan(text)) found.set(`${where}\n${kind}`, { where, kind });
  return [...found.values()];
}

function textsOf(block: FormBlock): { where: string; text: string }[] {
  switch (block.what) {
    case 'table':
      return block.rows.flatMap((row, n) =>
        row.flatMap((cell, column) => {
          const title = block.columns[column]?.title.replaceAll('\n', '') ?? '';
          if (given.test(title)) return [];
          const where = `${block.heading ?? block.sheet} ${n + 1} ${title}`.trim();
          return (typeof cell === 'string' ? [cell] : cell).map((text) => ({ where, text }));
        }),
      );
    case 'grid':
      return block.rows.flatMap(({ cells }) =>
        cells
          .filter(({ label }) => !label)
          .map(({ text }) => ({ where: block.heading ?? block.sheet, text })),
      );
    case 'text':
      return block.paragraphs.map((text) => ({ where: block.heading ?? '', text }));
    case 'bars':
      return block.bars.map(({ label }) => ({ where: block.heading, text: label }));
    case 'strip':
      return block.parts.map(({ label }) => ({ where: block.heading, text: label }));
    case 'pictures':
      return block.pictures.flatMap(({ caption, shapes = [] }) => [
        { where: block.heading, text: caption },
        ...shapes.flatMap((shape) =>
          shape.kind === 'words' ? [{ where: block.heading, text: shape.text }] : [],
        ),
      ]);
  }
}
