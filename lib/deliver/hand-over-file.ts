import { ObjectEntry } from '../model/object-entry.ts';
import { ModelError, mustParse } from '../model/parse.ts';
import { Sha256 } from '../model/primitives.ts';
import { SessionReport } from '../model/report.ts';
import { z } from '../model/zod.ts';
import { HandOverFileError } from './hand-over-error.ts';
import { sha256 } from './hash.ts';
import {
  listEntries,
  mustLieEndToEnd,
  readEntry,
  type ZipEntry,
  type ZipSource,
  zipSource,
} from './stored-zip.ts';
import { verifyReport } from './verify-report.ts';
import { createZipWriter } from './zip-writer.ts';

export { HandOverFileError } from './hand-over-error.ts';

export type HandOverObject = { object: string; type: ObjectEntry['type']; bytes: Uint8Array };
export type HandOverContent = {
  report: SessionReport;
  /** The report as it was written, byte for byte: what the hash and a signature speak of. */
  reportJson: string;
  objects: Map<string, { type: ObjectEntry['type']; bytes: Uint8Array }>;
};

const format = 'zouyibian/hand-over';
/** The zip format counts entries in 16 bits and lengths in 32; a report of 128 MB holds every row allowed it. */
const most = { entries: 65_000, report: 128 << 20, manifest: 32 << 20, total: 2 ** 31 };

const Manifest = z.strictObject({
  format: z.literal(format),
  version: z.literal(1),
  report: z.strictObject({ hash: Sha256, bytes: z.number().int().positive() }),
  objects: z.array(ObjectEntry.strict()).max(most.entries),
});

/**
 * Makes a `.zyb` file: a zip, nothing in it compressed again. Objects are taken one at a time, in any order,
 * and must be exactly those that the report lists. Throws a HandOverFileError when they are not.
 */
export async function writeHandOverFile(content: {
  reportJson: string;
  objects: AsyncIterable<HandOverObject>;
}): Promise<Blob> {
  const { objects } = parseReport(content.reportJson);
  const reportBytes = new TextEncoder().encode(content.reportJson);
  const manifest = {
    format,
    version: 1,
    report: { hash: await sha256(reportBytes), bytes: reportBytes.length },
    objects,
  };
  const zip = createZipWriter(most.total);
  zip.add('manifest.json', new TextEncoder().encode(JSON.stringify(manifest)));
  zip.add('report.json', reportBytes);
  const waiting = new Map(objects.map((entry) => [entry.object, entry]));
  for await (const { object, bytes } of content.objects) {
    const entry = waiting.get(object);
    if (!entry) throw new HandOverFileError('damaged', { what: 'unexpected-object', where: object });
    if (bytes.length !== entry.bytes || (await sha256(bytes)) !== object) {
      throw new HandOverFileError('object-hash', { what: 'other-bytes', where: object });
    }
    waiting.delete(object);
    zip.add(`objects/${object}`, bytes);
  }
  for (const object of waiting.keys())
    throw new HandOverFileError('object-missing', { what: 'not-there', where: object });
  return zip.finish();
}

/** Reads and verifies a `.zyb` file without any network. Throws a HandOverFileError; never returns half a report. */
export async function readHandOverFile(file: Uint8Array | Blob): Promise<HandOverContent> {
  const source = zipSource(file);
  if (source.size > most.total)
    throw new HandOverFileError('too-large', { what: 'file', where: String(source.size) });
  const entries = new Map((await mustListOwnEntries(source)).map((entry) => [entry.name, entry]));
  const manifest = parseManifest(await readText(source, entries, 'manifest.json', most.manifest));
  const reportBytes = await readNamed(source, entries, 'report.json', most.report);
  if (reportBytes.length !== manifest.report.bytes || (await sha256(reportBytes)) !== manifest.report.hash) {
    throw new HandOverFileError('damaged', { what: 'report-hash', where: 'report.json' });
  }
  const reportJson = decode(reportBytes, 'report.json');
  const report = parseReport(reportJson);
  mustListTheSame(manifest.objects, report.objects);
  const objects: HandOverContent['objects'] = new Map();
  for (const { object, type } of report.objects) {
    const entry = entries.get(`objects/${object}`);
    if (entry) objects.set(object, { type, bytes: await readEntry(source, entry) });
  }
  const extra = [...entries.keys()].find(
    (name) => name.startsWith('objects/') && !objects.has(name.slice(8)),
  );
  if (extra) throw new HandOverFileError('damaged', { what: 'unexpected-entry', where: extra });
  await verifyReport(report, async (object) => objects.get(object)?.bytes);
  return { report, reportJson, objects };
}

