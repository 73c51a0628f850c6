import type { Rectify, ReviewEdits } from '../../components/session-review/review-source.ts';
import { isEmptyRectification } from '../../lib/model/rectification.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { redactText } from '../../lib/redact/index.ts';
import { markChanges } from '../../lib/store/mark-changes.ts';
import { stepEdits, store } from './local.ts';

/** What the walker may still correct in a session walked here. */
export function editsOf({ id: sessionId }: SessionReport): ReviewEdits {
  const edits = {
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
    fillBookmark: (bookmarkId, painPoint) =>
      store.db.transaction('rw', store.db.painPoints, store.db.bookmarks, async () => {
        await store.db.painPoints.put({ ...painPoint, sessionId });
        await store.db.bookmarks.update(bookmarkId, { filledAs: painPoint.id });
      }),
    dropBookmark: (bookmarkId) => store.db.bookmarks.delete(bookmarkId),
    putBackBookmark: async (bookmark) => {
      await store.db.bookmarks.put({ ...bookmark, sessionId });
    },
    decide: (decision, painPoint) => store.decisions.decide(sessionId, decision, painPoint),
    undecide: (suggestionId) => store.decisions.undecide(sessionId, suggestionId),
    saveTargets: async (targets) => {
      await store.db.sessions.update(sessionId, { targets });
    },
    addAim: (aim) => store.stated.addAim(sessionId, aim),
    judgeAim: (verdict) => store.stated.judgeAim(sessionId, verdict),
    dropAim: (aimId) => store.stated.dropAim(sessionId, aimId),
    rate: (rating) => store.stated.rate(sessionId, rating),
  } satisfies Omit<ReviewEdits, 'looksPersonal'>;
  return {
    ...markChanges(store.deliveries, sessionId, edits),
    looksPersonal: (words) => Object.keys(redactText(words).found),
  };
}

/** What the liaison sets down: in a session walked here beside its pain point, for one from a file in a table apart. */
export function rectifyOf({ id: sessionId }: SessionReport, own: boolean): Rectify {
  const rectify: Rectify = async (painPoint, rectification) => {
    const kept = isEmptyRectification(rectification) ? undefined : rectification;
    await store.db.painPoints.put({ ...painPoint, rectification: kept, sessionId });
  };
  if (own) return markChanges(store.deliveries, sessionId, { rectify }).rectify;
  return (painPoint, rectification) => store.rectifications.keep(sessionId, painPoint.id, rectification);
}
