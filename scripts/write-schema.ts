import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Programme } from '../lib/model/programme.ts';
import { SessionReport } from '../lib/model/report.ts';
import { SiteProfile } from '../lib/model/site-profile.ts';
import { z } from '../lib/model/zod.ts';

const folder = join(import.meta.dirname, '..', 'public', 'schema');

/** The report's JSON Schema as it is published, made from the model. */
export function reportSchema(): object {
  // `input`: what a writer must send; fields with a default may be left out.
  const { $schema, ...rest } = z.toJSONSchema(SessionReport, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: 'session-report-v1.json',
    title: '走一遍 session report, version 1',
    description:
      'One walk of one service item: steps, actions, incidents, requests, screenshots, pain points and gaps, and the ' +
      'objects (named by SHA-256) that its replay and pictures rest on. Times are milliseconds since 1970-01-01T00:00Z; ' +
      'every text and address is redacted. Fields with a default may be left out.',
    ...rest,
  };
}

/** A programme pack's JSON Schema; ids that stand twice and the like are checked beyond it when a pack is imported. */
export function programmeSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(Programme, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: 'programme-v1.json',
    title: '走一遍 programme pack, version 1',
    description:
      'Everything an organising office lays down for its walks: modes, channels, stages, checklists, list names, ' +
      'deliverables and officers. Fields with a default may be left out; fields not named here are kept and ignored. ' +
      'The signature is over the canonical JSON (RFC 8785) of the pack with the signature but without its value.',
    ...rest,
  };
}

/** A site profile's JSON Schema. */
export function siteProfileSchema(): object {
  const { $schema, ...rest } = z.toJSONSchema(SiteProfile, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: 'site-profile-v1.json',
    title: '走一遍 site profile, version 1',
    description:
      'How one portal is built: hosts, identity hosts, stage rules. Patterns are regular expressions.',
    ...rest,
  };
}

/** File names under public/schema and what stands in them. */
export const schemas = {
  'session-report-v1.json': reportSchema,
  'programme-v1.json': programmeSchema,
  'site-profile-v1.json': siteProfileSchema,
};

/** `npm run schema`: writes public/schema anew. */
if (import.meta.main) {
  await mkdir(folder, { recursive: true });
  for (const [name, make] of Object.entries(schemas)) {
    await writeFile(join(folder, name), JSON.stringify(make(), null, 2));
    spawnSync('biome', ['format', '--write', join(folder, name)], { stdio: 'inherit' });
    console.log(`public/schema/${name}`);
  }
}
