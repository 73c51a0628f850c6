/** Address parameters that turn the pages of one list of results. */
const pageParams =
  /^(?:p|pn|page|pages|pageNo|pageNum|pageNumber|pageIndex|pageSize|page_no|page_num|page_size|curPage|currentPage|start|offset)$/i;

/**
 * Whether the address of this document can be a search of its own: it was asked for, which one that is loaded anew or
 * gone back to was not, and is not another page of the results it was reached from, as far as the site's referrer tells.
 */
export function cameBySearch(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  if (navigation?.type === 'reload' || navigation?.type === 'back_forward') return false;
  return (
    document.referrer === location.href.split('#')[0] ||
    withoutPage(document.referrer) !== withoutPage(location.href)
  );
}

function withoutPage(address: string): string {
  if (!/^https?:/.test(address)) return '';
  const { origin, pathname, searchParams } = new URL(address);
  const kept = [...searchParams].filter(([name]) => !pageParams.test(name));
  return [origin + pathname, ...kept.map((each) => each.join('=')).sort()].join('\n');
}
