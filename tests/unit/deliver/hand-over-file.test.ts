import * as fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  HandOverFileError,
  type HandOverObject,
  readHandOverFile,
  writeHandOverFile,
} from '../../../lib/deliver/hand-over-file.ts';
import { sha256 } from '../../../lib/deliver/hash.ts';
import type { SessionReport } from '../../../lib/model/report.ts';
import { each, sampleReport } from './sample-report.ts';

let reportJson: string;
let objects: HandOverObject[];
let file: Uint8Array;

beforeAll(async () => {
  ({ reportJson, objects } = await sampleReport());
  file = await written(reportJson, objects);
});

const written = async (json: string, from: HandOverObject[]) =>
  new Uint8Array(await (await writeHandOverFile({ reportJson: json, objects: each(from) })).arrayBuffer());

const text = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

/** A zip made by hand, sound in itself, so that each check behind the zip's own is reached. */
async function handMade(
  change: { report?: (report: SessionReport) => void; manifest?: object; files?: object } = {},
) {
  const report = JSON.parse(reportJson) as SessionReport;
  change.report?.(report);
  const json = text(report);
  const manifest = {
    format: 'zouyibian/hand-over',
    version: 1,
    report: { hash: await sha256(json), bytes: json.length },
    objects: report.objects,
    ...change.manifest,
  };
  const files: Record<string, Uint8Array> = { 'manifest.json': text(manifest), 'report.json': json };
  for (const { object, bytes } of objects) files[`objects/${object}`] = bytes;
  Object.assign(files, change.files);
  for (const [name, bytes] of Object.entries(files)) if (!bytes) delete files[name];
  return zipSync(files, { level: 0 });
}

const refusal = async (bytes: Uint8Array) => {
  const error = await readHandOverFile(bytes).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(HandOverFileError);
  return error as HandOverFileError;
};

