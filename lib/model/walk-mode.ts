import { z } from './zod.ts';

/** 走流程方式: in person, accompanied, self-check, experience officer, cross-region, supervising, following, other. */
export const walkModes = [
  'self',
  'accompany',
  'selfcheck',
  'experience',
  'crossRegion',
  'supervise',
  'track',
  'other',
] as const;
export const WalkMode = z.enum(walkModes);
export type WalkMode = z.infer<typeof WalkMode>;

/** 视角: as whom the walker walks, apart from the post the walker really holds. */
export const perspectives = ['citizen', 'enterprise', 'helper', 'handler', 'supervisor', 'enforcer'] as const;
export const Perspective = z.enum(perspectives);
export type Perspective = z.infer<typeof Perspective>;
