import type { Learner } from './learned-values.ts';
import { normalise } from './normalise.ts';
import { isItemCode, itemCode } from './rules/item-code.ts';
import { digitsOf, runOf, sign, signsOf } from './signs.ts';
import type { Rule, SensitiveRange } from './types.ts';

type Taken = SensitiveRange & { protected?: true };

const WORTH_A_LOOK =
  /[0-9@:=０-９＠：＝]|[您你]|欢迎|尊敬的|[早午晚上]好|Hi|Hello|姓名|当前|用户|登录名|[账帐]号|〔/;

const SHORTEST_ITEM = 31;
const LONGEST_ITEM = 45;

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

type Parts = {
  /** They look into texts without digits, marks or greetings too: a policy's, or for what was learned. */
  unprompted: readonly Rule[];
  /** All that may mask in a text which is an item code as a whole: a policy's. */
  besideItem: readonly Rule[];
};

const parts = new WeakMap<readonly Rule[], Parts>();

function partsOf(rules: readonly Rule[]): Parts {
  const known = parts.get(rules);
  if (known) return known;
  const protectsItems = rules.includes(itemCode);
  const made = {
    unprompted: rules.filter((rule) => rule.unprompted),
    besideItem: protectsItems ? rules.filter((rule) => rule.optional) : rules,
  };
  parts.set(rules, made);
  return made;
}

/** True where something was learned, here or elsewhere. */
function knowsSome(memory: Learner | undefined): boolean {
  return memory !== undefined && (memory.learned.kinds.size > 0 || (memory.digests?.size ?? 0) > 0);
}

/** Whether a rule can find anything in a text with these signs. */
function mayFind(rule: Rule, signs: number): boolean {
  if (rule.needs !== undefined && (signs & rule.needs) === 0) return false;
  if (rule.needsDigits !== undefined && digitsOf(signs) < rule.needsDigits) return false;
  return rule.needsRun === undefined || runOf(signs) >= rule.needsRun;
}

function asTaken(rule: Rule, fresh: readonly (Taken | Omit<Taken, 'kind'>)[]): Taken[] {
  return fresh.map((range) => ({ kind: rule.kind, ...range, ...(rule.protects && { protected: true }) }));
}

/** What the rules would mask in a text, left to right, never overlapping. */
export function findRanges(text: string, rules: readonly Rule[], memory?: Learner): SensitiveRange[] {
  if (text.length < 2) return [];
  const { unprompted: own, besideItem } = partsOf(rules);
  if (WORTH_A_LOOK.test(text)) {
    const isItem = text.length >= SHORTEST_ITEM && text.length <= LONGEST_ITEM && isItemCode(text);
    return search(text, isItem ? besideItem : rules, memory);
  }
  // Two of them know what was learned; more are a policy's.
  if (!knowsSome(memory) && !own.some((rule) => rule.optional)) return [];
  return search(text, own, memory);
}

function search(text: string, rules: readonly Rule[], memory: Learner | undefined): SensitiveRange[] {
  const signs = signsOf(text);
  const normal = (signs & sign.odd) === 0 ? text : normalise(text);
  let taken: Taken[] = [];
  let asked = 0;
  for (let at = 0; at < rules.length; at += 1) {
    const rule = rules[at] as Rule;
    // What protects is asked once something was found that it may hold back: in most texts there is nothing.
    if (rule.protects || !mayFind(rule, signs)) continue;
    const fresh = rule.find(normal, text, memory);
    if (fresh.length === 0) continue;
    if (rule.optional) taken = taken.filter((range) => !range.protected);
    else
      for (; asked < at; asked += 1) {
        const other = rules[asked] as Rule;
        if (other.protects && mayFind(other, signs))
          taken = mergeDisjoint(taken, asTaken(other, other.find(normal, text, memory)));
      }
    taken = mergeDisjoint(taken, asTaken(rule, fresh));
  }
  return taken.filter((range) => !range.protected);
}
