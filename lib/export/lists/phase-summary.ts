import { countAims } from '../../model/aim.ts';
import type { FormAbout, FormBlock, FormSource } from '../../model/official-form.ts';
import { isByHand } from '../../model/session.ts';
import { dayOf } from './days.ts';
import { itemText, personText } from './names.ts';
import { numbered } from './numbered.ts';
import { pictureOf } from './pictures-of.ts';
import { inOrder, type Problem, problemsOf, problemText } from './problems-of.ts';
import { isOverdue } from './rectified.ts';
import { countRatings } from './stated.ts';
import { modeWord, severityWords } from './words.ts';

/** Pictures a summary prints at most: the gravest problems, one each. */
const mostPictures = 6;
const graveness = ['blocking', 'serious', 'moderate', 'minor'];

/** 阶段小结: counts of walks, items, problems and what became of them, and pictures of the gravest. */
export function phaseSummary(sources: readonly FormSource[], about: FormAbout): FormBlock[] {
  const problems = problemsOf(sources);
  const highlights = problemsOf(sources, 'highlight');
  const gravest = [...problems].sort(
    (a, b) => graveness.indexOf(a.point.severity) - graveness.indexOf(b.point.severity),
  );
  const pictures = gravest.flatMap((problem) => pictureOf(problem) ?? []).slice(0, mostPictures);
  const ratings = countRatings(sources);
  // In the order in which they are printed: each takes the next number.
  const title = numbered();
  const blocks: (FormBlock | undefined)[] = [
    { what: 'text', heading: title('总体情况'), paragraphs: [overall(sources, problems, about)] },
    {
      what: 'table',
      sheet: '分方式统计',
      heading: title('走流程情况'),
      columns: [
        { title: '走流程方式', width: 20, align: 'center' },
        ...['走流程次数', '事项数', '人员数', '发现问题数', '已整改数'].map(
          (title) => ({ title, width: 13, align: 'center', number: true }) as const,
        ),
      ],
      rows: rowsByMode(sources),
    },
    problems.length > 0
      ? {
          what: 'bars',
          heading: title(
            `问题分布（按体验维度${problems.some(({ also }) => also.length) ? '；涉及几个维度的，分别计入' : ''}）`,
          ),
          bars: countedAll(problems, dimensionsOf),
        }
      : { what: 'text', heading: title('问题分布'), paragraphs: ['本阶段走流程未发现问题。'] },
    problems.length > 0
      ? {
          what: 'bars',
          heading: title('问题程度'),
          bars: counted(problems, ({ point }) => severityWords[point.severity]),
        }
      : undefined,
    { what: 'text', heading: title('整改情况'), paragraphs: [rectified(problems, about.date)] },
    ratings.length > 0
      ? { what: 'bars', heading: title('满意度评价（走流程人员陈述）'), bars: ratings }
      : undefined,
    gravest.length > 0
      ? {
          what: 'text',
          heading: title('主要问题'),
          paragraphs: gravest
            .slice(0, 10)
            .map(
              (each, n) => `${n + 1}. ${oneLine(itemText(each.source.report.session))}：${problemText(each)}`,
            ),
        }
      : undefined,
    highlights.length > 0
      ? {
          what: 'text',
          heading: title('亮点做法'),
          paragraphs: highlights.map(
            (each, n) => `${n + 1}. ${oneLine(itemText(each.source.report.session))}：${problemText(each)}`,
          ),
        }
      : undefined,
    pictures.length > 0 ? { what: 'pictures', heading: '附图', pictures } : undefined,
  ];
  return blocks.filter((block) => block !== undefined);
}

function overall(sources: readonly FormSource[], problems: Problem[], about: FormAbout): string {
  const sessions = inOrder(sources).map(({ report }) => report.session);
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last) return '本阶段没有走流程记录。';
  const people = new Set(sessions.map(personText)).size;
  const items = new Set(sessions.map(({ item }) => item.name)).size;
  const done = problems.filter(({ point }) => point.rectification?.done).length;
  const byHand = sessions.filter(isByHand).length;
  const needs = problems.filter(({ point }) => point.need.trim()).length;
  const aims = countAims(sessions.flatMap((session) => session.aims ?? []));
  const aimed = aims.open + aims.found + aims['not-found'];
  return (
    `${about.phase ? `${about.phase}，` : ''}${about.unit}共开展“我陪群众走流程”${sessions.length}次` +
    `（${dayOf(first.startedAt)}至${dayOf(last.startedAt)}${byHand ? `，其中人工补记${byHand}次` : ''}），涉及事项${items}项、走流程人员${people}人；` +
    `发现问题${problems.length}个，提出需求${needs}条，已整改${done}个` +
    `${aimed ? `；走前瞄准${aimed}条，发现${aims.found}条` : ''}。`
  );
}

function rectified(problems: Problem[], today: string): string {
  const of = (test: (problem: Problem) => boolean) => problems.filter(test).length;
  if (problems.length === 0) return '没有需要整改的问题。';
  const done = of(({ point }) => point.rectification?.done === true);
  const planned = of(({ point }) => !point.rectification?.done && Boolean(point.rectification?.deadline));
  const overdue = of(({ point }) => isOverdue(point.rectification, today));
  const rest = problems.length - done - planned;
  return (
    `发现的${problems.length}个问题中，已整改完毕${done}个，已明确完成期限${planned}个` +
    `${overdue ? `（其中逾期${overdue}个）` : ''}，尚未明确完成期限${rest}个。`
  );
}

function rowsByMode(sources: readonly FormSource[]): string[][] {
  const words = [...new Set(sources.map((each) => modeWord(each.report.session.mode, each.programme)))];
  const rowOf = (word: string, group: FormSource[]) => {
    const sessions = group.map(({ report }) => report.session);
    const problems = problemsOf(group);
    return [
      word,
      String(group.length),
      String(new Set(sessions.map(({ item }) => item.name)).size),
      String(new Set(sessions.map(personText)).size),
      String(problems.length),
      String(problems.filter(({ point }) => point.rectification?.done).length),
    ];
  };
  const rows = words.map((word) =>
    rowOf(
      word,
      sources.filter((each) => modeWord(each.report.session.mode, each.programme) === word),
    ),
  );
  return [...rows, rowOf('合计', [...sources])];
}

const counted = (problems: Problem[], labelOf: (problem: Problem) => string) =>
  countedAll(problems, (problem) => [labelOf(problem)]);

/** A problem with several labels counts under each of them, once. */
function countedAll(problems: Problem[], labelsOf: (problem: Problem) => string[]) {
  const counts = new Map<string, number>();
  for (const problem of problems)
    for (const label of new Set(labelsOf(problem))) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, value]) => ({ label, value })).sort((a, b) => b.value - a.value);
}

const dimensionsOf = ({ dimension, point, also }: Problem) => [
  dimension || point.dimensionId,
  ...also.map((each) => each.dimension).filter(Boolean),
];
const oneLine = (text: string) => text.replace('\n', '');
