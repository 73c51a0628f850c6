import type { Aim } from '../../model/aim.ts';
import type { FormSource, FormTable } from '../../model/official-form.ts';
import type { Rating } from '../../model/rating.ts';
import { ratingLevels } from '../../model/rating.ts';
import { clockOf } from './days.ts';
import { problemsOf, problemText } from './problems-of.ts';
import { aimSourceWords, aimWords, ratingReasonWords, ratingWords } from './words.ts';

/** 走前瞄准和是否发现: what the walker set out to look for, what came of it, and in which problem of the list below. */
export function aimsTable(source: FormSource, aims: readonly Aim[], heading: string): FormTable {
  const problems = problemsOf([source]);
  const { startedAt } = source.report.session;
  const foundIn = ({ painPointIds }: Aim) =>
    problems.flatMap((problem, n) =>
      painPointIds.includes(problem.point.id)
        ? [`问题${n + 1}（${clockOf(problem.point.at - startedAt)}）：${problemText(problem)}`]
        : [],
    );
  return {
    what: 'table',
    sheet: '走前瞄准',
    heading,
    columns: [
      { title: '序号', width: 7, align: 'center', number: true },
      { title: '走前瞄准', width: 34 },
      { title: '来源', width: 16, align: 'center' },
      { title: '是否发现', width: 13, align: 'center' },
      { title: '对应的问题', width: 36 },
    ],
    rows: aims.map((aim, n) => [
      String(n + 1),
      aim.text,
      aimSourceWords[aim.from],
      aimWords[aim.state],
      foundIn(aim).join('\n'),
    ]),
  };
}

/** A rating in one line, said to be stated; "未评价" where nobody said anything. */
export const ratingText = (rating: Rating | undefined): string =>
  rating ? `${ratingWords[rating.level]}（走流程人员陈述）` : '未评价';

/** What it is about, and in the walker's own words why. */
export function ratingWhy(rating: Rating | undefined): string {
  const reasons = rating?.reasons.map((reason) => ratingReasonWords[reason]).join('、') ?? '';
  return [reasons, rating?.note.trim()].filter(Boolean).join('；');
}

/** How many walks were rated how, the best level first, those that nobody rated last; nothing where none was. */
export function countRatings(sources: readonly FormSource[]): { label: string; value: number }[] {
  const ratings = sources.map(({ report }) => report.session.rating);
  if (!ratings.some(Boolean)) return [];
  const count = (test: (rating: Rating | undefined) => boolean) => ratings.filter(test).length;
  return [
    ...ratingLevels.map((level) => ({
      label: ratingWords[level],
      value: count((rating) => rating?.level === level),
    })),
    { label: '未评价', value: count((rating) => !rating) },
  ];
}
