import type { ObjectEntry } from '../model/object-entry.ts';
import { mustParse } from '../model/parse.ts';
import { SessionReport } from '../model/report.ts';
import type { ZyDatabase } from './database.ts';
import { type Objects, sha256 } from './objects.ts';

/** Reports opened from hand-over files: kept whole beside the sessions walked here, read-only. */
export function createImported(db: ZyDatabase, objects: Objects) {
  return {
    /** Keeps a verified report and its objects, or nothing of it; the same report again replaces itself. */
    async keep(
      reportJson: string,
      contents: Map<string, { type: ObjectEntry['type']; bytes: Uint8Array }>,
    ): Promise<string> {
      const report = mustParse('report', SessionReport, JSON.parse(reportJson));
      const named = await Promise.all(
        [...contents.values()].map(async ({ type, bytes }) => ({ type, bytes, object: await sha256(bytes) })),
      );
      await db.transaction('rw', [db.imported, db.objects, db.objectUses], async () => {
        for (const { object, type, bytes } of named) await objects.put(report.id, object, type, bytes);
        await db.imported.put({ id: report.id, importedAt: Date.now(), json: reportJson });
      });
      return report.id;
    },
    async find(id: string): Promise<SessionReport | undefined> {
      const row = await db.imported.get(id);
      return row ? mustParse('report', SessionReport, JSON.parse(row.json)) : undefined;
    },
    /** All that can be read: a damaged one does not take the others with it. */
    async all(): Promise<{ report: SessionReport; importedAt: number }[]> {
      return (await db.imported.toArray()).flatMap(({ json, importedAt }) => {
        try {
          return [{ importedAt, report: mustParse('report', SessionReport, JSON.parse(json)) }];
        } catch {
          return [];
        }
      });
    },
  };
}