async function mustListOwnEntries(source: ZipSource): Promise<ZipEntry[]> {
  const entries = await listEntries(source, most.entries);
  if (!entries.some((entry) => entry.name === 'manifest.json')) {
    throw new HandOverFileError('not-a-hand-over-file', { what: 'no-manifest', where: 'manifest.json' });
  }
  const foreign = entries.find(
    ({ name }) => !/^(manifest\.json|report\.json|objects\/[0-9a-f]{64})$/.test(name),
  );
  if (foreign)
    throw new HandOverFileError('damaged', { what: 'unexpected-entry', where: foreign.name.slice(0, 200) });
  mustLieEndToEnd(entries, source.size);
  return entries;
}

function parseManifest(text: string): z.infer<typeof Manifest> {
  const data = parseJson(text, 'not-a-hand-over-file', 'manifest.json') as {
    format?: unknown;
    version?: unknown;
  } | null;
  if (data?.format !== format) {
    throw new HandOverFileError('not-a-hand-over-file', { what: 'format', where: 'manifest.json' });
  }
  mustBeVersionOne(data.version, 'manifest.json');
  return parseWith('damaged', 'manifest.json', () => mustParse('manifest', Manifest, data));
}

function parseReport(json: string): SessionReport {
  const data = parseJson(json, 'report-invalid', 'report.json') as { version?: unknown } | null;
  mustBeVersionOne(data?.version, 'report.json');
  return parseWith('report-invalid', 'report.json', () => mustParse('report', SessionReport, data));
}

function mustBeVersionOne(version: unknown, where: string): void {
  if (typeof version === 'number' && version !== 1) {
    throw new HandOverFileError('foreign-version', { what: String(version), where });
  }
}

function parseWith<T>(code: 'damaged' | 'report-invalid', where: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new HandOverFileError(code, { what: error.reason, where, field: error.field });
  }
}

function parseJson(text: string, code: 'not-a-hand-over-file' | 'report-invalid', where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HandOverFileError(code, { what: 'not-json', where });
  }
}

const line = (entry: ObjectEntry) => `${entry.object} ${entry.bytes} ${entry.type}`;

function mustListTheSame(inManifest: readonly ObjectEntry[], inReport: readonly ObjectEntry[]): void {
  const listed = new Set(inManifest.map(line));
  const other = inReport.find((entry) => !listed.has(line(entry)));
  if (other || inManifest.length !== inReport.length) {
    throw new HandOverFileError('damaged', { what: 'lists-differ', where: other?.object ?? 'manifest.json' });
  }
}

async function readNamed(source: ZipSource, entries: Map<string, ZipEntry>, name: string, limit: number) {
  const entry = entries.get(name);
  if (!entry) throw new HandOverFileError('damaged', { what: 'entry-missing', where: name });
  if (entry.bytes > limit) throw new HandOverFileError('too-large', { what: 'entry', where: name });
  return readEntry(source, entry);
}

const readText = async (source: ZipSource, entries: Map<string, ZipEntry>, name: string, limit: number) =>
  decode(await readNamed(source, entries, name, limit), name);

function decode(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HandOverFileError('damaged', { what: 'not-text', where });
  }
}
