import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/**
 * 填写项: something a page asked the walker to fill in, choose or upload, as it first stood there. A form that
 * comes back is met anew. Holds no value.
 */
export const Field = z.object({
  id: Id,
  at: Moment,
  stream: Id,
  tab: z.number().int(),
  frame: z.number().int(),
  /** Redacted. */
  label: ShortText.default(''),
  kind: z.enum(['text', 'choice', 'check', 'date', 'file', 'captcha', 'one-time-code', 'password', 'search']),
  required: z.boolean().default(false),
  /** It held a value before the walker did anything to it. */
  prefilled: z.boolean().default(false),
  /** Shown for information; cannot be changed. */
  readonly: z.boolean().default(false),
  /** Redacted address of the frame. */
  url: z.string().max(8000).default(''),
});
export type Field = z.infer<typeof Field>;
