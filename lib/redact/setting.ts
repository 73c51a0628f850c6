import { caseLabels } from './case-labels.ts';
import { onFirstUse } from './on-first-use.ts';
import type { RedactionPolicy } from './policy.ts';
import { caseNumber } from './rules/case-number.ts';
import { RULES } from './rules/index.ts';
import { loneName } from './rules/lone-name.ts';
import { officePhone } from './rules/office-phone.ts';
import { createTerm } from './rules/term.ts';
import { urlInText } from './rules/url-in-text.ts';
import type { Rule } from './types.ts';

/** What masks parts of a page that are no running text, by name. */
export const surfaceRules = [
  'typed-value',
  'choice-value',
  'neighbour-label',
  'neighbour-name',
  'keyed-payload',
  'other-attribute',
  'script-attribute',
  'comment',
  'url-parameter',
  'url-user',
  'url-segment',
] as const;
export type SurfaceRule = (typeof surfaceRules)[number];

/** The rules one redactor works by. */
export type Setting = {
  rules: readonly Rule[];
  /** The same for running text, where addresses stand among words. */
  textRules: readonly Rule[];
  labels: Readonly<Record<string, string>>;
  off: ReadonlySet<string>;
};

/** Rules no policy can switch off: all that mask, and the surfaces. */
export const floorRules: readonly string[] = Object.freeze([
  urlInText.name,
  ...RULES.filter((rule) => !rule.protects).map((rule) => rule.name),
  ...surfaceRules,
]);

/** They come last and take only what the floor has left, so that no half of a value hides the other. */
function optionalRules(policy: RedactionPolicy): Rule[] {
  const terms = Array.isArray(policy.terms) ? policy.terms.filter((term) => typeof term === 'string') : [];
  return [
    ...(terms.length > 0 ? [createTerm(terms)] : []),
    ...(policy.caseNumbers === true ? [caseNumber] : []),
    ...(policy.loneNames === true ? [loneName] : []),
    ...(policy.officePhones === true ? [officePhone] : []),
  ];
}

function stringsOf(value: unknown): Record<string, string> {
  if (value === null || typeof value !== 'object') return {};
  return Object.fromEntries(Object.entries(value).filter(([, kind]) => typeof kind === 'string'));
}

declare const zybRedactWithout: string | undefined;

/** A test build may name rules to be left out, so that a test can see itself fail; other builds name none. */
const leftOut = (): string[] => (typeof zybRedactWithout === 'string' ? zybRedactWithout.split(',') : []);

/** The rules for a policy. `without` names rules that are left out: for tests alone, never from a policy. */
export function settingOf(policy: RedactionPolicy = {}, without: readonly string[] = leftOut()): Setting {
  const off = new Set(without);
  const isOn = (rule: Rule) => !off.has(rule.name);
  const rules = [...RULES, ...optionalRules(policy)].filter(isOn);
  const labels = { ...(policy.caseNumbers === true ? caseLabels : {}), ...stringsOf(policy.labels) };
  return { rules, textRules: [urlInText, ...rules].filter(isOn), labels, off };
}

/** The floor. */
export const standardSetting = onFirstUse(() => settingOf());

/** The setting a memory goes by. */
export function settingFor(memory?: { setting?: Setting }): Setting {
  return memory?.setting ?? standardSetting();
}

/** True where a test has switched a surface off. */
export function isOff(surface: SurfaceRule | 'learned-value', memory?: { setting?: Setting }): boolean {
  return settingFor(memory).off.has(surface);
}
