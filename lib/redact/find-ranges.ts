import type { Learner } from './learned-values.ts';
import { normalise } from './normalise.ts';
import type { Rule, SensitiveRange } from './types.ts';

type Taken = SensitiveRange & { protected?: true };

const WORTH_A_LOOK =
  /[0-9@:=０-９＠：＝]|[您你]|欢迎|尊敬的|[早午晚上]好|Hi|Hello|姓名|当前|用户|登录名|[账帐]号|〔/;
/** No rule asks for more. */
const ENOUGH_DIGITS = 16;

function countDigits(normal: string): number {
  let digits = 0;
  for (let i = 0; i < normal.length && digits < ENOUGH_DIGITS; i += 1) {
    const code = normal.charCodeAt(i);
    if (code >= 48 && code <= 57) digits += 1;
  }
  return digits;
}

/** Adds the new ranges that overlap none of the taken ones; both in the order of the text, in linear time. */
function mergeDisjoint(taken: Taken[], fresh: Taken[]): Taken[] {
  const sorted = [...fresh].sort((a, b) => a.start - b.start);
  const merged: Taken[] = [];
  let next = 0;
  for (const range of sorted) {
    while (next < taken.length && (taken[next]?.start ?? 0) < range.end) merged.push(taken[next++] as Taken);
    const last = merged.at(-1);
    if (!last || last.end <= range.start) merged.push(range);
  }
  return merged.concat(taken.slice(next));
}

const always = new WeakMap<readonly Rule[], boolean>();

/** True when a policy has a rule that looks into every text. */
function asksAlways(rules: readonly Rule[]): boolean {
  const known = always.get(rules);
  if (known !== undefined) return known;
  const asks = rules.some((rule) => rule.unprompted && rule.optional);
  always.set(rules, asks);
  return asks;
}

/** Whether some rule looks into texts without digits, marks or greetings: a policy's, or for what was learned. */
function mayHoldKnown(rules: readonly Rule[], memory: Learner | undefined): boolean {
  if ((memory?.learned.kinds.size ?? 0) > 0 || (memory?.digests?.size ?? 0) > 0) return true;
  return asksAlways(rules);
}

/** What the rules would mask in a text, left to right, never overlapping. */
export function findRanges(text: string, rules: readonly Rule[], memory?: Learner): SensitiveRange[] {
  if (text.length < 2) return [];
  const looks = WORTH_A_LOOK.test(text);
  if (!looks && !mayHoldKnown(rules, memory)) return [];
  let normal: string | undefined;
  let digits = 0;
  let taken: Taken[] = [];
  for (const rule of rules) {
    if (!looks && !rule.unprompted) continue;
    if (normal === undefined) {
      normal = normalise(text);
      digits = countDigits(normal);
    }
    if ((rule.needsDigits ?? 0) > digits) continue;
    const fresh = rule.find(normal, text, memory);
    if (fresh.length === 0) continue;
    const ranges = fresh.map((range) => ({
      kind: rule.kind,
      ...range,
      ...(rule.protects && { protected: true as const }),
    }));
    const against = rule.optional ? taken.filter((range) => !range.protected) : taken;
    taken = mergeDisjoint(against, ranges);
  }
  return taken.filter((range) => !range.protected);
}
