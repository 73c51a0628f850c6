import { walksAsOfficer } from '../../model/officers.ts';
import type { FormAbout, FormCell, FormColumn, FormSource, FormTable } from '../../model/official-form.ts';
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

/** 附件2: the officials who walked and who were named for it, each once. Officers count in the other list. */
export function peopleList(sources: readonly FormSource[], about: FormAbout): FormTable {
  const rows = officialsOf(sources, about).map((one) => [one.name, one.position, one.contact, '']);
  return { what: 'table', sheet: '人员名单', columns: peopleColumns, rows: numbered(rows, 4) };
}

/** 体验员登记表. How to reach them is written by hand: they are citizens, and a walk does not need it. */
export function officerRegister(sources: readonly FormSource[], about: FormAbout): FormTable {
  const rows = officersOf(sources, about).map((one) => [
    one.name,
    one.category ?? '',
    one.recruitment ?? '',
    one.unit,
    one.position,
    '',
    '',
  ]);
  return { what: 'table', sheet: '登记表', columns: officerColumns, rows: numbered(rows, 7) };
}

/** True of a walk by an experience officer, as its programme says who walks as one. */
export const isOfficers = ({ report, programme }: FormSource): boolean =>
  walksAsOfficer(report.session.mode, programme?.officers);

/** Officials: those who walked, then those who were named beside them. */
export function officialsOf(sources: readonly FormSource[], { people = [] }: FormAbout): Walker[] {
  return distinct(
    walkersIn(sources.filter((source) => !isOfficers(source))),
    people.filter((one) => one.as === 'official'),
  );
}

/** Experience officers, likewise. */
export function officersOf(sources: readonly FormSource[], { people = [] }: FormAbout): Walker[] {
  return distinct(
    walkersIn(sources.filter(isOfficers)),
    people.filter((one) => one.as === 'officer'),
  );
}

/** How many different people walked. */
export function countPeople(sources: readonly FormSource[]): number {
  return new Set(walkersIn(sources).map(({ unit, name }) => JSON.stringify([unit, name]))).size;
}

const walkersIn = (sources: readonly FormSource[]) =>
  inOrder(sources).map(({ report }) => report.session.walker);

/** People by unit and name, in the order of their first walk; the last walk counts, and what it leaves out another may say. */
function distinct(walked: readonly Walker[], named: readonly Walker[]): Walker[] {
  const people = new Map<string, Walker>();
  const keyOf = ({ unit, name }: Walker) => JSON.stringify([unit, name]);
  const isNamed = ({ name }: Walker) => name.trim() !== '';
  for (const one of walked.filter(isNamed)) people.set(keyOf(one), filled(one, people.get(keyOf(one))));
  for (const one of named.filter(isNamed)) people.set(keyOf(one), filled(people.get(keyOf(one)) ?? one, one));
  return [...people.values()];
}

const filled = (one: Walker, from: Walker | undefined): Walker => ({
  unit: one.unit,
  name: one.name,
  position: one.position || from?.position || '',
  contact: one.contact || from?.contact || '',
  category: one.category || from?.category,
  recruitment: one.recruitment || from?.recruitment,
});

function numbered(rows: string[][], columns: number): FormCell[][] {
  const shown = rows.length ? rows : Array.from({ length: blankRows }, () => Array<string>(columns).fill(''));
  return shown.map((row, n) => [String(n + 1), ...row]);
}
