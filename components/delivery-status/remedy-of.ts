export const remedies = ['enrol', 'administrator', 'network', 'again', 'look'] as const;
export type Remedy = (typeof remedies)[number];

/** Problems found on this side of the wire. Their messages are technical; the UI has sentences for them. */
const ours: Record<string, Remedy> = {
  'not-enrolled': 'enrol',
  'collector-unreachable': 'network',
  'collector-slow': 'network',
  'collector-nonsense': 'administrator',
  'receipt-wrong': 'administrator',
  'not-sent': 'again',
  'still-personal': 'look',
};

/** What the walker can do about a problem of ours; undefined for a refusal, whose own sentence says it. */
export function findRemedy(code: string): Remedy | undefined {
  return ours[code];
}
