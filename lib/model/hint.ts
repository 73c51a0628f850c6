import type { SignalEvidence } from './signal.ts';

/** What may point to a walk made for show. Never a verdict: each has innocent reasons, which its text names. */
export const hintKinds = [
  'fast-reading',
  'values-at-once',
  'no-hesitation',
  'same-as-before',
  'test-host',
  'skipped-to-form',
  'much-unrecorded',
  'long-away',
  'very-short',
] as const;
export type HintKind = (typeof hintKinds)[number];

/** 走查质量提示: worded as a hint, with what it rests on. `figures` go into the sentence `hints.<kind>.text`. */
export type Hint = { kind: HintKind; figures: (string | number)[]; evidence: SignalEvidence[] };
