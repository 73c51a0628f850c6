import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

const languages = ['zh_CN', 'en'] as const;
const fileOf = (language: string) => fileURLToPath(new URL(`../../locales/${language}.yml`, import.meta.url));

/** The sections that the review screens and the desk read; the extension's own stay out of the bundle. */
export const sections = [
  'review',
  'exports',
  'desk',
  'stage',
  'severity',
  'actionKind',
  'incidentKind',
  'gapWhy',
  'format',
  'mode',
  'perspective',
  'clickPath',
  'signals',
  'suggest',
  'guide',
  'reductions',
  'checks',
  'hints',
  'assets',
  'forms',
  'rectify',
  'handIn',
  'tag',
  'bookmark',
  'persona',
  'pick',
  'draw',
  'aims',
  'rating',
  'byHand',
];

function flatten(node: unknown, path: string, into: Record<string, string>): Record<string, string> {
  if (typeof node !== 'object' || node === null) into[path] = String(node);
  else for (const [key, value] of Object.entries(node)) flatten(value, `${path}.${key}`, into);
  return into;
}

/** Serves `virtual:locales`: the same sentences as the extension's, parsed once at build time. */
export function locales(): Plugin {
  const id = 'virtual:locales';
  return {
    name: 'zouyibian-locales',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(loaded) {
      if (loaded !== `\0${id}`) return undefined;
      const all = languages.map((language) => {
        this.addWatchFile(fileOf(language));
        const texts = parse(readFileSync(fileOf(language), 'utf8')) as Record<string, unknown>;
        const flat: Record<string, string> = {};
        for (const section of sections) flatten(texts[section], section, flat);
        return [language, flat] as const;
      });
      return `export default ${JSON.stringify(Object.fromEntries(all))};`;
    },
  };
}
