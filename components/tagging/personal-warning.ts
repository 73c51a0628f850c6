import type { Text } from '../text.tsx';
import { personalWords } from './personal-words.ts';

/** A form rule that says quietly when a text seems to contain personal data; it never stops anybody from saving. */
export function personalWarning(text: Text, looksPersonal: ((words: string) => string[]) | undefined) {
  return {
    warningOnly: true,
    validator: async (_rule: unknown, value: unknown) => {
      const kinds = typeof value === 'string' ? (looksPersonal?.(value) ?? []) : [];
      if (kinds.length > 0) throw new Error(text('tag.personal', personalWords(text, kinds)));
    },
  };
}
