import { ShortText } from './primitives.ts';
import { Walker } from './walker.ts';
import { z } from './zod.ts';

/** Somebody named for a list before they have walked, set down by the liaison: an official, or an experience officer. */
export const FormPerson = Walker.extend({ as: z.enum(['official', 'officer']), name: ShortText.min(1) });
export type FormPerson = z.infer<typeof FormPerson>;
