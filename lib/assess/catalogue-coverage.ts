import type { CatalogueItem } from '../model/catalogue.ts';
import { type ChannelKind, channelKindIn } from '../model/channel.ts';
import { codesMeet, parseItemCode } from '../model/item-code.ts';
import { isByHand, type Session } from '../model/session.ts';
import type { WalkMode } from '../model/walk-mode.ts';

/** A walk as coverage sees it; `practice`: on the practice portal, which counts for nothing. */
export type CoverageWalk = Pick<
  Session,
  'id' | 'item' | 'mode' | 'channel' | 'channelKind' | 'entry' | 'startedAt'
> & {
  practice: boolean;
};

/** How an item was walked; `by: 'name'` where no code told it from others of its name, `byHand` where nothing was recorded. */
export type CoverageHit = {
  sessionId: string;
  mode: WalkMode;
  channel: ChannelKind;
  startedAt: number;
  by: 'code' | 'name';
  byHand: boolean;
};
export type CoveredItem = { item: CatalogueItem; walks: CoverageHit[] };

export type CatalogueCoverage = {
  items: CoveredItem[];
  walked: number;
  /** Items walked in this mode, by this channel: an item counts once however often it was walked. */
  byMode: Partial<Record<WalkMode, number>>;
  byChannel: Partial<Record<ChannelKind, number>>;
  /** Of the items marked so, how many were walked. */
  marked: Record<'oneThing' | 'crossRegion' | 'highFrequency', { items: number; walked: number }>;
  /** Walks of items that the catalogue does not have. */
  elsewhere: CoverageWalk[];
  practice: number;
};

/** Which items of a catalogue have been walked, by mode and channel, and which have not. */
export function coverCatalogue(
  items: readonly CatalogueItem[],
  walks: readonly CoverageWalk[],
): CatalogueCoverage {
  const find = createFinder(items);
  const covered = items.map((item): CoveredItem => ({ item, walks: [] }));
  const elsewhere: CoverageWalk[] = [];
  const real = walks.filter((walk) => !walk.practice);
  for (const walk of real) {
    const { at, by } = find(walk.item);
    if (at.length === 0) elsewhere.push(walk);
    for (const each of at) {
      covered[each]?.walks.push({
        sessionId: walk.id,
        mode: walk.mode,
        channel: channelKindIn(walk),
        startedAt: walk.startedAt,
        by,
        byHand: isByHand(walk),
      });
    }
  }
  const coverage: CatalogueCoverage = {
    items: covered,
    walked: covered.filter((each) => each.walks.length > 0).length,
    byMode: {},
    byChannel: {},
    marked: { oneThing: none(), crossRegion: none(), highFrequency: none() },
    elsewhere,
    practice: walks.length - real.length,
  };
  for (const { item, walks: hits } of covered) {
    for (const mode of new Set(hits.map((hit) => hit.mode)))
      coverage.byMode[mode] = (coverage.byMode[mode] ?? 0) + 1;
    for (const kind of new Set(hits.map((hit) => hit.channel)))
      coverage.byChannel[kind] = (coverage.byChannel[kind] ?? 0) + 1;
    for (const [mark, count] of Object.entries(coverage.marked)) {
      if (item[mark as keyof typeof coverage.marked] !== true) continue;
      count.items += 1;
      if (hits.length > 0) count.walked += 1;
    }
  }
  return coverage;
}

const none = () => ({ items: 0, walked: 0 });

/** Finds by code where both have one, a code of one authority before the base code; else by the name. */
function createFinder(items: readonly CatalogueItem[]) {
  const byBase = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  const put = (map: Map<string, number[]>, key: string, at: number) => {
    const list = map.get(key);
    if (list) list.push(at);
    else map.set(key, [at]);
  };
  for (const [at, item] of items.entries()) {
    put(byName, plainName(item.name), at);
    for (const key of new Set(codesOf(item).map(keyOf))) put(byBase, key, at);
  }
  return (walked: { name: string; code?: string | undefined }): { at: number[]; by: 'code' | 'name' } => {
    if (walked.code) {
      const { code } = walked;
      const met = (byBase.get(keyOf(code)) ?? []).filter((each) => meets(items[each], code));
      const certain = isBase(code) ? [] : met.filter((each) => meets(items[each], code, isBase));
      // What has a code of one authority, and another one than the walk's, is another authority's item.
      const possible = isBase(code) ? met : met.filter((each) => !codesOf(items[each]).some(namesAuthority));
      const near = certain.length > 0 ? certain : possible;
      const same = near.filter((at) => items[at]?.code === code);
      // One base code stands for the items of many authorities: which of them was walked is then told by the name.
      const alike =
        near.length > 1
          ? near.filter((at) => plainName(items[at]?.name ?? '') === plainName(walked.name))
          : near;
      const at = same.length > 0 ? same : alike;
      if (at.length > 0) return { at, by: at.length > 1 && certain.length === 0 ? 'name' : 'code' };
    }
    const named = byName.get(plainName(walked.name)) ?? [];
    // Where the code says another item, the same name is another authority's item.
    const at = walked.code ? named.filter((each) => codesOf(items[each]).length === 0) : named;
    return { at, by: 'name' };
  };
}

const codesOf = (item: CatalogueItem | undefined) =>
  [item?.code ?? '', ...(item?.otherCodes ?? [])].filter(Boolean);
const meets = (item: CatalogueItem | undefined, code: string, but: (own: string) => boolean = () => false) =>
  codesOf(item).some((own) => !but(own) && codesMeet(own, code));
const isBase = (code: string) => parseItemCode(code).kind === 'base';
const namesAuthority = (code: string) => 'authority' in parseItemCode(code);

/** Codes that can meet have the same key: the base code where one can be read, else the code. */
function keyOf(code: string): string {
  const parsed = parseItemCode(code);
  return parsed.kind === 'other' ? parsed.code.toUpperCase() : parsed.base;
}

const plainName = (name: string) => name.replaceAll(/[\s“”"'‘’《》（）()、，,·]/g, '').toLowerCase();
