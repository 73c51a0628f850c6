import { findCheckItem } from '../../model/checklist.ts';
import type { FormSource } from '../../model/official-form.ts';
import { checkItemsOf, type PainPoint } from '../../model/pain-point.ts';
import { measuredText } from './measured-text.ts';
import { elementKindWords, personaWords } from './words.ts';

/** A check item as people call it; empty, and `of` missing, where its programme is not here. */
export type NamedItem = {
  dimension: string;
  checkItem: string;
  /** Which dimension that is: another programme may call another one the same. */
  of?: { id: string; question: string; checklist: string } | undefined;
};

/** A pain point with the session it was found in and what its check item is called. */
export type Problem = NamedItem & {
  source: FormSource;
  point: PainPoint;
  /** Further check items it bears on. */
  also: readonly NamedItem[];
};

/** What people said hurts (or, as `highlight`, is done well), by session and in order of time. */
export function problemsOf(sources: readonly FormSource[], kind: PainPoint['kind'] = 'pain'): Problem[] {
  return inOrder(sources).flatMap((source) =>
    source.report.painPoints
      .filter((point) => point.kind === kind)
      .sort((a, b) => a.at - b.at)
      .map((point) => problemOf(source, point)),
  );
}

function problemOf(source: FormSource, point: PainPoint): Problem {
  const named = checkItemsOf(point).map(({ checkItemId }): NamedItem => {
    const found = source.programme && findCheckItem(source.programme.checklists, checkItemId);
    return {
      dimension: found?.dimension.name ?? '',
      checkItem: found?.item.text ?? aimed(source, checkItemId),
      of: found && {
        id: found.dimension.id,
        question: found.dimension.question,
        checklist: found.checklist.title,
      },
    };
  });
  const [first = { dimension: '', checkItem: '' }, ...also] = named;
  return { source, point, ...first, also };
}

/** What the walk's own aims call a check item, where its programme is here no more; else empty. */
const aimed = ({ report }: FormSource, checkItemId: string): string =>
  report.session.aims?.find((aim) => aim.from === 'check-item' && aim.checkItemId === checkItemId)?.text ??
  '';

/** What the list prints: the person's own words, what was measured where nothing was written, or what the check item asks where nothing was written. */
export function problemText(problem: Problem): string {
  const { persona } = problem.point;
  return `${bareText(problem)}${persona ? `（涉及人群：${personaWords[persona]}）` : ''}`;
}

function bareText({ source, point, dimension, checkItem, also }: Problem): string {
  if (point.note.trim()) return point.note.trim();
  if (point.measured) return measuredText(point.measured.reason);
  const items = [{ dimension, checkItem }, ...also].filter((each) => each.checkItem);
  if (items.length === 0)
    return `${point.kind === 'highlight' ? '亮点' : '问题'}没有文字说明（${unnamed(source)}）`;
  if (point.kind === 'highlight') return `${items.map((each) => `“${each.checkItem}”`).join('、')}方面做得好`;
  const named = items.map((each) => `“${each.checkItem}”${each.dimension && `（${each.dimension}）`}`);
  return `${named.join('、')}方面存在问题`;
}

/** Dimensions and check items line by line; a dimension that goes on is not said again. */
export function checkItemLines({ source, dimension, checkItem, also }: Problem): string {
  const items = [{ dimension, checkItem }, ...also];
  if (!items.some((each) => each.checkItem)) return unnamed(source);
  return items
    .flatMap((each, n) => [each.dimension === items[n - 1]?.dimension ? '' : each.dimension, each.checkItem])
    .filter(Boolean)
    .join('\n');
}

/** Said for a check item whose programme, or the version of it that has the item, is not here. */
function unnamed({ report }: FormSource): string {
  const { title, version } = report.session.programme;
  return `工作方案“${title}”${version}版不在本机，条目名称未知`;
}

/** What the walker pointed at: “下一步”（按钮）; empty where nothing was. */
export function elementText({ element }: Pick<PainPoint, 'element'>): string {
  if (!element) return '';
  const kind = elementKindWords[element.role] ?? '';
  return element.label ? `“${element.label}”${kind && `（${kind}）`}` : kind || '页面元素';
}

/** Sessions in the order in which they were walked. */
export function inOrder(sources: readonly FormSource[]): FormSource[] {
  return [...sources].sort((a, b) => a.report.session.startedAt - b.report.session.startedAt);
}
