import { objectsNamedBy, reportSchemaName, SessionReport } from '../lib/model/report.ts';
import type { KeptObject } from './kept-objects.ts';
import { limits } from './limits.ts';
import { mustFitModel, mustReadJson } from './read-body.ts';
import { Refusal } from './refusals.ts';

/** A report from its bytes; refusals say which field and why. */
export function mustReadReport(bytes: Uint8Array): SessionReport {
  const data = mustReadJson(bytes);
  const { schema, version } = (data ?? {}) as { schema?: unknown; version?: unknown };
  if (schema !== reportSchemaName) throw new Refusal('schema-foreign', { field: 'schema' });
  if (version !== 1) throw new Refusal('version-unknown', { field: 'version' });
  const report = mustFitModel('报告', SessionReport, data);
  mustNameItsObjects(report);
  return report;
}

/** What chunks, screenshots and assets rest on has to stand in `objects`, or nobody would check that it is kept. */
function mustNameItsObjects(report: SessionReport): void {
  const listed = new Set(report.objects.map((entry) => entry.object));
  const stray = objectsNamedBy(report).find((name) => !listed.has(name));
  if (!stray) return;
  const chunk = report.chunks.findIndex((candidate) => candidate.object === stray);
  const shot = report.screenshots.findIndex((candidate) => candidate.object === stray);
  const asset = report.assets.findIndex((candidate) => candidate.object === stray);
  const [list, n] = chunk >= 0 ? ['chunks', chunk] : shot >= 0 ? ['screenshots', shot] : ['assets', asset];
  throw new Refusal('object-not-named', { field: `${list}.${n}.object` });
}

/** Every listed object must be kept, with the size and type the report states. */
export function mustHaveItsObjects(report: SessionReport, kept: ReadonlyMap<string, KeptObject>): void {
  const missing = [...new Set(report.objects.map((entry) => entry.object))].filter((name) => !kept.has(name));
  if (missing.length > 0) {
    const words = { field: 'objects', detail: String(missing.length) };
    throw new Refusal('objects-missing', words, { missing: missing.slice(0, limits.missingListed) });
  }
  report.objects.forEach((entry, n) => {
    const found = kept.get(entry.object);
    if (found?.bytes !== entry.bytes) throw new Refusal('object-differs', { field: `objects.${n}.bytes` });
    if (found.type !== entry.type) throw new Refusal('object-differs', { field: `objects.${n}.type` });
  });
}
