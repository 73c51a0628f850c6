import type { Outcome } from '../messages.ts';
import {
  Aim,
  AimRequest,
  AimState,
  type AimVerdict,
  isSameAim,
  judgeAim,
  mostAims,
  unlinkPainPoint,
} from '../model/aim.ts';
import { Rating, type RatingGiven } from '../model/rating.ts';
import type { CurrentWalk } from './current-walk.ts';
import { failed } from './failed.ts';
import { freshId } from './types.ts';

/** Aims as they are asked for, made into aims that nobody looked at yet; the same one twice is one. */
export function makeAims(requests: readonly unknown[]): Aim[] {
  const made: Aim[] = [];
  for (const each of requests.slice(0, mostAims)) {
    const request = AimRequest.safeParse(each).data;
    const text = request?.text.trim();
    if (!request || !text || made.some((other) => isSameAim(other, request))) continue;
    made.push(Aim.parse({ ...request, text, id: freshId() }));
  }
  return made;
}

/** What the walker says of the open walk as a whole: what they look for, what came of it, how content they are. */
export function createAiming({ current, announce }: { current: CurrentWalk; announce(): void }) {
  const changeAims = async (change: (aims: Aim[]) => Aim[]): Promise<Outcome> => {
    if (!(await current.find())) return failed('noSession');
    await current.change(({ aims = [] }) => ({ aims: change(aims) }));
    announce();
    return { ok: true };
  };
  return {
    async addAim(request: AimRequest): Promise<Outcome<{ aimId: string }>> {
      const walk = await current.find();
      if (!walk) return failed('noSession');
      const [aim] = makeAims([request]);
      if (!aim) return failed('bad-input', 'aim');
      const { aims = [] } = walk.session;
      const known = aims.find((each) => isSameAim(each, aim));
      if (known) return { ok: true, aimId: known.id };
      if (aims.length >= mostAims) return failed('too-many-aims', String(mostAims));
      await changeAims((before) => [...before, aim]);
      return { ok: true, aimId: aim.id };
    },
    async judgeAim(verdict: AimVerdict): Promise<Outcome> {
      if (!AimState.safeParse(verdict.state).success) return failed('bad-input', 'state');
      return changeAims((aims) => judgeAim(aims, verdict, Date.now()));
    },
    dropAim: (id: string) => changeAims((aims) => aims.filter((aim) => aim.id !== id)),
    /** A pain point was taken back. */
    async forgetPainPoint(id: string): Promise<void> {
      const walk = await current.find();
      if (walk?.session.aims?.some(({ painPointIds }) => painPointIds.includes(id)))
        await changeAims((aims) => unlinkPainPoint(aims, id));
    },
    async rate(given: RatingGiven | null): Promise<Outcome> {
      if (!(await current.find())) return failed('noSession');
      const rating = given ? Rating.safeParse({ ...given, at: Date.now() }) : undefined;
      if (rating && !rating.success) return failed('bad-input', rating.error.issues[0]?.path.join('.') ?? '');
      await current.change({ rating: rating?.data });
      announce();
      return { ok: true };
    },
  };
}
