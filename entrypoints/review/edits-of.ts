import type { ReviewEdits } from '../../components/session-review/review-source.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { stepEdits, store } from './local.ts';

/** What the walker may still correct in a session walked here. */
export function editsOf({ id: sessionId }: SessionReport): ReviewEdits {
  return {
    renameStep: (stepId, change) => stepEdits.rename(stepId, change),
    moveBoundary: (stepId, from) => stepEdits.moveBoundary(stepId, from),
    mergeStep: (stepId) => stepEdits.merge(stepId),
    splitStep: (at) => stepEdits.split(sessionId, at),
    savePainPoint: async (painPoint) => {
      const { measured, id: painPointId } = painPoint;
      const known =
        measured && (await store.decisions.of(sessionId)).some((each) => each.painPointId === painPointId);
      if (!measured || known) {
        await store.db.painPoints.put({ ...painPoint, sessionId });
        return;
      }
      // Deleted and brought back: so is the decision that made it.
      const { suggestionId, reason } = measured;
      const verdict = painPoint.note ? 'edited' : 'accepted';
      const decision = { id: suggestionId, at: Date.now(), code: reason.code, verdict, painPointId } as const;
      await store.decisions.decide(sessionId, decision, painPoint);
    },
    deletePainPoint: async (painPointId) => {
      // A suggestion whose pain point goes is open again.
      const [decision] = (await store.decisions.of(sessionId)).filter(
        (each) => each.painPointId === painPointId,
      );
      if (decision) await store.decisions.undecide(sessionId, decision.id);
      else await store.db.painPoints.delete(painPointId);
    },
    decide: (decision, painPoint) => store.decisions.decide(sessionId, decision, painPoint),
    undecide: (suggestionId) => store.decisions.undecide(sessionId, suggestionId),
    saveTargets: async (targets) => {
      await store.db.sessions.update(sessionId, { targets });
    },
  };
}
