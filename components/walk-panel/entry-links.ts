import type { CatalogueItem } from '../../lib/model/catalogue.ts';
import type { SuggestedItem } from '../../lib/model/programme.ts';
import { isWebAddress } from '../format/is-web-address.ts';

/** A portal that a programme walks, and where it begins. */
export type SiteEntry = { id: string; name: string; startUrl?: string | undefined };
export type EntryLink = { kind: 'item' | 'guide' | 'site'; name: string; url: string };

/**
 * Pages a walk may begin from: the item's own, its guide by the catalogue; the programme's portals where no page is
 * open. They come from files, so only web addresses are taken.
 */
export function entryLinks(from: {
  suggested: readonly SuggestedItem[];
  named: readonly CatalogueItem[];
  name: string;
  code: string | undefined;
  sites: readonly SiteEntry[];
}): EntryLink[] {
  const { suggested, named, name, code, sites } = from;
  const listed = named.length > 1 ? named.find((each) => code && each.code === code) : named[0];
  const links = [
    { kind: 'item' as const, name, url: suggested.find((each) => each.name === name)?.startUrl },
    { kind: 'guide' as const, name, url: listed?.guideUrl },
    ...sites.map((site) => ({ kind: 'site' as const, name: site.name, url: site.startUrl })),
  ];
  return links.flatMap((link) => (isWebAddress(link.url) ? [{ ...link, url: link.url }] : []));
}
