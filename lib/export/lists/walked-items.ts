import type { FormColumn, FormSource, FormTable } from '../../model/official-form.ts';
import { itemMarks } from '../../model/service-item.ts';
import { isByHand } from '../../model/session.ts';
import { walkModes } from '../../model/walk-mode.ts';
import { dayOf } from './days.ts';
import { groupBy, personText, tighten } from './names.ts';
import { inOrder, problemsOf, problemText } from './problems-of.ts';
import { measureText } from './rectified.ts';
import { modeWord } from './words.ts';

const columns: readonly FormColumn[] = [
  { title: '序号', width: 7, align: 'center', number: true },
  { title: '事项名称', width: 24, align: 'center' },
  { title: '事项编码', width: 18, align: 'center' },
  { title: '一件事', width: 8, align: 'center' },
  { title: '跨域办', width: 8, align: 'center' },
  { title: '体验途径', width: 18, align: 'center' },
  { title: '走流程人员\n(职务)', width: 16, align: 'center' },
  { title: '日期', width: 16, align: 'center' },
  { title: '次数', width: 6, align: 'center', number: true },
  { title: '发现的问题不足', width: 26 },
  { title: '改进措施及意见建议', width: 26 },
];

/** 亲自办、陪同办等事项清单: a list for each mode that was walked, an item and channel a row. */
export function walkedItems(sources: readonly FormSource[]): FormTable[] {
  const modes = walkModes.filter((mode) => sources.some(({ report }) => report.session.mode === mode));
  return modes.map((mode) => {
    const walked = inOrder(sources.filter(({ report }) => report.session.mode === mode));
    const name = modeWord(mode, walked[0]?.programme);
    const groups = groupBy(walked, ({ item, channel, entry }) => [item.name, item.code, channel, entry]);
    return {
      what: 'table',
      sheet: name,
      heading: `“${name}”事项清单`,
      columns,
      rows: groups.map((group, n) => [String(n + 1), ...rowOf(group)]),
    };
  });
}

function rowOf(group: FormSource[]): (string | string[])[] {
  const sessions = group.map(({ report }) => report.session);
  const item = sessions[0]?.item;
  const problems = problemsOf(group);
  const distinct = (words: string[]) => [...new Set(words.filter(Boolean))].join('\n');
  return [
    item?.name ?? '',
    item?.code ?? '',
    ...itemMarks.map((mark) => markText(sessions.map((each) => each.item[mark]))),
    `${tighten(sessions[0]?.channel ?? '')}${sessions.some(isByHand) ? '\n(人工补记)' : ''}`,
    distinct(sessions.map((each) => personText(each).replace('\n', ''))),
    distinct(sessions.map((each) => dayOf(each.startedAt))),
    String(group.length),
    problems.length ? problems.map((problem, n) => `${n + 1}. ${problemText(problem)}`) : '未发现问题',
    problems.map(({ point }, n) => adviceText(point, n + 1)),
  ];
}

/** 是, 否, or nothing where nobody said: an empty cell is filled in by hand, a wrong 否 is believed. */
function markText(said: readonly (boolean | undefined)[]): string {
  if (said.includes(true)) return '是';
  return said.includes(false) ? '否' : '';
}

function adviceText(point: Parameters<typeof measureText>[0], n: number): string {
  const words = [measureText(point), point.need.trim() && `需求：${point.need.trim()}`].filter(Boolean);
  return words.length ? `${n}. ${words.join('；')}` : '';
}
