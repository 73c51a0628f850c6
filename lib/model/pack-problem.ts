import type { PackFault } from './check-programme.ts';

/** A fault of a pack's file, at its place in the file (both from 1). */
export type PackProblem = PackFault & { line: number; column: number };
