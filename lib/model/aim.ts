import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** More than these nobody looks for on one walk. */
export const mostAims = 50;

/** Where an aim comes from: the walker's own line, a checklist, the pack's "before", an open problem of an earlier walk. */
export const aimSources = ['own', 'check-item', 'programme', 'earlier'] as const;
/** `open`: not looked at. */
export const aimStates = ['open', 'found', 'not-found'] as const;
export const AimState = z.enum(aimStates);
export type AimState = z.infer<typeof AimState>;

/** 走前瞄准: what the walker set out to look for, and what came of it. Stated, never measured. */
export const Aim = z.object({
  id: Id,
  text: ShortText.min(1),
  from: z.enum(aimSources).default('own'),
  dimensionId: Id.optional(),
  checkItemId: Id.optional(),
  /** The open problem of an earlier walk that it repeats. */
  earlier: z.object({ sessionId: Id, painPointId: Id }).optional(),
  state: AimState.default('open'),
  judgedAt: Moment.optional(),
  /** Pain points in which it was found; one that was deleted meanwhile may still be named. */
  painPointIds: z.array(Id).max(100).default([]),
});
export type Aim = z.infer<typeof Aim>;

/** What is asked for when an aim is taken up, before or during a walk. */
export const AimRequest = Aim.pick({
  text: true,
  from: true,
  dimensionId: true,
  checkItemId: true,
  earlier: true,
});
export type AimRequest = z.infer<typeof AimRequest>;

/** What somebody says about an aim; with `painPointId` it was found in that. */
export type AimVerdict = { id: string; state: AimState; painPointId?: string | undefined };

/** The same thing to look for: one check item, or one text. */
export const isSameAim = (a: AimRequest, b: AimRequest): boolean =>
  a.checkItemId && b.checkItemId && a.from !== 'earlier' && b.from !== 'earlier'
    ? a.checkItemId === b.checkItemId
    : a.text.trim() === b.text.trim();

/** Aims with what was said about one of them. Only what was found rests on pain points. */
export function judgeAim(aims: readonly Aim[], { id, state, painPointId }: AimVerdict, at: number): Aim[] {
  return aims.map((aim) => {
    if (aim.id !== id) return aim;
    const { judgedAt: _before, ...rest } = aim;
    if (state === 'open') return { ...rest, state, painPointIds: [] };
    const known = state === 'found' ? aim.painPointIds : [];
    const linked = state === 'found' && painPointId ? [...new Set([...known, painPointId])] : known;
    return { ...rest, state, judgedAt: at, painPointIds: linked };
  });
}

/** Aims after a pain point was taken back: what rested on it alone is open again. */
export function unlinkPainPoint(aims: readonly Aim[], painPointId: string): Aim[] {
  return aims.map((aim) => {
    if (!aim.painPointIds.includes(painPointId)) return aim;
    const painPointIds = aim.painPointIds.filter((each) => each !== painPointId);
    const { judgedAt, ...rest } = aim;
    return painPointIds.length === 0
      ? { ...rest, state: 'open', painPointIds }
      : { ...rest, ...(judgedAt === undefined ? {} : { judgedAt }), painPointIds };
  });
}

/** How many were found, were not, and were not looked at. */
export function countAims(aims: readonly Aim[]): Record<AimState, number> {
  const counts = { open: 0, found: 0, 'not-found': 0 };
  for (const { state } of aims) counts[state] += 1;
  return counts;
}
