import type { Rectify, ReviewEdits } from '../../components/session-review/review-source.ts';
import { isEmptyRectification } from '../../lib/model/rectification.ts';
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

/** What the liaison sets down: in a session walked here beside its pain point, for one from a file in a table apart. */
export function rectifyOf({ id: sessionId }: SessionReport, own: boolean): Rectify {
  return async (painPoint, rectification) => {
    if (!own) return store.rectifications.keep(sessionId, painPoint.id, rectification);
    const kept = isEmptyRectification(rectification) ? undefined : rectification;
    await store.db.painPoints.put({ ...painPoint, rectification: kept, sessionId });
  };
}
