import type { FormAbout, FormCell, FormColumn, FormSource, FormTable } from '../../model/official-form.ts';
import type { Programme } from '../../model/programme.ts';
import { isByHand } from '../../model/session.ts';
import { clockOf, dayOf } from './days.ts';
import { groupBy, itemText, personText, shortId } from './names.ts';
import { inOrder, type Problem, problemsOf, problemText } from './problems-of.ts';
import { programmeOf } from './programme-of.ts';
import { measureText, stateText } from './rectified.ts';
import { listNamesOf } from './words.ts';

/** Rows that the empty form brings along, numbered, as the document prints it. */
const blankRows = 5;

/** The nine columns of 附件4 with their titles as the document prints them; the three lists as the programme calls them. */
const columnsOf = ({ problems, needs, measures }: Programme['listNames']): readonly FormColumn[] => [
  { title: '序号', width: 7, align: 'center', number: true },
  { title: '事项名称\n(体验途径)', width: 20, align: 'center' },
  { title: '人员姓名\n(职务)', width: 14, align: 'center' },
  { title: problems, width: 27 },
  { title: needs, width: 18 },
  { title: measures, width: 26 },
  { title: '是否已整改完毕\n(或标明拟整改完成的期限)', width: 20 },
  { title: '整改效果', width: 16 },
  { title: '备注', width: 18 },
];

/**
 * 三个清单汇总表: a row for each item, channel and person. Problems are numbered within the row, and need, measure,
 * state and effect repeat the number of the problem they belong to; or a row for each problem, then without numbers.
 */
export function threeLists(sources: readonly FormSource[], about: FormAbout): FormTable {
  const rows = groupBy(inOrder(sources), ({ item, channel, walker }) => [
    item.name,
    channel,
    walker.unit,
    walker.name,
    walker.position,
  ]).flatMap((group) => (about.rowPer === 'problem' ? rowsByProblem(group) : [rowOf(group)]));
  const numbered = rows.map((row, n): FormCell[] => [String(n + 1), ...row]);
  return {
    what: 'table',
    sheet: '三个清单汇总表',
    columns: columnsOf(listNamesOf(programmeOf(sources, about))),
    rows: numbered.length ? numbered : blank(),
  };
}

function rowOf(group: FormSource[]): FormCell[] {
  const problems = problemsOf(group);
  const clean = group.filter((source) => !problems.some((problem) => problem.source === source));
  const entry = (words: (problem: Problem, n: number) => string) => [
    ...problems.map((problem, n) => words(problem, n + 1)),
    ...clean.map(() => ''),
  ];
  const lead = leadOf(group);
  if (problems.length === 0) return [...lead, '未发现问题', '', '', '', '', clean.map(walkedOn)];
  return [
    ...lead,
    entry((problem, n) => `${n}. ${problemText(problem)}`),
    entry(({ point }, n) => (point.need.trim() ? `${n}. ${point.need.trim()}` : '')),
    entry(({ point }, n) => `${n}. ${measureText(point)}`.trimEnd()),
    entry(({ point }, n) => `${n}. ${stateText(point.rectification)}`.trimEnd()),
    entry(({ point }, n) => `${n}. ${point.rectification?.effect.trim() ?? ''}`.trimEnd()),
    [
      ...problems.map((problem, n) => `${n + 1}. ${evidenceText(problem)}`),
      ...clean.map((source) => `${walkedOn(source)}未发现问题`),
    ],
  ];
}

function rowsByProblem(group: FormSource[]): FormCell[][] {
  const problems = problemsOf(group);
  if (problems.length === 0) return [rowOf(group)];
  return problems.map((problem) => [
    ...leadOf([problem.source]),
    problemText(problem),
    problem.point.need.trim(),
    measureText(problem.point),
    stateText(problem.point.rectification),
    problem.point.rectification?.effect.trim() ?? '',
    evidenceText(problem),
  ]);
}

function leadOf([first]: FormSource[]): FormCell[] {
  return first ? [itemText(first.report.session), personText(first.report.session)] : ['', ''];
}

/** Where the problem can be looked at: the session's name and the stretch of its replay; or that it was only stated. */
export function evidenceText({ source, point }: Problem): string {
  const { id, startedAt } = source.report.session;
  if (isByHand(source.report.session))
    return `记录${shortId(id)} 人工补记${point.screenshotId ? '，有照片' : ''}`;
  const { from, to } = point.interval;
  const shot = point.screenshotId ? '，有截图' : '';
  return `记录${shortId(id)} 回放${clockOf(from - startedAt)}–${clockOf(to - startedAt)}${shot}`;
}

const walkedOn = ({ report: { session } }: FormSource) =>
  `记录${shortId(session.id)}（${dayOf(session.startedAt)}${isByHand(session) ? '，人工补记' : ''}）`;

const blank = (): FormCell[][] =>
  Array.from({ length: blankRows }, (_, n) => [String(n + 1), ...Array<string>(8).fill('')]);
