import { createEventMemory } from './event/memory.ts';
import { scanEvent } from './event/scan-event.ts';
import type { TextFinding } from './event/see.ts';
import { createLearnedValues } from './learned-values.ts';
import type { RedactionPolicy } from './policy.ts';
import { scan } from './redact-text.ts';
import type { SessionDigests } from './session-digests.ts';
import { settingOf } from './setting.ts';

export type ScannerOptions = {
  policy?: RedactionPolicy | undefined;
  /** What the pages of the session have told each other, where its key still lives. */
  digests?: SessionDigests | undefined;
};

/** The last look at what was recorded: by a session's own policy and by what its pages have learned. */
export function createScanner({ policy, digests }: ScannerOptions = {}) {
  const known = { ...(policy && { setting: settingOf(policy) }), ...(digests && { digests }) };
  return {
    /** One text by itself. A memory of its own for each: the walker's words teach nothing about the page's. */
    scan: (text: string) => scan(text, { learned: createLearnedValues(), ...known }),
    /** Events of one chunk, in their order. */
    scanEvents(): (event: { type: number }) => TextFinding[] {
      const memory = createEventMemory(known);
      return (event) => scanEvent(event, { memory });
    },
  };
}
export type TextScanner = ReturnType<typeof createScanner>;
