import { Id, LongText, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** What a guide page declares, by what it means; the labels differ from portal to portal. */
export const guideKeys = [
  'item-name',
  'plain-name',
  'item-kind',
  'case-kind',
  'promised-limit',
  'legal-limit',
  'visits',
  'visit-reason',
  'pledge',
  'agency',
  'base-code',
  'item-code',
  'handling-code',
  'ways',
  'depth',
  'partners',
  'level',
  'authority',
  'scope',
  'in-hall',
  'booking',
  'booking-address',
  'delivery',
  'online',
  'online-address',
  'system',
  'single-sign-on',
  'audience',
  'conditions',
  'materials',
  'fee',
  'fee-standard',
  'place',
  'hours',
  'contact',
  'complaint',
  'basis',
  'flow',
  'other',
] as const;
export const GuideKey = z.enum(guideKeys);
export type GuideKey = z.infer<typeof GuideKey>;

/** One declared field: `label` as the page has it; `value` is empty where the page leaves it so. */
export const GuideField = z.object({ key: GuideKey, label: ShortText, value: LongText.default('') });
export type GuideField = z.infer<typeof GuideField>;

/** One line of 申请材料. */
export const GuideMaterial = z.object({
  name: ShortText.min(1),
  /** Null where the page does not say. */
  required: z.boolean().nullable().default(null),
  /** The page says that an electronic licence is linked, or that it need not be handed in. */
  shared: z.boolean().default(false),
  /** Original, copy, scan …, in the page's words. */
  form: ShortText.default(''),
});
export type GuideMaterial = z.infer<typeof GuideMaterial>;

/**
 * 办事指南页: what a guide page declares about an item, as it stood there when the walker came. Service text, redacted
 * like everything else.
 */
export const GuidePage = z.object({
  id: Id,
  at: Moment,
  stream: Id.optional(),
  tab: z.number().int(),
  frame: z.number().int(),
  /** Redacted address of the frame. */
  url: z.string().max(8000).default(''),
  title: ShortText.default(''),
  fields: z.array(GuideField).max(120).default([]),
  materials: z.array(GuideMaterial).max(200).default([]),
  /** True when the page has a list of materials, be it empty. */
  listsMaterials: z.boolean().default(false),
  /** The stages of 办理流程, in order. */
  flow: z.array(ShortText).max(60).default([]),
});
export type GuidePage = z.infer<typeof GuidePage>;

/** The first value declared under a key; undefined when the page does not have it, '' when it leaves it empty. */
export function declaredValue(page: GuidePage, key: GuideKey): string | undefined {
  const fields = page.fields.filter((field) => field.key === key);
  return (fields.find((field) => field.value !== '') ?? fields[0])?.value;
}
