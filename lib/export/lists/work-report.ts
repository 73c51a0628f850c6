import type { FormAbout, FormBlock, FormSource } from '../../model/official-form.ts';
import { writtenDay } from './days.ts';
import { counted, countedDimensions, modeTable, overall, rectified } from './figures.ts';
import { itemText } from './names.ts';
import { numbered } from './numbered.ts';
import { isOfficers, officersOf } from './people-list.ts';
import { type Problem, problemsOf, problemText } from './problems-of.ts';
import { officerWord } from './programme-of.ts';
import { disposalWord, severityWords } from './words.ts';

/** Lines left for what no record knows: the unit writes it, by hand or in Word. */
const blank: readonly string[] = Array.from({ length: 4 }, () => '\u3000');

/**
 * 工作总结报告: the headings that the documents ask for (工作开展情况, 发现的问题不足, 解决具体问题的工作成效, 经验和做法,
 * 常态化工作机制, 下一步工作), filled with what was counted and what people wrote down; nothing else is put in.
 */
export function workReport(sources: readonly FormSource[], about: FormAbout): FormBlock[] {
  const problems = problemsOf(sources);
  const highlights = problemsOf(sources, 'highlight');
  const title = numbered();
  return [
    {
      what: 'text',
      heading: title('工作开展情况'),
      paragraphs: [overall(sources, problems, about), ...officersSaid(sources, about)],
    },
    ...(sources.length > 0 ? [modeTable(sources, undefined)] : []),
    { what: 'text', heading: title('发现的问题不足'), paragraphs: found(problems) },
    { what: 'text', heading: title('整改情况和工作成效'), paragraphs: mended(problems, about.date) },
    {
      what: 'text',
      heading: title('工作经验和做法'),
      paragraphs: [...listed(highlights, 'walked', problemText), ...blank],
    },
    { what: 'text', heading: title('常态化工作机制'), paragraphs: blank },
    { what: 'text', heading: title('下一步工作'), paragraphs: [...planned(problems), ...blank] },
  ];
}

/** What officers had in it, where others walked too. */
function officersSaid(sources: readonly FormSource[], about: FormAbout): string[] {
  const walks = sources.filter(isOfficers);
  if (walks.length === 0 || walks.length === sources.length) return [];
  const people = officersOf(walks, { ...about, people: [] }).length;
  const who = `${people > 0 ? `${people}名` : ''}${officerWord(walks, about)}`;
  return [`其中${who}走流程${walks.length}次，提出问题${problemsOf(walks).length}个。`];
}

function found(problems: Problem[]): string[] {
  if (problems.length === 0) return ['走流程未发现问题。'];
  const told = (bars: readonly { label: string; value: number }[]) =>
    bars.map(({ label, value }) => `${label}${value}个`).join('、');
  const several = problems.some(({ also }) => also.length > 0) ? '（涉及几个维度的，分别计入）' : '';
  return [
    `按体验维度${several}：${told(countedDimensions(problems))}。`,
    `按程度：${told(counted(problems, ({ point }) => severityWords[point.severity]))}。`,
    ...listed(problems, 'walked', problemText),
  ];
}

function mended(problems: Problem[], today: string): string[] {
  const decided = problems.filter(({ point }) => point.rectification?.disposal);
  const ways = counted(decided, ({ source, point }) =>
    point.rectification?.disposal ? disposalWord(point.rectification.disposal, source.programme) : '',
  );
  const done = problems.filter(({ point }) => point.rectification?.done);
  return [
    rectified(problems, today),
    ...(ways.length > 0
      ? [`按整改方式：${ways.map(({ label, value }) => `${label}${value}个`).join('、')}。`]
      : []),
    ...listed(done, 'alone', (problem) => {
      const { measure = '', effect = '' } = problem.point.rectification ?? {};
      return [
        problemText(problem),
        measure.trim() && `整改措施：${measure}`,
        effect.trim() && `整改效果：${effect}`,
      ]
        .filter((words) => words !== '')
        .map(unstopped)
        .join('；')
        .concat('。');
    }),
  ];
}

/** What is still to be done, with the day that was set for it. */
const planned = (problems: Problem[]): string[] =>
  listed(
    problems.filter(({ point }) => !point.rectification?.done && point.rectification?.deadline),
    'alone',
    (problem) => {
      const { deadline = '', ownerUnit = '' } = problem.point.rectification ?? {};
      return `${unstopped(problemText(problem))}；拟于${writtenDay(deadline)}前完成${ownerUnit && `（责任单位：${ownerUnit}）`}。`;
    },
  );

/** Without the full stop that a further part of the sentence follows. */
const unstopped = (words: string) => words.trim().replace(/[。；;]+$/, '');

/** Numbered lines, with the item and how it was walked where it matters. */
const listed = (
  problems: Problem[],
  how: 'walked' | 'alone',
  words: (problem: Problem) => string,
): string[] =>
  problems.map((problem, n) => {
    const { session } = problem.source.report;
    const item = how === 'walked' ? itemText(session).replace('\n', '') : session.item.name;
    return `${n + 1}. ${item}：${words(problem)}`;
  });
