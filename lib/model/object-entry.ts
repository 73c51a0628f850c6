import { Sha256 } from './primitives.ts';
import { z } from './zod.ts';

export const objectTypes = [
  'application/gzip',
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/svg+xml',
  'image/avif',
  'image/x-icon',
  'image/bmp',
  'font/woff2',
  'font/woff',
  'font/ttf',
  'font/otf',
  'text/css',
] as const;

/** One immutable blob that a report names. */
export const ObjectEntry = z.object({
  object: Sha256,
  bytes: z
    .number()
    .int()
    .positive()
    .max(64 * 1024 * 1024),
  type: z.enum(objectTypes),
});
export type ObjectEntry = z.infer<typeof ObjectEntry>;
