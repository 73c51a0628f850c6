import type { FormBlock, FormSource, OfficialForm, PersonalRest } from '../../model/official-form.ts';
import { createScanner, type RedactionPolicy, tightenPolicy } from '../../redact/index.ts';

/** Columns and the head ask for how to reach an official; that is given on purpose. */
const given = /联系方式/;

/**
 * What in a form's own words still looks like personal data of somebody, by place and kind, never the value: by the
 * policies of all walks in it. Words that a walker kept on purpose are left out.
 */
export function findPersonal(
  form: Pick<OfficialForm, 'blocks'>,
  sources: readonly Pick<FormSource, 'report' | 'kept'>[] = [],
): PersonalRest[] {
  const policy = sources
    .map(({ report }) => report.session.policy?.redaction ?? {})
    .reduce<RedactionPolicy>(tightenPolicy, {});
  // Officials stand in the lists by name and number on purpose: what masks those alone is for the pages that were walked.
  const { scan } = createScanner({ policy: { ...policy, loneNames: false, officePhones: false } });
  // The longest first: one text may be a part of another.
  const kept = [...new Set(sources.flatMap((source) => source.kept ?? []))].sort(
    (a, b) => b.length - a.length,
  );
  const found = new Map<string, PersonalRest>();
  for (const block of form.blocks)
    for (const { where, text } of textsOf(block)) {
      const rest = kept.reduce((left, words) => left.replaceAll(words, '\n'), text);
      for (const { kind } of scan(rest)) found.set(`${where}\n${kind}`, { where, kind });
    }
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
