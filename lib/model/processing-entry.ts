import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** What can be done with a session's data (GB/T 35273-2020 11.3, 个人信息处理活动记录). */
export const processingKinds = [
  'begun',
  'finished',
  'consent-recorded',
  'consent-withdrawn',
  'policy-applied',
  'viewed',
  'exported',
  'handed-in',
  'received',
  'masked-by-hand',
  'cut',
  'purged',
] as const;
export const ProcessingKind = z.enum(processingKinds);
export type ProcessingKind = z.infer<typeof ProcessingKind>;

/**
 * One line of the processing log. `detail` is a code or a figure (`zyb`, `weihai-2023@1.2.0`, `rows=812 residue=0`),
 * never a sentence: no personal value fits in.
 */
export const ProcessingEntry = z.object({
  id: Id,
  at: Moment,
  kind: ProcessingKind,
  sessionId: Id.optional(),
  /** Who worked at this browser, as far as the settings know. */
  by: z.object({ unit: ShortText, name: ShortText }),
  detail: z
    .string()
    .max(120)
    .regex(/^[\x20-\x7e]*$/, 'codes and figures only')
    .refine((text) => !/\d{7}/.test(text), 'no long numbers')
    .default(''),
});
export type ProcessingEntry = z.infer<typeof ProcessingEntry>;

/** What whoever did something says; moment and person are filled in. */
export type ProcessingWord = Pick<ProcessingEntry, 'kind'> &
  Partial<Pick<ProcessingEntry, 'sessionId' | 'detail'>>;
