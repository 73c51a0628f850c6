import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { reportSchema } from '../../../scripts/write-schema.ts';

const published = new URL('../../../public/schema/session-report-v1.json', import.meta.url);

test('the published JSON Schema is what the model gives (npm run schema writes it anew)', async () => {
  expect(JSON.parse(await readFile(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(reportSchema())));
});

test('the published JSON Schema says what it is and names no host', async () => {
  const schema = JSON.parse(await readFile(published, 'utf8'));
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(schema.$id).not.toMatch(/^\w+:|^\//);
  expect(schema.title).toContain('session report');
  expect(schema.required).toContain('painPoints');
});
