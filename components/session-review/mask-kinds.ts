/** Kinds of masked values that have a name in the UI texts; the others are shown together as "other". */
export const maskKinds = [
  'resident-id',
  'mobile',
  'landline',
  'bank-card',
  'passport',
  'permit',
  'credit-code',
  'plate',
  'email',
  'name',
  'address',
  'birth-date',
  'social-security',
  'housing-fund',
  'one-time-code',
  'password',
  'account',
  'personal-number',
  'property-certificate',
  'long-number',
  'typed-value',
];

/** Masked values by named kind, most frequent first, all unnamed kinds together last as `other`. */
export function maskedByKind(masked: Readonly<Record<string, number>>): { kind: string; count: number }[] {
  const named = maskKinds
    .map((kind) => ({ kind, count: masked[kind] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const other = Object.entries(masked).reduce(
    (sum, [kind, count]) => sum + (maskKinds.includes(kind) ? 0 : count),
    0,
  );
  return other > 0 ? [...named, { kind: 'other', count: other }] : named;
}
