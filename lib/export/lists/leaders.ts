import type { FormAbout, FormCell, FormColumn, FormSource, FormTable } from '../../model/official-form.ts';
import type { Walker } from '../../model/walker.ts';
import { officialsOf } from './people-list.ts';

const blankRows = 5;

/** The four columns of 附件1. */
const columns: readonly FormColumn[] = [
  { title: '序号', width: 8, align: 'center', number: true },
  { title: '职务', width: 28, align: 'center' },
  { title: '姓名', width: 30, align: 'center' },
  { title: '保障处室', width: 26, align: 'center' },
];

/** Posts in a unit's leadership, as they are written: 副厅长, 党组成员, 二级巡视员. Not 处长 or 一级主任科员. */
const leading =
  /[厅局署委办]长|主任委员|党[组委](?:副?书记|成员|委员)|巡视员|总(?:会计|经济|工程|统计|农艺|规划)师|(?:派驻|纪检|监察).*组长/;

/** 附件1 厅领导开展情况表: who of the leadership walked. 保障处室 is in no record and written by hand. */
export function leadersList(sources: readonly FormSource[], about: FormAbout): FormTable {
  const rows = leadersOf(sources, about).map(({ position, name }) => [position, name, '']);
  const shown = rows.length ? rows : Array.from({ length: blankRows }, () => ['', '', '']);
  return {
    what: 'table',
    sheet: '领导情况表',
    columns,
    rows: shown.map((row, n): FormCell[] => [String(n + 1), ...row]),
  };
}

/** Officials whose post is one of a unit's leadership, each once. */
export function leadersOf(sources: readonly FormSource[], about: FormAbout): Walker[] {
  return officialsOf(sources, about).filter(({ position }) => leading.test(position));
}

/** "厅领导" of a department, "局领导" of a bureau; elsewhere plainly 单位领导. */
export function leadersWord(unit: string): string {
  const kind = /[厅局委办署]$/.exec(unit.trim())?.[0];
  return kind ? `${kind}领导` : '单位领导';
}
