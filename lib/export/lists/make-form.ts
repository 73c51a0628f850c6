import type { FormKind } from '../../model/form-kind.ts';
import type { FormAbout, FormBlock, FormSource, MadeForm, OfficialForm } from '../../model/official-form.ts';
import type { Programme } from '../../model/programme.ts';
import { writtenDay } from './days.ts';
import { findMissing } from './find-missing.ts';
import { findPersonal } from './find-personal.ts';
import { findUnfilled } from './find-unfilled.ts';
import { leadersList, leadersWord } from './leaders.ts';
import { participation } from './participation.ts';
import { officerRegister, peopleList } from './people-list.ts';
import { phaseSummary } from './phase-summary.ts';
import { problemList } from './problem-list.ts';
import { inOrder } from './problems-of.ts';
import { annexOf, officerWord, programmeOf } from './programme-of.ts';
import { centreOf, type RecommendedBy, recommendations } from './recommendation.ts';
import { sessionReport } from './session-report.ts';
import { threeLists } from './three-lists.ts';
import { walkedItems } from './walked-items.ts';
import { listNamesOf } from './words.ts';
import { workReport } from './work-report.ts';

type Form = Pick<OfficialForm, 'title' | 'landscape' | 'headSpans'> & { blocks: FormBlock[] };

/** A form as it would be sent on: its rows, its head, and what an official would be asked back about. */
export function makeForm(kind: FormKind, sources: readonly FormSource[], about: FormAbout): MadeForm {
  const made = forms[kind](sources, about);
  const head = [
    `填报单位：${about.unit}`,
    `填报人姓名及联系方式：${[about.reporter, about.contact].filter(Boolean).join(' ')}`,
    writtenDay(about.date),
  ] as const;
  const annex = annexOf(kind, sources, about);
  const form: OfficialForm = { kind, fileName: fileNameOf(made.title, about), annex, head, ...made };
  return {
    form,
    missing: findMissing(kind, sources, about),
    unfilled: findUnfilled(sources),
    personal: findPersonal(form, sources),
  };
}

const forms: Record<FormKind, (sources: readonly FormSource[], about: FormAbout) => Form> = {
  'three-lists': (sources, about) => ({
    title: '“我陪群众走流程”三个清单汇总表',
    landscape: true,
    headSpans: [2, 5, 2],
    blocks: [threeLists(sources, about)],
  }),
  leaders: (sources, about) => ({
    title: `${leadersWord(about.unit)}开展“我陪群众走流程”情况表`,
    landscape: false,
    headSpans: [2, 1, 1],
    blocks: [leadersList(sources, about)],
  }),
  'staff-list': (sources, about) => ({
    // The document is a provincial department's (厅) and says 厅机关; elsewhere that would be wrong.
    title: `${about.unit.endsWith('厅') ? '厅机关' : ''}“我陪群众走流程”人员名单`,
    landscape: false,
    headSpans: [2, 2, 1],
    blocks: [peopleList(sources, about)],
  }),
  'problem-list': (sources, about) => ({
    title: `“我陪群众走流程”${ledgerName(programmeOf(sources, about))}`,
    landscape: true,
    blocks: [problemList(sources, about)],
  }),
  'walked-items': (sources) => ({
    title: '“我陪群众走流程”事项清单',
    landscape: true,
    blocks: sources.length ? walkedItems(sources) : [{ what: 'text', paragraphs: ['没有走流程记录。'] }],
  }),
  'officer-registration': (sources, about) => ({
    title: `“政务服务${officerWord(sources, about)}”登记表`,
    landscape: true,
    blocks: [officerRegister(sources, about)],
  }),
  recommendation: (sources, about) => recommendation(sources, 'unit', about),
  'self-recommendation': (sources, about) => recommendation(sources, 'self', about),
  participation: (sources, about) => ({
    title: `“我陪群众走流程”参与情况统计表${inBrackets(about.phase)}`,
    landscape: true,
    blocks: [participation(sources)],
  }),
  'phase-summary': (sources, about) => ({
    title: `“我陪群众走流程”阶段小结${inBrackets(about.phase)}`,
    landscape: false,
    blocks: phaseSummary(sources, about),
  }),
  'work-report': (sources, about) => ({
    title: `“我陪群众走流程”“政务服务${officerWord(sources, about)}”\n工作总结报告`,
    landscape: false,
    blocks: workReport(sources, about),
  }),
  'session-report': (sources) => ({
    title: '“我陪群众走流程”情况报告',
    landscape: false,
    blocks: inOrder(sources).flatMap(sessionReport),
  }),
};

/** Named after the centre of the one document that has them; a form like any other elsewhere. */
function recommendation(sources: readonly FormSource[], by: RecommendedBy, about: FormAbout): Form {
  const centre = centreOf(sources, about);
  return {
    title: `${centre}“政务服务${officerWord(sources, about)}”${by === 'unit' ? '推荐表' : '自荐表'}`,
    landscape: false,
    blocks: recommendations(sources, by, about),
  };
}

/** The unit's list under the name the programme gives it; 问题清单和改进台账 where what is done has a ledger of its own. */
function ledgerName(programme: Programme | undefined): string {
  const { problems, measures } = listNamesOf(programme);
  return measures.endsWith('台账') ? `${problems}和${measures}` : problems;
}

const inBrackets = (phase: string) => (phase.trim() ? `（${phase.trim()}）` : '');

/** Title, unit and day, without what file systems refuse or what would turn a name into a path. */
function fileNameOf(title: string, { unit, date }: FormAbout): string {
  return [title, unit, date]
    .map((part) => part.replace(/[\\/:*?"<>|“”\s\p{Cc}\p{Cf}]+/gu, '').replace(/^\.+/, ''))
    .filter(Boolean)
    .map((part) => part.slice(0, 60))
    .join('_');
}
