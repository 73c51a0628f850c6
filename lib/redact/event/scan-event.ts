import { redactEvent } from './redact-event.ts';
import type { TextFinding } from './see.ts';
import type { EventContext } from './types.ts';

/**
 * What masking would still take from the words of a recorded event: lines put together over their elements, values
 * beside their labels, what the memory has learned, also in identifiers and styles. Of other attributes and of
 * addresses it tells nothing.
 */
export function scanEvent(event: { type: number }, context: EventContext = {}): TextFinding[] {
  const findings: TextFinding[] = [];
  redactEvent(event, { ...context, see: (finding) => void findings.push(finding) });
  return findings;
}
