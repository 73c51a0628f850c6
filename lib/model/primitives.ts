import { z } from './zod.ts';

/** An absolute moment: milliseconds since 1970-01-01T00:00Z, from the recording browser's clock. */
export const Moment = z.number().finite().nonnegative();
export type Moment = number;

/** A length of time in milliseconds, from a monotonic clock where one exists. */
export const Duration = z.number().finite().nonnegative();
export type Duration = number;

/** Lower-case hexadecimal SHA-256 of an object's bytes: the object's name. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits');
export type Sha256 = string;

/** An identifier made by us: letters, digits, `-`, `_`, `.`; 1 to 80 characters; never a path. */
export const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,79}$/, 'expected letters, digits, - _ .');
export type Id = string;

/** A short text shown to people. */
export const ShortText = z.string().max(300);
/** A free text written by a person or taken from a page. */
export const LongText = z.string().max(8000);
