import { findRanges } from './find-ranges.ts';
import { count } from './found.ts';
import { forgetClean, isStillClean, type Learner, learn } from './learned-values.ts';
import { replaceRanges } from './replace-ranges.ts';
import type { SessionDigests } from './session-digests.ts';
import { isOff, settingFor } from './setting.ts';
import { TYPED } from './typed-reach.ts';
import type { Found, SensitiveRange } from './types.ts';

/** One mask may uncover the next ("label: tag"); three rounds settle everything seen. */
const MOST_ROUNDS = 4;
/** How long and how many texts are remembered to be clean. */
const LONGEST_KEPT_CLEAN = 160;
const MOST_KEPT_CLEAN = 4000;
/** The same of what a page says: its first texts are its own. */
const LONGEST_SAID = 80;
const MOST_SAID = 3000;

/**
 * Where personal data stands in a text, with positions in that text: for rectangles over screenshots. With the
 * `memory` of the document, also the values it has learned; values told here by a label are learned for later.
 */
export function sensitiveRanges(text: string, memory?: Learner): SensitiveRange[] {
  const whole = memory?.wholes && (memory.wholes.find(text) ?? findTypedWhole(text, memory.digests));
  if (whole && !isOff('learned-value', memory)) return [whole];
  const learned = memory && text.length <= LONGEST_KEPT_CLEAN ? memory.learned : undefined;
  if (memory?.digests && memory.learned.digestsSeen !== memory.digests.size) {
    forgetClean(memory.learned);
    memory.learned.digestsSeen = memory.digests.size;
  }
  if (learned && isStillClean(learned, text)) return [];
  const ranges = findRanges(text, settingFor(memory).textRules, memory);
  if (learned && ranges.length === 0) {
    if (learned.clean.size >= MOST_KEPT_CLEAN) forgetClean(learned);
    learned.clean.set(text, learned.version);
    if (text.length <= LONGEST_SAID && learned.said.size < MOST_SAID) learned.said.add(text);
  }
  if (memory) {
    for (const { start, end, kind } of ranges) learn(memory, kind, text.slice(start, end));
  }
  return ranges;
}

/** All of a text, but for the blanks around it, if somebody typed that in another document of the session. */
function findTypedWhole(text: string, digests: SessionDigests | undefined): SensitiveRange | undefined {
  if (digests?.kindOfWhole(text) !== TYPED) return undefined;
  const end = text.trimEnd().length;
  return { start: end - text.trim().length, end, kind: TYPED };
}

/** What a scan before export would still mask, and where. Our own tags are none of it. */
export function scan(text: string, memory?: Learner): { kind: string; start: number; end: number }[] {
  return sensitiveRanges(text, memory).map(({ kind, start, end }) => ({ kind, start, end }));
}

/**
 * The text with personal data replaced by typed tags such as `〔手机〕`, and how many of each kind. Service text
 * (codes, dates, fees, time limits, hotlines) stays as it is. Applying it twice changes nothing more. `memory` as in
 * `sensitiveRanges`.
 */
export function redactText(text: string, memory?: Learner): { text: string; found: Found } {
  const found: Found = {};
  let current = text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const ranges = sensitiveRanges(current, memory);
    if (ranges.length === 0) break;
    for (const { kind } of ranges) count(found, kind);
    current = replaceRanges(current, ranges, memory?.tagKey);
  }
  return { text: current, found };
}
