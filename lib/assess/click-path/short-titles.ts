/** What portals put between a page's own title and the site's name. */
const between = /\s*[-–—_|｜·]\s*(?=[^-–—_|｜·]+$)/;

/** Titles without the site's name that ends several of them; a title that would become empty is kept whole. */
export function shortTitles(titles: readonly string[]): string[] {
  const ends = new Map<string, Set<string>>();
  const cut = titles.map((title) => {
    const at = between.exec(title);
    if (!at || at.index === 0) return { title, end: '' };
    const end = title.slice(at.index);
    ends.set(end, (ends.get(end) ?? new Set()).add(title));
    return { title, end };
  });
  return cut.map(({ title, end }) =>
    end && (ends.get(end)?.size ?? 0) > 1 ? title.slice(0, title.length - end.length) : title,
  );
}
