import type { Signal } from '../../lib/model/signal.ts';
import { formatAddress } from '../format/format-address.ts';
import { formatDuration } from '../format/format-duration.ts';
import { keyOf } from '../format/key-of.ts';
import type { Text } from '../text.tsx';

/** A figure with its unit: "3.5 秒", "25%", "4". */
export function figureText(value: number, unit: Signal['unit'], text: Text): string {
  if (unit === 'ms') return formatDuration(value, text);
  if (unit === 'ratio') return `${Math.round(value * 100)}%`;
  return String(value);
}

/** A signal's value; what was seen only in part is the least it can be, and what was not seen is not zero. */
export function valueText(signal: Pick<Signal, 'value' | 'unit' | 'unseen'>, text: Text): string {
  const { value, unit, unseen } = signal;
  if (value === null) return text('signals.unobserved');
  const figure = figureText(value, unit, text);
  return unseen && unit === 'count' && value > 0 ? text('signals.atLeast', figure) : figure;
}

/** "不超过 3 秒"; undefined where there is no limit. */
export function limitText(
  signal: Pick<Signal, 'threshold' | 'unit' | 'side'>,
  text: Text,
): string | undefined {
  if (signal.threshold === null) return undefined;
  return text(`signals.limit.${signal.side}`, figureText(signal.threshold, signal.unit, text));
}

/** Why a value is missing or incomplete; undefined when it is neither. */
export function unseenText(signal: Pick<Signal, 'value' | 'unseen'>, text: Text): string | undefined {
  if (!signal.unseen) return undefined;
  return text(keyOf(signal.value === null ? 'signals.unseen' : 'signals.partly', signal.unseen));
}

/** What else the value says: "必填 6 · 选填 3". */
export function partsText(signal: Pick<Signal, 'parts'>, text: Text): string {
  return Object.entries(signal.parts ?? {})
    .map(([part, count]) => text(`signals.part.${part}`, count))
    .join(' · ');
}

/** Kinds and outcomes that evidence names by the model's own words. */
export const evidenceWords = [
  'captcha',
  'sms',
  'scan',
  'face',
  'password',
  'real-name',
  'spinner',
  'queue',
  'passed',
  'failed',
  'unknown',
  'app',
  'mini-programme',
  'window',
  'mail',
  'browser',
  'plug-in',
  'usb-key',
] as const;

/** What a piece of evidence was, for people: addresses short, kinds in words, everything else as it stands. */
export function evidenceText(found: string, text: Text): string {
  if (found.startsWith('check-')) return text(keyOf('checks.kind', found.slice('check-'.length)));
  const words = found.split(' ');
  const known = (word: string) => (evidenceWords as readonly string[]).includes(word);
  if (found && words.every(known)) return words.map((word) => text(keyOf('signals.word', word))).join(' ');
  return found.replace(/https?:\/\/\S+/g, (url) => formatAddress(url));
}