describe('the hand-over file', () => {
  it('gives back the report and every object as they were, from bytes and from a Blob', async () => {
    for (const source of [file, new Blob([file as Uint8Array<ArrayBuffer>])]) {
      const content = await readHandOverFile(source);
      expect(content.reportJson).toBe(reportJson);
      expect(content.report.session.item.name).toBe('个体工商户设立登记');
      expect([...content.objects.keys()].sort()).toEqual(objects.map(({ object }) => object).sort());
      for (const { object, type, bytes } of objects)
        expect(content.objects.get(object)).toEqual({ type, bytes });
    }
  });

  it('is the same file whenever the same report is written', async () => {
    expect(await written(reportJson, [...objects])).toEqual(file);
  });

  it('keeps nothing compressed, so that its bytes are the objects’ bytes', async () => {
    const whole = Buffer.from(file);
    for (const { bytes } of objects) expect(whole.includes(Buffer.from(bytes))).toBe(true);
  });

  it('is not written when an object is missing, foreign or other than its name says', async () => {
    const [first, ...rest] = objects as [HandOverObject, ...HandOverObject[]];
    await expect(written(reportJson, rest)).rejects.toMatchObject({
      code: 'object-missing',
      where: first.object,
    });
    const other = { ...first, bytes: first.bytes.map((byte, at) => (at === 20 ? byte ^ 1 : byte)) };
    await expect(written(reportJson, [other, ...rest])).rejects.toMatchObject({ code: 'object-hash' });
    const foreign = { ...first, object: 'a'.repeat(64) };
    await expect(written(reportJson, [...objects, foreign])).rejects.toMatchObject({ code: 'damaged' });
    await expect(written('{"schema":1}', [])).rejects.toMatchObject({
      code: 'report-invalid',
      field: 'schema',
    });
  });

  it('never yields another report or other objects when any byte of it was changed', async () => {
    const change = fc.tuple(fc.nat({ max: file.length - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const bytes = file.slice();
        for (const [at, by] of changes) bytes[at] = (bytes[at] ?? 0) ^ by;
        const result = await readHandOverFile(bytes).catch((error: unknown) => error);
        if (result instanceof HandOverFileError) return;
        expect(result).toMatchObject({ reportJson });
        const content = result as Awaited<ReturnType<typeof readHandOverFile>>;
        for (const { object, type, bytes: kept } of objects) {
          expect(content.objects.get(object)).toEqual({ type, bytes: kept });
        }
      }),
      { numRuns: 600 },
    );
  });

  it('says that it is damaged wherever it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: file.length - 1 }), async (length) => {
        expect((await refusal(file.slice(0, length))).code).toBe('damaged');
      }),
      { numRuns: 100 },
    );
  });

  it('refuses what is no zip, and a zip that is somebody else’s', async () => {
    expect(await refusal(text('hello, this is no zip'))).toMatchObject({
      code: 'not-a-hand-over-file',
      what: 'not-a-zip',
    });
    expect(await refusal(new Uint8Array())).toMatchObject({ code: 'not-a-hand-over-file' });
    expect(await refusal(zipSync({ 'a.txt': text('a') }))).toMatchObject({ code: 'not-a-hand-over-file' });
    const foreign = zipSync({ 'manifest.json': text({ name: 'an app' }) }, { level: 0 });
    expect(await refusal(foreign)).toMatchObject({ code: 'not-a-hand-over-file', what: 'format' });
  });

  it('reads a zip made by other hands as long as it says the same', async () => {
    expect((await readHandOverFile(await handMade())).report.id).toBe('r1');
  });

  it('tells a later version of itself or of the report from damage', async () => {
    expect(await refusal(await handMade({ manifest: { version: 2 } }))).toMatchObject({
      code: 'foreign-version',
      where: 'manifest.json',
      what: '2',
    });
    const later = await handMade({ report: (report) => Object.assign(report, { version: 7 }) });
    expect(await refusal(later)).toMatchObject({ code: 'foreign-version', where: 'report.json' });
  });

  it('names the field of a report that does not fit', async () => {
    const wrong = await handMade({
      report: (report) => Object.assign(report.session, { startedAt: 'noon' }),
    });
    expect(await refusal(wrong)).toMatchObject({ code: 'report-invalid', field: 'session.startedAt' });
  });

  it('refuses entries that no one named, paths that lead out, and entries that are packed', async () => {
    for (const name of ['extra.txt', '../up.txt', 'objects/../../x', '/abs', `objects/${'b'.repeat(64)}`]) {
      expect(await refusal(await handMade({ files: { [name]: text('x') } }))).toMatchObject({
        code: 'damaged',
        what: 'unexpected-entry',
        where: name,
      });
    }
    const packed = zipSync(
      { 'manifest.json': text('{}'.repeat(999)), 'report.json': text('{}') },
      { level: 9 },
    );
    expect(await refusal(packed)).toMatchObject({ code: 'damaged', what: 'compressed-entry' });
  });

  it('refuses anything before, between or after its entries', async () => {
    const glued = new Uint8Array([...file, 0]);
    expect((await refusal(glued)).code).toBe('damaged');
    const front = new Uint8Array([...text('PK\u0003\u0004'), ...file]);
    expect((await refusal(front)).code).toBe('damaged');
  });

  it('refuses an object that is missing or has other bytes', async () => {
    const name = `objects/${objects[1]?.object}`;
    expect(await refusal(await handMade({ files: { [name]: undefined } }))).toMatchObject({
      code: 'object-missing',
    });
    const wrong = text('x'.repeat(objects[1]?.bytes.length ?? 0));
    expect(await refusal(await handMade({ files: { [name]: wrong } }))).toMatchObject({
      code: 'object-hash',
    });
  });

  it('refuses a report that names an object it does not list', async () => {
    const unlisted = await handMade({
      report: (report) => {
        report.objects = report.objects.slice(1);
      },
      files: { [`objects/${objects[0]?.object}`]: undefined },
    });
    expect(await refusal(unlisted)).toMatchObject({ code: 'object-missing', what: 'not-listed' });
  });

  it('refuses chunks that were swapped, dropped or put under another stream', async () => {
    const cases: [string, (report: SessionReport) => void][] = [
      ['link', ({ chunks: [a, b] }) => void ([a!.object, b!.object] = [b!.object, a!.object])],
      ['number', ({ chunks }) => void chunks.splice(1, 1)],
      ['unknown-stream', ({ chunks: [a] }) => void (a!.stream = 's9')],
      ['link', ({ chunks: [, b] }) => void (b!.chain = 'c'.repeat(64))],
    ];
    for (const [what, report] of cases) {
      expect(await refusal(await handMade({ report }))).toMatchObject({ code: 'chain-broken', what });
    }
  });

  it('refuses a manifest whose list differs from the report’s', async () => {
    const fewer = (JSON.parse(reportJson) as SessionReport).objects.slice(1);
    expect(await refusal(await handMade({ manifest: { objects: fewer } }))).toMatchObject({
      what: 'lists-differ',
    });
  });
});
