import type { ReviewEdits } from '../../components/session-review/review-source.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { redactText } from '../../lib/redact/index.ts';
import { stepEdits, store } from './local.ts';

/** What the walker may still correct in a session walked here. */
export function editsOf({ id: sessionId }: SessionReport): ReviewEdits {
  return {
    renameStep: (stepId, change) => stepEdits.rename(stepId, change),
    moveBoundary: (stepId, from) => stepEdits.moveBoundary(stepId, from),
    mergeStep: (stepId) => stepEdits.merge(stepId),
    splitStep: (at) => stepEdits.split(sessionId, at),
    savePainPoint: async (painPoint) => {
      await store.db.painPoints.put({ ...painPoint, sessionId });
    },
    looksPersonal: (words) => Object.keys(redactText(words).found),
    deletePainPoint: (painPointId) => store.db.painPoints.delete(painPointId),
  };
}
