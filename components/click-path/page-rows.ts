import type { PathEntry, PathGroup } from '../../lib/model/click-path.ts';

/** So many entries are drawn at once; a longer list is paged. */
export const entriesPerPage = 500;

export type PathPage = { groups: PathGroup[]; from: number; to: number };

/** The groups with the entries a filter leaves; while filtering, groups without any are left out. */
export function filterGroups(groups: readonly PathGroup[], onlyProblems: boolean): PathGroup[] {
  if (!onlyProblems) return [...groups];
  return groups
    .map(({ step, entries }) => ({ step, entries: entries.filter((entry) => entry.problem) }))
    .filter(({ entries }) => entries.length > 0);
}

/** Groups cut into pages of at most `most` entries; a group goes on under its heading on the next page. */
export function pageGroups(groups: readonly PathGroup[], most = entriesPerPage): PathPage[] {
  const pages: PathPage[] = [];
  let page: PathPage = { groups: [], from: 0, to: 0 };
  for (const { step, entries } of groups) {
    let rest: readonly PathEntry[] = entries;
    do {
      if (page.to - page.from >= most) {
        pages.push(page);
        page = { groups: [], from: page.to, to: page.to };
      }
      const now = rest.slice(0, most - (page.to - page.from));
      page.groups.push({ step, entries: now });
      page.to += now.length;
      rest = rest.slice(now.length);
    } while (rest.length > 0);
  }
  if (page.groups.length > 0) pages.push(page);
  return pages;
}
