import { SuggestionReason } from './measured-fact.ts';
import { Severity } from './pain-point.ts';
import { Id, Moment } from './primitives.ts';
import { SignalCode, SignalEvidence } from './signal.ts';
import { z } from './zod.ts';

/**
 * 建议: a defect that the signals show, with the check items that name them. Computed from the report, never stored; its
 * id depends on what it is about, so that a decision on it finds it again. Not a pain point until a person says so.
 */
export const Suggestion = z.object({
  id: Id,
  reason: SuggestionReason,
  also: z.array(SignalCode),
  severity: Severity,
  /** Check items of the programme, the fittest first; empty where the programme has none for it. */
  checkItems: z.array(z.object({ id: Id, dimensionId: Id })),
  /** The programme has no item that names the signal: those are of a kindred one. */
  kindred: z.boolean(),
  /** Where it was met, in order of time; the interval is about the first. */
  moments: z.array(SignalEvidence),
  interval: z.object({ from: Moment, to: Moment }),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const verdicts = ['accepted', 'edited', 'dismissed'] as const;

/** What a person decided about a suggestion. Taken back means deleted. */
export const SuggestionDecision = z.object({
  /** The suggestion's. */
  id: Id,
  at: Moment,
  code: SignalCode,
  verdict: z.enum(verdicts),
  /** The pain point it became. */
  painPointId: Id.optional(),
});
export type SuggestionDecision = z.infer<typeof SuggestionDecision>;

/** How a session's suggestions were dealt with; `open` when nobody has decided yet. */
export function countVerdicts(
  suggestions: readonly Pick<Suggestion, 'id'>[],
  decisions: readonly Pick<SuggestionDecision, 'id' | 'verdict'>[],
): Record<'open' | (typeof verdicts)[number], number> {
  const byId = new Map(decisions.map((each) => [each.id, each.verdict]));
  const counts = { open: 0, accepted: 0, edited: 0, dismissed: 0 };
  for (const { id } of suggestions) counts[byId.get(id) ?? 'open'] += 1;
  return counts;
}
