import { readFileSync } from 'node:fs';
import { mustParse } from '../../../lib/model/parse.ts';
import { Programme } from '../../../lib/model/programme.ts';
import { SiteProfile } from '../../../lib/model/site-profile.ts';

/** The JSON in a file, named relative to this folder. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
}

/** The file names an index lists, in display order. */
export function readIndex(folder: 'programmes' | 'sites'): string[] {
  return readJson(`../../../public/${folder}/index.json`) as string[];
}

export const readProgramme = (file: string): Programme =>
  mustParse(file, Programme, readJson(`../../../public/programmes/${file}`));

export const readSite = (file: string): SiteProfile =>
  mustParse(file, SiteProfile, readJson(`../../../public/sites/${file}`));

export const readProgrammes = (): Programme[] => readIndex('programmes').map(readProgramme);

export const readSites = (): SiteProfile[] => readIndex('sites').map(readSite);
