import { type Aim, type AimVerdict, judgeAim, mostAims } from '../model/aim.ts';
import { Rating, type RatingGiven } from '../model/rating.ts';
import type { ZyDatabase } from './database.ts';

/** What the walker states of a finished walk as a whole, to be amended until it is handed in. */
export function createStated(db: ZyDatabase) {
  const changeAims = (sessionId: string, change: (aims: Aim[]) => Aim[]): Promise<void> =>
    db.transaction('rw', db.sessions, async () => {
      const session = await db.sessions.get(sessionId);
      if (session) await db.sessions.update(sessionId, { aims: change(session.aims ?? []) });
    });
  return {
    /** Null takes it back. Throws where it does not fit the model. */
    async rate(sessionId: string, given: RatingGiven | null): Promise<void> {
      const rating = given ? Rating.parse({ ...given, at: Date.now() }) : undefined;
      await db.sessions.update(sessionId, { rating });
    },
    /** More than a walk can have are not taken up. */
    addAim: (sessionId: string, aim: Aim) =>
      changeAims(sessionId, (aims) => [...aims, aim].slice(0, mostAims)),
    judgeAim: (sessionId: string, verdict: AimVerdict) =>
      changeAims(sessionId, (aims) => judgeAim(aims, verdict, Date.now())),
    dropAim: (sessionId: string, id: string) =>
      changeAims(sessionId, (aims) => aims.filter((aim) => aim.id !== id)),
  };
}
export type Stated = ReturnType<typeof createStated>;
