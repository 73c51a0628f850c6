import type { FormCell, FormColumn, FormSource, FormTable } from '../../model/official-form.ts';
import type { Walker } from '../../model/walker.ts';
import { inOrder } from './problems-of.ts';

const blankRows = 5;

/** The five columns of 附件2. */
const peopleColumns: readonly FormColumn[] = [
  { title: '序号', width: 8, align: 'center', number: true },
  { title: '姓名', width: 16, align: 'center' },
  { title: '职务', width: 26, align: 'center' },
  { title: '联系方式', width: 24, align: 'center' },
  { title: '备注', width: 20, align: 'center' },
];

/** Columns kept of the officers' forms: who, as what, from where, how to reach; nothing that a walk does not need. */
const officerColumns: readonly FormColumn[] = [
  { title: '序号', width: 7, align: 'center', number: true },
  { title: '姓名\n(或代号)', width: 14, align: 'center' },
  { title: '类别', width: 24, align: 'center' },
  { title: '招募方式', width: 20, align: 'center' },
  { title: '工作单位', width: 32, align: 'center' },
  { title: '职务', width: 20, align: 'center' },
  { title: '联系方式', width: 20, align: 'center' },
  { title: '备注', width: 16, align: 'center' },
];

/** 附件2: the officials who walked, each once, as an officer of the programme counts in the other list. */
export function peopleList(sources: readonly FormSource[]): FormTable {
  const people = walkersOf(sources.filter(({ report }) => report.session.mode !== 'experience'));
  const rows = people.map((one) => [one.name, one.position, one.contact, '']);
  return { what: 'table', sheet: '人员名单', columns: peopleColumns, rows: numbered(rows, 4) };
}

/** 体验员登记表. Category, recruiting and how to reach them are written by hand: they are citizens, and a walk needs none of it. */
export function officerRegister(sources: readonly FormSource[]): FormTable {
  const people = walkersOf(sources.filter(({ report }) => report.session.mode === 'experience'));
  const rows = people.map((one) => [one.name, '', '', one.unit, one.position, '', '']);
  return { what: 'table', sheet: '登记表', columns: officerColumns, rows: numbered(rows, 7) };
}

/** Distinct people by unit and name, in the order of their first walk; what one walk leaves out another may say. */
export function walkersOf(sources: readonly FormSource[]): Walker[] {
  const people = new Map<string, Walker>();
  for (const { report } of inOrder(sources)) {
    const { walker } = report.session;
    if (!walker.name.trim()) continue;
    const key = JSON.stringify([walker.unit, walker.name]);
    const known = people.get(key);
    people.set(key, {
      unit: walker.unit,
      name: walker.name,
      position: walker.position || known?.position || '',
      contact: walker.contact || known?.contact || '',
    });
  }
  return [...people.values()];
}

function numbered(rows: string[][], columns: number): FormCell[][] {
  const shown = rows.length ? rows : Array.from({ length: blankRows }, () => Array<string>(columns).fill(''));
  return shown.map((row, n) => [String(n + 1), ...row]);
}
