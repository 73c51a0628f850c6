import { createEventMemory, type EventMemory } from './event/memory.ts';
import { redactEvent } from './event/redact-event.ts';
import type { EventContext } from './event/types.ts';
import type { RedactionPolicy } from './policy.ts';
import { redactLabelled } from './redact-labelled.ts';
import { redactText, scan, sensitiveRanges } from './redact-text.ts';
import { redactUrl } from './redact-url.ts';
import type { SessionDigests } from './session-digests.ts';
import { type Setting, settingOf } from './setting.ts';
import type { Found } from './types.ts';
import type { UrlRules } from './url-params.ts';
import { createWholeTexts } from './whole-texts.ts';

export type RedactorOptions = {
  policy?: RedactionPolicy;
  /** Secret of the session, if tags shall tell different values apart. */
  tagKey?: string;
  /** What other documents of the session have told, and hear. */
  digests?: SessionDigests;
  /** Rules of every address, unless a call brings its own. */
  urlRules?: UrlRules;
};

/** All of this folder by one policy, with the memory of one document. */
export type Redactor = ReturnType<typeof redactorBy>;

/** The redactor of one document: the floor, and what the policy adds to it. */
export function createRedactor({ policy, ...rest }: RedactorOptions = {}): Redactor {
  return redactorBy(policy === undefined ? undefined : settingOf(policy), rest);
}

/** As `createRedactor`, by rules put together elsewhere. */
export function redactorBy(
  setting?: Setting,
  { tagKey, digests, urlRules }: Omit<RedactorOptions, 'policy'> = {},
) {
  const memory: EventMemory = createEventMemory({
    ...(setting && { setting }),
    ...(tagKey !== undefined && { tagKey }),
    ...(digests && { digests }),
    wholes: createWholeTexts(),
  });
  return {
    memory,
    redactText: (text: string): { text: string; found: Found } => redactText(text, memory),
    redactLabelled: (label: string, value: string) => redactLabelled(label, value, memory),
    redactUrl: (url: string, rules = urlRules): string => redactUrl(url, rules, memory),
    redactEvent: <E extends { type: number }>(event: E, context: EventContext = {}) =>
      redactEvent(event, { ...(urlRules && { urlRules }), ...context, memory }),
    sensitiveRanges: (text: string) => sensitiveRanges(text, memory),
    scan: (text: string) => scan(text, memory),
  };
}
