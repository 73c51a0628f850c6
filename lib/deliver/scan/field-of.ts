import type { Path } from '../../model/free-texts.ts';
import type { SessionReport } from '../../model/report.ts';

/** A place in a report as `list.row.field`; a row by its id where it has one: places stay true while rows come and go. */
export function fieldOf(report: SessionReport, path: Path): string {
  const [list = '', at = '', ...rest] = path;
  const id = (report[list as keyof SessionReport] as { id?: string }[] | undefined)?.[at as number]?.id;
  return [list, typeof at === 'number' && id ? id : at, ...rest].join('.');
}
