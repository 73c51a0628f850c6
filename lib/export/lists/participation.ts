import type { FormColumn, FormSource, FormTable } from '../../model/official-form.ts';
import { groupBy } from './names.ts';
import { problemsOf } from './problems-of.ts';
import { modeWord } from './words.ts';

const columns: readonly FormColumn[] = [
  { title: '序号', width: 7, align: 'center', number: true },
  { title: '姓名\n(或代号)', width: 14, align: 'center' },
  { title: '工作单位', width: 30, align: 'center' },
  { title: '走流程次数', width: 10, align: 'center', number: true },
  { title: '事项数', width: 10, align: 'center', number: true },
  { title: '走流程方式', width: 22, align: 'center' },
  { title: '提出问题数', width: 10, align: 'center', number: true },
  { title: '提出需求数', width: 10, align: 'center', number: true },
  { title: '亮点数', width: 9, align: 'center', number: true },
  { title: '备注', width: 14, align: 'center' },
];

/** 参与情况: counts a person, and counts alone. Sorted by unit and name, never by a count: it is no ranking. */
export function participation(sources: readonly FormSource[]): FormTable {
  const people = groupBy(sources, ({ walker }) => [walker.unit, walker.name]).sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b), 'zh-CN'),
  );
  return {
    what: 'table',
    sheet: '参与情况',
    columns,
    rows: people.map((group, n) => [String(n + 1), ...rowOf(group)]),
    empty: '没有走流程记录',
  };
}

const nameOf = ([first]: FormSource[]) => {
  const walker = first?.report.session.walker;
  return `${walker?.unit ?? ''}\n${walker?.name ?? ''}`;
};

function rowOf(group: FormSource[]): string[] {
  const sessions = group.map(({ report }) => report.session);
  const problems = problemsOf(group);
  const practised = group.filter(({ practice }) => practice).length;
  const modes = new Map<string, number>();
  for (const { report, programme } of group) {
    const word = modeWord(report.session.mode, programme);
    modes.set(word, (modes.get(word) ?? 0) + 1);
  }
  return [
    sessions[0]?.walker.name ?? '',
    sessions[0]?.walker.unit ?? '',
    String(group.length),
    String(new Set(sessions.map(({ item }) => item.name)).size),
    [...modes].map(([word, count]) => `${word}${count}次`).join('、'),
    String(problems.length),
    String(problems.filter(({ point }) => point.need.trim()).length),
    String(problemsOf(group, 'highlight').length),
    practised > 0 ? `其中演练${practised}次` : '',
  ];
}
