import { GuideKey } from './guide-page.ts';
import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

export const guideRules = [
  'blank-field',
  'absent-core',
  'visits-need-reason',
  'no-visit-needs-mail',
  'fully-online-zero-visits',
  'promise-beyond-legal',
  'fee-without-standard',
  'booking-without-address',
  'guides-differ',
  'single-sign-on',
  'sent-away',
  'undeclared-material',
  'shareable-demanded',
] as const;
export const GuideRule = z.enum(guideRules);
export type GuideRule = z.infer<typeof GuideRule>;

/** What a rule says about a guide: an element is missing, it contradicts itself, or the walk met something else. */
export const guideFindingKinds = ['missing', 'inconsistent', 'mismatch', 'shareable'] as const;

/** 指南核对结果: one thing a guide page declares that is not so, or does not declare. */
export const GuideFinding = z.object({
  rule: GuideRule,
  kind: z.enum(guideFindingKinds),
  key: GuideKey,
  /** The field's label on the page, or what it should be called. */
  label: ShortText,
  declared: ShortText,
  /** What the walk met; empty where the guide alone says enough. */
  observed: ShortText,
  /** False: worth a look, but reading the page may have missed it. */
  sure: z.boolean(),
  at: Moment,
  tab: z.number().int(),
  /** Rows of the report it rests on, the guide page first. */
  refs: z.array(Id),
});
export type GuideFinding = z.infer<typeof GuideFinding>;
