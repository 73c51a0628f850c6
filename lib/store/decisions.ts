import type { PainPoint } from '../model/pain-point.ts';
import type { SuggestionDecision } from '../model/suggestion.ts';
import type { ZyDatabase } from './database.ts';

/** What was decided about a session's suggestions; a pain point comes and goes with the decision that made it. */
export function createDecisions(db: ZyDatabase) {
  const tables = [db.decisions, db.painPoints];
  return {
    of: (sessionId: string): Promise<SuggestionDecision[]> => db.decisions.where({ sessionId }).toArray(),

    /** Keeps a decision, and with it the pain point that the suggestion became. */
    async decide(sessionId: string, decision: SuggestionDecision, painPoint?: PainPoint): Promise<void> {
      await db.transaction('rw', tables, async () => {
        const before = await db.decisions.get([sessionId, decision.id]);
        if (before?.painPointId && before.painPointId !== painPoint?.id)
          await db.painPoints.delete(before.painPointId);
        if (painPoint) await db.painPoints.put({ ...painPoint, sessionId });
        await db.decisions.put({ ...decision, sessionId });
      });
    },

    /** Takes a decision back; the suggestion is open again. */
    async undecide(sessionId: string, id: string): Promise<void> {
      await db.transaction('rw', tables, async () => {
        const before = await db.decisions.get([sessionId, id]);
        if (before?.painPointId) await db.painPoints.delete(before.painPointId);
        await db.decisions.delete([sessionId, id]);
      });
    },
  };
}
export type Decisions = ReturnType<typeof createDecisions>;
