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
const LATIN = 0x80;

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

/** A rule and what it asks for, in one shape for all: the look over them is done for each text. */
type Asked = { rule: Rule; needs: number; digits: number; run: number; protects: boolean };

function asked(rule: Rule): Asked {
  const { needs = 0, needsDigits = 0, needsRun = 0, protects = false } = rule;
  return { rule, needs, digits: needsDigits, run: needsRun, protects };
}

type Parts = {
  all: readonly Asked[];
  /** They look into texts without digits, marks or greetings too: a policy's, or for what was learned. */
  unprompted: readonly Asked[];
  /** The unprompted ones go by a policy, not by what was learned alone. */
  asksAlways: boolean;
  /** All that may mask in a text which is an item code as a whole: a policy's. */
  besideItem: readonly Asked[];
};

const parts = new WeakMap<readonly Rule[], Parts>();

function partsOf(rules: readonly Rule[]): Parts {
  const known = parts.get(rules);
  if (known) return known;
  const all = rules.map(asked);
  const unprompted = all.filter(({ rule }) => rule.unprompted);
  const asksAlways = unprompted.some(({ rule }) => rule.optional);
  const besideItem = rules.includes(itemCode) ? all.filter(({ rule }) => rule.optional) : all;
  const made = { all, unprompted, asksAlways, besideItem };
  parts.set(rules, made);
  return made;
}

/** True where something was learned, here or elsewhere. */
function knowsSome(memory: Learner | undefined): boolean {
  return memory !== undefined && (memory.learned.kinds.size > 0 || (memory.digests?.size ?? 0) > 0);
}

/** Whether a rule can find anything in a text with these signs. */
function mayFind({ needs, digits, run }: Asked, signs: number): boolean {
  if (needs !== 0 && (signs & needs) === 0) return false;
  return (digits === 0 || digitsOf(signs) >= digits) && (run === 0 || runOf(signs) >= run);
}

function asTaken(rule: Rule, fresh: readonly (Taken | Omit<Taken, 'kind'>)[]): Taken[] {
  return fresh.map((range) => ({ kind: rule.kind, ...range, ...(rule.protects && { protected: true }) }));
}

/** What the rules would mask in a text, left to right, never overlapping. */
export function findRanges(text: string, rules: readonly Rule[], memory?: Learner): SensitiveRange[] {
  if (text.length < 2) return [];
  const { all, unprompted, asksAlways, besideItem } = partsOf(rules);
  if (WORTH_A_LOOK.test(text)) {
    const isShort = text.length < SHORTEST_ITEM || text.length > LONGEST_ITEM;
    // A sentence of that length has other letters.
    const isItem = !isShort && text.charCodeAt(0) < LATIN && text.charCodeAt(20) < LATIN && isItemCode(text);
    return search(text, isItem ? besideItem : all, memory);
  }
  return knowsSome(memory) || asksAlways ? search(text, unprompted, memory) : [];
}

function search(text: string, list: readonly Asked[], memory: Learner | undefined): SensitiveRange[] {
  const signs = signsOf(text);
  const normal = (signs & sign.odd) === 0 ? text : normalise(text);
  let taken: Taken[] = [];
  let held = 0;
  for (let at = 0; at < list.length; at += 1) {
    const one = list[at] as Asked;
    // What protects is asked once something was found that it may hold back: in most texts there is nothing.
    if (one.protects || !mayFind(one, signs)) continue;
    const { rule } = one;
    const fresh = rule.find(normal, text, memory);
    if (fresh.length === 0) continue;
    if (rule.optional) taken = taken.filter((range) => !range.protected);
    else
      for (; held < at; held += 1) {
        const other = list[held] as Asked;
        if (other.protects && mayFind(other, signs))
          taken = mergeDisjoint(taken, asTaken(other.rule, other.rule.find(normal, text, memory)));
      }
    taken = mergeDisjoint(taken, asTaken(rule, fresh));
  }
  return taken.length === 0 ? taken : taken.filter((range) => !range.protected);
}
