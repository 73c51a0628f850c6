/**
 * What a programme may ask for beyond the floor: plain data, and it can only tighten. There is no value that switches
 * a floor rule off; unknown fields and wrong types mean nothing.
 */
export type RedactionPolicy = {
  /** Masks case, acceptance and order numbers too, which lead a clerk to one applicant. */
  caseNumbers?: boolean;
  /** Masks telephone numbers of offices too; public hotlines stay. */
  officePhones?: boolean;
  /** Masks every text that is nothing but what may be a Chinese name. */
  loneNames?: boolean;
  /** Further field labels of the portal, exact text to kind (`{ '办事人': 'name' }`); known labels keep their meaning. */
  labels?: Record<string, string>;
  /** Texts masked wherever they stand, as they are written. */
  terms?: string[];
};

const FLAGS = ['caseNumbers', 'officePhones', 'loneNames'] as const;

/** The stricter of two policies in everything: a flag stays on, labels and texts add up. */
export function tightenPolicy(policy: RedactionPolicy, more: RedactionPolicy): RedactionPolicy {
  const both: RedactionPolicy = {
    labels: { ...policy.labels, ...more.labels },
    terms: [...new Set([...(policy.terms ?? []), ...(more.terms ?? [])])],
  };
  for (const flag of FLAGS) both[flag] = policy[flag] === true || more[flag] === true;
  return both;
}
