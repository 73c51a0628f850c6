import type { Action } from '../../model/action.ts';
import type { SessionReport } from '../../model/report.ts';
import { addressOf } from '../../model/site-profile.ts';
import type { Visit } from '../../model/visit.ts';
import { findLastAt } from '../find-last-at.ts';
import { byTime } from './evidence-of.ts';
import { isAnswer } from './field-key.ts';
import { isLoginPage, pageVisits } from './places.ts';
import type { Return } from './return-moments.ts';
import { lapsesOf } from './session-timeout.ts';

/** A page that was left and loaded anew: when it was left, and when the login lapsed meanwhile, if it did. */
export type Comeback = Return & { leftAt: number; lapsedAt: number | undefined };

/** What is pressed so shortly before the login turns out to have lapsed did not arrive, ms. */
const lapseTellsWithin = 10_000;
/** What takes a form's contents over. */
const handsOver = /提交|保存|暂存|确[定认]|完成|添加|新增|送审|submit|save/i;
/** What asks for one more of the same. */
const oneMore = /添加|新增|再(加|填|办)/;
const formStages: ReadonlySet<string> = new Set(['apply', 'material']);

/**
 * Every loading of a page anew, in its tab, after a login, a lapse of the login or a page without a form lay between.
 * The browser's own going back and reloading, and buttons that lead back, are `findReturns`'.
 */
export function findComebacks(report: SessionReport): Comeback[] {
  const pages = byTab(pageVisits(report));
  const lapses = byTab(lapsesOf(report));
  const hasForm = createFormTest(report, pages);
  const found = [...pages].flatMap(([tab, own]) => {
    const before = new Map<string, number>();
    return own.flatMap((page, n): Comeback[] => {
      const address = addressOf(page.url);
      const last = before.get(address);
      before.set(address, n);
      if (last === undefined || page.kind !== 'document') return [];
      const stood = own[last];
      const between = own.slice(last + 1, n);
      if (!stood) return [];
      const lapse = [...between.filter(isLoginPage), ...(lapses.get(tab) ?? [])]
        .map(({ at }) => at)
        .filter((at) => at > stood.at && at < page.at);
      const lapsedAt = lapse.length ? Math.min(...lapse) : undefined;
      if (lapsedAt === undefined && !between.some((each) => !hasForm(each))) return [];
      const leftAt = Math.min(between[0]?.at ?? page.at, lapsedAt ?? page.at);
      return [{ at: page.at, tab, refs: [page.id], text: page.title, forward: false, leftAt, lapsedAt }];
    });
  });
  return byTime(found);
}

/** Says whether what stood on a page since `from` was taken over before it was come back to, or one more was asked for. */
export function createHandOver(actions: readonly Action[]): (from: number, back: Comeback) => boolean {
  const presses = byTime(actions.filter(({ kind }) => kind === 'click' || kind === 'submit'));
  const takenOver = byTab(presses.filter(({ kind, label }) => kind === 'submit' || handsOver.test(label)));
  const more = byTab(presses.filter(({ kind, label }) => kind === 'click' && oneMore.test(label)));
  const isIn = (rows: readonly Action[] = [], from: number, to: number) =>
    (findLastAt(rows, to, ({ at }) => at)?.at ?? Number.NEGATIVE_INFINITY) >= from;
  return (from, back) => {
    const until = back.lapsedAt === undefined ? back.leftAt : back.lapsedAt - lapseTellsWithin;
    return isIn(takenOver.get(back.tab), from, until) || isIn(more.get(back.tab), from, back.at);
  };
}

function createFormTest(report: SessionReport, pages: ReadonlyMap<number, readonly Visit[]>) {
  const withFields = new Set<string | undefined>();
  for (const field of byTime(report.fields))
    if (isAnswer(field)) withFields.add(findLastAt(pages.get(field.tab) ?? [], field.at, ({ at }) => at)?.id);
  return (page: Visit) => withFields.has(page.id) || formStages.has(page.stage ?? '');
}

function byTab<T extends { tab: number }>(rows: readonly T[]): Map<number, T[]> {
  const tabs = new Map<number, T[]>();
  for (const row of rows) {
    const known = tabs.get(row.tab);
    if (known) known.push(row);
    else tabs.set(row.tab, [row]);
  }
  return tabs;
}
