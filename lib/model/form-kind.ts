import { z } from './zod.ts';

/** The official forms there are: what a deliverable asks for and what the forms dialog makes, under one name each. */
export const formKinds = [
  'three-lists',
  'leaders',
  'staff-list',
  'problem-list',
  'walked-items',
  'officer-registration',
  'recommendation',
  'self-recommendation',
  'participation',
  'phase-summary',
  'work-report',
  'session-report',
] as const;
export const FormKind = z.enum(formKinds);
export type FormKind = z.infer<typeof FormKind>;
