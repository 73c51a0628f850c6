import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { startPostgres, type TestPostgres } from '../support/postgres.ts';
import { assetRules } from './collector/asset-rules.ts';
import { enrolmentRules } from './collector/enrolment-rules.ts';
import { type Harness, startHarness } from './collector/harness.ts';
import { keepingRules } from './collector/keeping-rules.ts';
import { objectRules } from './collector/object-rules.ts';
import { makeWebFolder, pageRules } from './collector/page-rules.ts';
import { readingRules } from './collector/reading-rules.ts';
import { reportRules } from './collector/report-rules.ts';
import { signInRules } from './collector/sign-in-rules.ts';

/** One set of rules, two databases. A cold start of either takes seconds. */
describe.each(['PGlite', 'PostgreSQL'] as const)('the collector on %s', { timeout: 60_000 }, (kind) => {
  let postgres: TestPostgres | undefined;
  let harness: Harness | undefined;
  let webFolder = '';

  beforeAll(async () => {
    if (kind === 'PostgreSQL') postgres = await startPostgres();
    webFolder = await makeWebFolder();
    harness = await startHarness({
      webFolder: join(webFolder, 'web'),
      databaseUrl: await postgres?.createDatabase('zouyibian'),
    });
  }, 120_000);
  afterAll(async () => {
    await harness?.stop();
    await postgres?.stop();
    await rm(webFolder, { recursive: true, force: true });
  }, 60_000);

  const here = () => harness as Harness;
  describe('enrolment', () => enrolmentRules(here));
  describe('objects', () => objectRules(here));
  describe('frozen assets', () => assetRules(here));
  describe('reports', () => reportRules(here));
  describe('reading', () => readingRules(here));
  describe('signing in', () => signInRules(here));
  describe('pages', () => pageRules(here));
  describe('keeping', () => keepingRules(here));
});
