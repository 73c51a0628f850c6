import { Id, ShortText } from './primitives.ts';
import { SignalCode, SignalUnit } from './signal.ts';
import { z } from './zod.ts';

/** The figures and words of the one sentence that says why; the sentence itself is `suggest.reason.<code>`. */
export const SuggestionReason = z.object({
  code: SignalCode,
  /** What it is about, redacted: a label, a message, an address. */
  subject: ShortText.default(''),
  /** How often it was met. */
  count: z.number().int().nonnegative(),
  value: z.number().nonnegative(),
  unit: SignalUnit,
  threshold: z.number().nonnegative().nullable(),
});
export type SuggestionReason = z.infer<typeof SuggestionReason>;

/** What was measured, as it goes with a pain point that came from a suggestion; apart from what a person states. */
export const MeasuredFact = z.object({
  suggestionId: Id,
  reason: SuggestionReason,
  /** The sentence as the walker read it, in the language of their screens; the forms word the reason anew. */
  sentence: ShortText,
  /** Other signals of the same defect. */
  also: z.array(SignalCode).max(20).default([]),
});
export type MeasuredFact = z.infer<typeof MeasuredFact>;
