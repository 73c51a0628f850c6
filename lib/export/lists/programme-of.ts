import type { FormKind } from '../../model/form-kind.ts';
import type { FormAbout, FormSource } from '../../model/official-form.ts';
import type { Programme } from '../../model/programme.ts';

/** The programme a form is made under: its sessions', or of a form without any the one in use here. */
export function programmeOf(
  sources: readonly FormSource[],
  about: Pick<FormAbout, 'programme'>,
): Programme | undefined {
  if (sources.length === 0) return about.programme;
  return sources.find(({ programme }) => programme)?.programme;
}

/** "附件4", where the document of all its sessions numbers this form so; empty elsewhere. */
export function annexOf(
  kind: FormKind,
  sources: readonly FormSource[],
  about: Pick<FormAbout, 'programme'>,
): string {
  const programme = programmeOf(sources, about);
  const others = sources.some(({ report }) => report.session.programme.id !== programme?.id);
  return (!others && programme?.annexes.find(({ form }) => form === kind)?.label) || '';
}

/** One document speaks of 体验官 where the others say 体验员. */
export function officerWord(
  sources: readonly FormSource[],
  { programme }: Pick<FormAbout, 'programme'>,
): string {
  const titles = sources.map(({ report }) => report.session.programme.title);
  const said = sources.length > 0 ? titles : [programme?.title ?? ''];
  return said.some((title) => title.includes('体验官')) ? '体验官' : '体验员';
}
