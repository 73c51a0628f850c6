import type { Delivery } from '../../lib/model/delivery.ts';

export const remedies = ['enrol', 'administrator', 'network', 'wait', 'cut', 'update', 'again'] as const;
export type Remedy = (typeof remedies)[number];

const byCode: Record<string, Remedy> = {
  'key-wrong': 'enrol',
  'not-enrolled': 'enrol',
  'disk-full': 'administrator',
  'version-unknown': 'administrator',
  'too-large': 'cut',
  'not-json': 'update',
  'field-wrong': 'update',
  'schema-foreign': 'update',
  'object-not-named': 'update',
  'type-unknown': 'update',
  'type-wrong': 'update',
  internal: 'wait',
  'collector-unreachable': 'network',
  'collector-slow': 'network',
  'collector-nonsense': 'administrator',
  'receipt-wrong': 'administrator',
};

/** Problems found on this side: their messages are technical, so the UI has its own sentence for them. */
const ours = ['collector-unreachable', 'collector-slow', 'collector-nonsense', 'receipt-wrong', 'not-sent', 'not-enrolled'];

export function isOurs(code: string): boolean {
  return ours.includes(code);
}

/** What the walker can do about a hand-in that does not go on: by the problem's stable code. */
export function remedyOf(code: string, state: Delivery['state']): Remedy {
  return byCode[code] ?? (state === 'refused' ? 'again' : 'wait');
}
