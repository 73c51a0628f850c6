import type { SuggestionReason } from '../../lib/model/measured-fact.ts';
import { evidenceText, figureText } from '../signals/signal-words.ts';
import type { Text } from '../text.tsx';

/** Subjects are cut to what one sentence bears. */
const longest = 90;

/** Why something is suggested, in one sentence with its figures. */
export function reasonText(reason: SuggestionReason, text: Text): string {
  const { code, subject, count, value, unit, threshold } = reason;
  const words = evidenceText(subject, text);
  return text(
    `suggest.reason.${code}`,
    words.length > longest ? `${words.slice(0, longest)}…` : words,
    count,
    figureText(value, unit, text),
    threshold === null ? '' : figureText(threshold, unit, text),
  );
}
