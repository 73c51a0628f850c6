import { readFile } from 'node:fs/promises';
import Ajv from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { schemas } from '../../../scripts/write-schema.ts';
import { readIndex, readJson } from '../packs/read-packs.ts';

const published = async (name: string) =>
  JSON.parse(await readFile(new URL(`../../../public/schema/${name}`, import.meta.url), 'utf8'));

test.each(Object.entries(schemas))(
  'the published JSON Schema %s is what the model gives (npm run schema writes it anew)',
  async (name, make) => {
    expect(await published(name)).toEqual(JSON.parse(JSON.stringify(make())));
  },
);

test.each(Object.keys(schemas))(
  'the published JSON Schema %s says what it is and names no host',
  async (name) => {
    const schema = await published(name);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).not.toMatch(/^\w+:|^\//);
    expect(schema.title).toMatch(/session report|programme pack|site profile/);
  },
);

test('the report’s JSON Schema asks for pain points', async () => {
  expect((await published('session-report-v1.json')).required).toContain('painPoints');
});

describe('another program that knows the schema alone', () => {
  const validator = async (name: string) => new Ajv({ strict: false }).compile(await published(name));

  it('accepts every pack and site profile that ships', async () => {
    for (const [folder, name] of [
      ['programmes', 'programme-v1.json'],
      ['sites', 'site-profile-v1.json'],
    ] as const) {
      const valid = await validator(name);
      for (const file of readIndex(folder)) {
        expect([file, valid(readJson(`../../../public/${folder}/${file}`)), valid.errors]).toEqual([
          file,
          true,
          null,
        ]);
      }
    }
  });

  it('refuses a pack without checklists', async () => {
    const valid = await validator('programme-v1.json');
    const pack = readJson('../../../public/programmes/yunfu-2022.json') as Record<string, unknown>;
    expect(valid({ ...pack, checklists: [] })).toBe(false);
  });
});
