import type { CatalogueItem } from './catalogue.ts';
import { normaliseCode } from './item-code.ts';

/** Gives the items that have every word of a query in name, code or department; the nearest to the name first. */
export type ItemSearch = (query: string, atMost: number) => CatalogueItem[];

/** Prepares a search once; each query then is one pass over the prepared texts, quick for tens of thousands. */
export function createItemSearch(items: readonly CatalogueItem[]): ItemSearch {
  const prepared = items.map((item) => ({
    item,
    name: plain(item.name),
    rest: ` ${plain(item.department)} ${[item.code ?? '', ...item.otherCodes].map(normaliseCode).join(' ').toLowerCase()}`,
  }));
  return (query, atMost) => {
    const words = query.split(/\s+/).map(plain).filter(Boolean);
    if (words.length === 0) return prepared.slice(0, atMost).map(({ item }) => item);
    const found: { item: CatalogueItem; rank: number }[] = [];
    for (const { item, name, rest } of prepared) {
      let rank = 0;
      let all = true;
      for (const word of words) {
        const at = name.indexOf(word);
        if (at >= 0) rank += at;
        else if (rest.includes(word)) rank += 1000;
        else {
          all = false;
          break;
        }
      }
      // Of two names that begin alike the shorter one is nearer to what was typed.
      if (all) found.push({ item, rank: rank * 1000 + name.length });
    }
    return found
      .sort((a, b) => a.rank - b.rank)
      .slice(0, atMost)
      .map(({ item }) => item);
  };
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[\s“”"'‘’《》〔〕（）()、，,·\-—]/g, '');
