import { ListedValues } from './catalogue.ts';
import { ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** 事项: what is walked. The code (31/33 characters, or a local one) is never demanded. */
export const ServiceItem = z.object({
  name: ShortText.min(1),
  code: ShortText.optional(),
  /** 一件事, 跨域办: absent where nobody said which, never false for that. */
  oneThing: z.boolean().optional(),
  crossRegion: z.boolean().optional(),
  /** What the catalogue declared of it when the walk began; the guide page goes before it. */
  listed: ListedValues.optional(),
});
export type ServiceItem = z.infer<typeof ServiceItem>;

/** What documents tell apart about an item, in the order in which lists print it. */
export const itemMarks = ['oneThing', 'crossRegion'] as const;
export type ItemMarks = { [mark in (typeof itemMarks)[number]]?: boolean | undefined };

/** The marks alone, as far as anything is said: of each the first source that says it counts. */
export function marksOf(...sources: readonly (ItemMarks | undefined)[]): ItemMarks {
  return Object.fromEntries(
    itemMarks.flatMap((mark) => {
      const said = sources.find((source) => source?.[mark] !== undefined)?.[mark];
      return said === undefined ? [] : [[mark, said]];
    }),
  );
}
