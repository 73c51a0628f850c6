import { nestQuotes } from '../../components/format/nest-quotes.ts';
import type { Language } from '../../components/screen-frame/screen-frame.tsx';
import type { Text } from '../../components/text.tsx';

const key = 'zouyibian-language';

/** The language chosen last, else the browser's when that is English, else Chinese. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(key);
  if (chosen === 'zh_CN' || chosen === 'en') return chosen;
  return preferred(navigator.languages);
}

/** English only where it is asked for before any Chinese. */
export function preferred(wanted: readonly string[]): Language {
  const first = wanted.find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('en') ? 'en' : 'zh_CN';
}

export function rememberLanguage(language: Language): void {
  localStorage.setItem(key, language);
}

/** Sentences from a flat table, `$1 … $9` replaced; a key without a sentence shows as itself. */
export function textFrom(table: Readonly<Record<string, string>>): Text {
  return (name, ...values) =>
    nestQuotes(
      (table[name] ?? name).replace(/\$([1-9])/g, (_, n: string) => String(values[Number(n) - 1] ?? '')),
    );
}
