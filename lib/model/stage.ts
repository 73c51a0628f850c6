import { z } from './zod.ts';

/** 环节: the canonical kind of a step. Every programme's own stage names map onto these. */
export const stages = [
  'find',
  'register',
  'login',
  'verify',
  'consult',
  'appoint',
  'apply',
  'material',
  'accept',
  'progress',
  'result',
  'rate',
  'other',
] as const;
export const Stage = z.enum(stages);
export type Stage = z.infer<typeof Stage>;
