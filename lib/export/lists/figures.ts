import { countAims } from '../../model/aim.ts';
import type { FormAbout, FormSource, FormTable } from '../../model/official-form.ts';
import { isByHand } from '../../model/session.ts';
import { dayOf } from './days.ts';
import { countPeople } from './people-list.ts';
import { inOrder, type NamedItem, type Problem, problemsOf } from './problems-of.ts';
import { isOverdue } from './rectified.ts';
import { modeWord } from './words.ts';

/** How often, of what, by whom, and what came of it, in one sentence. */
export function overall(sources: readonly FormSource[], problems: Problem[], about: FormAbout): string {
  const sessions = inOrder(sources).map(({ report }) => report.session);
  const [first, last] = [sessions[0], sessions.at(-1)];
  if (!first || !last) return '本阶段没有走流程记录。';
  const people = countPeople(sources);
  const items = new Set(sessions.map(({ item }) => item.name)).size;
  const done = problems.filter(({ point }) => point.rectification?.done).length;
  const byHand = sessions.filter(isByHand).length;
  const practised = sources.filter(({ practice }) => practice).length;
  const among = [byHand > 0 && `人工补记${byHand}次`, practised > 0 && `演练${practised}次`].filter(Boolean);
  const needs = problems.filter(({ point }) => point.need.trim()).length;
  const aims = countAims(sessions.flatMap((session) => session.aims ?? []));
  const aimed = aims.open + aims.found + aims['not-found'];
  return (
    `${about.phase ? `${about.phase}，` : ''}${about.unit}共开展“我陪群众走流程”${sessions.length}次` +
    `（${dayOf(first.startedAt)}至${dayOf(last.startedAt)}${among.length ? `，其中${among.join('、')}` : ''}），涉及事项${items}项、走流程人员${people}人；` +
    `发现问题${problems.length}个，提出需求${needs}条，已整改${done}个` +
    `${aimed ? `；走前瞄准${aimed}条，发现${aims.found}条` : ''}。`
  );
}

/** What has become of the problems, in one sentence. */
export function rectified(problems: Problem[], today: string): string {
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

/** 分方式统计: a row for each mode, and all of them. */
export function modeTable(sources: readonly FormSource[], heading: string | undefined): FormTable {
  return {
    what: 'table',
    sheet: '分方式统计',
    heading,
    columns: [
      { title: '走流程方式', width: 20, align: 'center' },
      ...['走流程次数', '事项数', '人员数', '发现问题数', '已整改数'].map(
        (title) => ({ title, width: 13, align: 'center', number: true }) as const,
      ),
    ],
    rows: rowsByMode(sources),
  };
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
      String(countPeople(group)),
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

/** How many problems there are of each label, the most first. */
export function counted(problems: Problem[], labelOf: (problem: Problem) => string) {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(labelOf(problem), (counts.get(labelOf(problem)) ?? 0) + 1);
  return mostFirst([...counts].map(([label, value]) => ({ label, value })));
}

/** How many problems bear on each dimension, the most first; a problem counts under each of its dimensions, once. */
export function countedDimensions(problems: Problem[]) {
  const counts = new Map<string, { item: NamedItem; value: number }>();
  for (const problem of problems) {
    const items = [problem, ...problem.also.filter(({ of }) => of)];
    for (const [id, item] of new Map(items.map((each) => [each.of?.id ?? '', each] as const))) {
      const before = counts.get(id);
      counts.set(id, { item: before?.item ?? item, value: (before?.value ?? 0) + 1 });
    }
  }
  const all = [...counts.values()];
  const items = all.map(({ item }) => item);
  return mostFirst(all.map(({ item, value }) => ({ label: dimensionLabel(item, items), value })));
}

const mostFirst = (bars: { label: string; value: number }[]) => bars.sort((a, b) => b.value - a.value);

/** What the programme calls it; where others are called the same, with what it asks, or else with its checklist. */
function dimensionLabel({ dimension, of }: NamedItem, all: readonly NamedItem[]): string {
  if (!of) return '维度名称未知';
  const same = all.filter((each) => each.of && each.dimension === dimension);
  if (same.length === 1) return dimension;
  const asked = same.map((each) => each.of?.question).filter(Boolean);
  return `${dimension}（${new Set(asked).size === same.length ? of.question : of.checklist}）`;
}
