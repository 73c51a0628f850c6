import { computeSignals } from '../../lib/assess/signals/index.ts';
import { suggest } from '../../lib/assess/suggest/suggest.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { RatingGiven } from '../../lib/model/rating.ts';
import type { SuggestionDecision } from '../../lib/model/suggestion.ts';
import { markChanges } from '../../lib/store/mark-changes.ts';
import { readReport, store } from '../review/local.ts';

/** A finished walk's report and what it suggests; undefined when it is gone. */
export async function readSuggestions(id: string, programmes: readonly Programme[]) {
  const found = await readReport(id);
  if (!found) return undefined;
  const { report } = found;
  const programme = programmes.find((each) => each.id === report.session.programme.id);
  const suggestions = suggest(report, computeSignals(report), programme?.checklists ?? []);
  return { report, suggestions, programme };
}

const editsOf = (id: string) => {
  const { decide, undecide } = store.decisions;
  return markChanges(store.deliveries, id, { decide, undecide, rate: store.stated.rate });
};

export const decide = (id: string, decision: SuggestionDecision, painPoint?: PainPoint): Promise<void> =>
  editsOf(id).decide(id, decision, painPoint);

export const undecide = (id: string, suggestionId: string): Promise<void> =>
  editsOf(id).undecide(id, suggestionId);

/** Keeps the walker's word on a finished walk; null takes it back. */
export const rate = (id: string, rating: RatingGiven | null): Promise<void> => editsOf(id).rate(id, rating);
