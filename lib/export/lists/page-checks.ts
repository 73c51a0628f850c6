import type { FormSource, FormTable } from '../../model/official-form.ts';
import { checksByStep, failedChecks, type PageCheck, unseenChecks } from '../../model/page-check.ts';
import { clockOf } from './days.ts';
import { pageCheckWords } from './words.ts';

/** 易用检查（非正式检测）: a row for each check, by step; a step that was not checked says so where steps were. */
export function pageChecksTable({ report }: FormSource, heading: string): FormTable {
  const { startedAt } = report.session;
  const ofSteps =
    report.session.pageChecks === 'at-rest' || report.pageChecks.some(({ why }) => why === 'step');
  const rows = checksByStep(report.steps, report.pageChecks).flatMap(({ step, checks }) => {
    const name = step?.name ?? '（不在步骤中）';
    if (checks.length > 0)
      return checks.map((check) => [name, clockOf(check.at - startedAt), foundIn(check), unseenIn(check)]);
    if (!ofSteps || !step) return [];
    return [[name, '', step.identity ? '登录页不检查' : '未检查', '']];
  });
  return {
    what: 'table',
    sheet: '易用检查',
    heading,
    columns: [
      { title: '步骤', width: 22 },
      { title: '时刻', width: 9, align: 'center' },
      { title: '需要留意的地方', width: 50 },
      { title: '没有查的项', width: 24 },
    ],
    rows,
  };
}

function foundIn(check: PageCheck): string {
  const found = failedChecks(check).map(({ check: kind, count }) => `${pageCheckWords[kind]}${count}处`);
  return found.length ? found.join('；') : '未发现';
}

const unseenIn = (check: PageCheck): string =>
  unseenChecks(check)
    .map(({ check: kind }) => pageCheckWords[kind])
    .join('、');
