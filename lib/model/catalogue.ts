import { Id, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** 目录事项: one line of an imported catalogue. What the catalogue does not say is left out, never 0 or false. */
export const CatalogueItem = z.object({
  /** Line of the sheet it came from, from 1. */
  row: z.number().int().positive(),
  name: ShortText.min(1),
  /** The most exact code given: 业务办理项编码, else 实施编码, else another, else 基本编码. */
  code: ShortText.optional(),
  /** Further codes of the same item. */
  otherCodes: z.array(ShortText).default([]),
  department: ShortText.default(''),
  oneThing: z.boolean().optional(),
  crossRegion: z.boolean().optional(),
  highFrequency: z.boolean().optional(),
  guideUrl: z.string().max(500).optional(),
  /** 法定办结时限 and 承诺办结时限 as the catalogue words them, e.g. "20个工作日". */
  legalLimit: ShortText.optional(),
  promisedLimit: ShortText.optional(),
  /** Number of materials. */
  materials: z.number().int().nonnegative().optional(),
  /** 到办事现场次数 */
  trips: z.number().int().nonnegative().optional(),
});
export type CatalogueItem = z.infer<typeof CatalogueItem>;

/** What a catalogue declares of an item that a guide page declares too. */
export const ListedValues = CatalogueItem.pick({
  legalLimit: true,
  promisedLimit: true,
  materials: true,
  trips: true,
});
export type ListedValues = z.infer<typeof ListedValues>;

/** Those of an item, as far as its catalogue has them; undefined where it has none. */
export function listedValues(item: CatalogueItem | undefined): ListedValues | undefined {
  const { legalLimit, promisedLimit, materials, trips } = item ?? {};
  const values = {
    ...(legalLimit ? { legalLimit } : {}),
    ...(promisedLimit ? { promisedLimit } : {}),
    ...(materials === undefined ? {} : { materials }),
    ...(trips === undefined ? {} : { trips }),
  };
  return Object.keys(values).length > 0 ? values : undefined;
}

/** 事项目录: what could be walked. */
export const Catalogue = z.object({
  id: Id,
  name: ShortText.min(1),
  fileName: ShortText.default(''),
  importedAt: z.number(),
  items: z.array(CatalogueItem).max(60_000),
});
export type Catalogue = z.infer<typeof Catalogue>;
