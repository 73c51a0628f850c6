import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SessionReport } from '../lib/model/report.ts';
import { z } from '../lib/model/zod.ts';

const schemaFile = join(import.meta.dirname, '..', 'public', 'schema', 'session-report-v1.json');

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

/** `npm run schema`: writes public/schema/session-report-v1.json anew. */
if (import.meta.main) {
  await mkdir(dirname(schemaFile), { recursive: true });
  await writeFile(schemaFile, JSON.stringify(reportSchema(), null, 2));
  spawnSync('biome', ['format', '--write', schemaFile], { stdio: 'inherit' });
  console.log('public/schema/session-report-v1.json');
}
