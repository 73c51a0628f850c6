import type { FormAbout, FormColumn, FormSource, FormTable } from '../../model/official-form.ts';
import type { Programme } from '../../model/programme.ts';
import { dayOf } from './days.ts';
import { itemText, personText } from './names.ts';
import { checkItemLines, elementText, type Problem, problemsOf, problemText } from './problems-of.ts';
import { programmeOf } from './programme-of.ts';
import { isOverdue, stateText } from './rectified.ts';
import { evidenceText } from './three-lists.ts';
import { disposalWord, listNamesOf, measuresColumn, severityWords, stageWords } from './words.ts';

const columnsOf = (programme: Programme | undefined): readonly FormColumn[] => [
  { title: '序号', width: 7, align: 'center', number: true },
  { title: '事项名称\n(体验途径)', width: 18, align: 'center' },
  { title: '环节', width: 10, align: 'center' },
  { title: '问题', width: 26 },
  { title: '检查维度和条目', width: 18 },
  { title: '程度', width: 8, align: 'center' },
  { title: listNamesOf(programme).needs, width: 16 },
  { title: '整改方式', width: 11, align: 'center' },
  { title: measuresColumn(programme), width: 22 },
  { title: '责任单位\n(责任人)', width: 15, align: 'center' },
  { title: '完成情况\n(期限)', width: 14, align: 'center' },
  { title: '整改效果', width: 14 },
  { title: '发现人、日期和证据', width: 18 },
];

/** The unit's problem list and ledger of rectification: a row for each problem. */
export function problemList(sources: readonly FormSource[], about: FormAbout): FormTable {
  const rows = problemsOf(sources).map((problem, n) => [String(n + 1), ...cellsOf(problem, about.date)]);
  const programme = programmeOf(sources, about);
  const sheet = listNamesOf(programme).problems;
  return { what: 'table', sheet, columns: columnsOf(programme), rows, empty: '未发现问题' };
}

function cellsOf(problem: Problem, today: string): string[] {
  const { source, point } = problem;
  const { report, programme } = source;
  const { session, steps } = report;
  const { rectification } = point;
  const step =
    steps.find((each) => each.id === point.stepId) ??
    steps.find((each) => each.from <= point.at && point.at <= each.to);
  const stage = (step ?? session.stated?.steps.find((each) => each.id === point.stepId))?.stage;
  const owner = rectification?.owner ? `\n(${rectification.owner})` : '';
  return [
    itemText(session),
    stage ? stageWords[stage] : '',
    [problemText(problem), point.element && `页面元素：${elementText(point)}`].filter(Boolean).join('\n'),
    checkItemLines(problem),
    severityWords[point.severity],
    point.need.trim(),
    rectification?.disposal ? disposalWord(rectification.disposal, programme) : '',
    rectification?.measure.trim() || (point.measure.trim() && `（走流程人员建议）${point.measure.trim()}`),
    `${rectification?.ownerUnit ?? ''}${owner}${coUnitsText(rectification?.coUnits)}`.trim(),
    stateText(rectification) + (isOverdue(rectification, today) ? '\n（已逾期）' : ''),
    rectification?.effect.trim() ?? '',
    [personText(session).replace('\n', ''), dayOf(session.startedAt), evidenceText(problem)]
      .filter(Boolean)
      .join('\n'),
  ];
}

const coUnitsText = (units: readonly string[] | undefined) =>
  units?.length ? `\n配合单位：${units.join('、')}` : '';
