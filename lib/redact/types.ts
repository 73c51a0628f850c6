import type { Learner } from './learned-values.ts';

/** Half-open stretch of a text, in UTF-16 units. */
export type Span = { start: number; end: number };

/** A stretch that would be masked; `replacement` overrides the tag of the kind. */
export type SensitiveRange = Span & { kind: string; replacement?: string };

/** How many values of each kind were masked. */
export type Found = Record<string, number>;

/**
 * One way to recognise one kind of personal data.
 * `find` gets the normalised text (same positions as the original), the original, and the memory of the document.
 * A rule that `protects` marks text no later rule may touch.
 */
export type Rule = {
  /** File name of the rule; policies and tests speak of it. */
  name: string;
  kind: string;
  protects?: true;
  /** Looks into texts without digits, marks or greetings too. */
  unprompted?: true;
  /** Also looks into identifiers: ids, classes, names of fields. */
  inNames?: true;
  /** Of a policy: what protects service text does not hold it back. It takes only what the floor has left. */
  optional?: true;
  /** Cheap tests before the search: one of these signs is in every text with a match. */
  needs?: number;
  /** The fewest digits a text with a match can have. */
  needsDigits?: number;
  /** The fewest digits of one number, however it is parted. */
  needsRun?: number;
  find: (
    normal: string,
    original: string,
    memory?: Learner,
  ) => (Span & { replacement?: string; kind?: string })[];
};
