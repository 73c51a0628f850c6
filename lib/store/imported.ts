import { mustParse } from '../model/parse.ts';
import { SessionReport } from '../model/report.ts';
import type { ObjectEntry } from '../model/object-entry.ts';
import type { ZyDatabase } from './database.ts';
import type { Objects } from './objects.ts';

/** Reports opened from hand-over files: kept whole beside the sessions walked here, read-only. */
export function createImported(db: ZyDatabase, objects: Objects) {
  return {
    /** Keeps a verified report and its objects; the same report again replaces itself. */
    async keep(reportJson: string, contents: Map<string, { type: ObjectEntry['type']; bytes: Uint8Array }>): Promise<string> {
      const report = mustParse('report', SessionReport, JSON.parse(reportJson));
      for (const { type, bytes } of contents.values()) await objects.keep(report.id, type, bytes);
      await db.imported.put({ id: report.id, importedAt: Date.now(), json: reportJson });
      return report.id;
    },
    async find(id: string): Promise<SessionReport | undefined> {
      const row = await db.imported.get(id);
      return row ? mustParse('report', SessionReport, JSON.parse(row.json)) : undefined;
    },
    async all(): Promise<{ report: SessionReport; importedAt: number }[]> {
      const rows = await db.imported.toArray();
      return rows.map((row) => ({ importedAt: row.importedAt, report: mustParse('report', SessionReport, JSON.parse(row.json)) }));
    },
  };
}
