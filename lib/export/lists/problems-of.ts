import { findCheckItem } from '../../model/checklist.ts';
import type { FormSource } from '../../model/official-form.ts';
import type { PainPoint } from '../../model/pain-point.ts';

/** A pain point with the session it was found in and what its check item is called. */
export type Problem = {
  source: FormSource;
  point: PainPoint;
  dimension: string;
  checkItem: string;
};

/** What people said hurts (or, as `highlight`, is done well), by session and in order of time. */
export function problemsOf(sources: readonly FormSource[], kind: PainPoint['kind'] = 'pain'): Problem[] {
  return inOrder(sources).flatMap((source) =>
    source.report.painPoints
      .filter((point) => point.kind === kind)
      .sort((a, b) => a.at - b.at)
      .map((point) => problemOf(source, point)),
  );
}

function problemOf(source: FormSource, point: PainPoint): Problem {
  const found = source.programme && findCheckItem(source.programme.checklists, point.checkItemId);
  return {
    source,
    point,
    dimension: found?.dimension.name ?? '',
    checkItem: found?.item.text ?? point.checkItemId,
  };
}

/** What the list prints: the person's own words, or what the check item asks where nothing was written. */
export function problemText({ point, dimension, checkItem }: Problem): string {
  if (point.note.trim()) return point.note.trim();
  if (point.kind === 'highlight') return `“${checkItem}”方面做得好`;
  return `“${checkItem}”${dimension && `（${dimension}）`}方面存在问题`;
}

/** Sessions in the order in which they were walked. */
export function inOrder(sources: readonly FormSource[]): FormSource[] {
  return [...sources].sort((a, b) => a.report.session.startedAt - b.report.session.startedAt);
}
