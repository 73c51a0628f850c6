import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ReportList } from '../lib/model/collector-api.ts';
import type { Database } from './database.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusals.ts';
import { report } from './schema.ts';
import { storable } from './storable.ts';

export type Reports = ReturnType<typeof createReports>;

/** What people see of the received reports: pages of the newest revisions, and one report's file name. */
export function createReports(db: Database) {
  return {
    /** Newest first; `cursor` is the `next` of the page before. */
    async list(query: { cursor?: string; q?: string }): Promise<ReportList> {
      const rows = await db
        .select()
        .from(report)
        .where(and(report.newest, after(query.cursor), matching(query.q)))
        .orderBy(desc(report.receivedAt), desc(report.id))
        .limit(limits.listRows + 1);
      const page = rows.slice(0, limits.listRows);
      const last = page.at(-1);
      return {
        reports: page.map((row) => ({
          id: row.id,
          receivedAt: row.receivedAt.getTime(),
          startedAt: row.startedAt,
          item: row.item,
          unit: row.unit,
          walker: row.walker,
          programme: row.programme,
          mode: row.mode,
          figures: row.figures,
        })),
        next: last && rows.length > page.length ? cursorOf(last.receivedAt, last.id) : null,
      };
    },

    /** The hash under which a report's JSON is filed: the newest revision's, or the one asked for. */
    async findHash(id: string, revision?: number): Promise<string | undefined> {
      const wanted = revision === undefined ? report.newest : eq(report.revision, revision);
      const [row] = await db
        .select({ hash: report.hash })
        .from(report)
        .where(and(eq(report.id, id), wanted));
      return row?.hash;
    },
  };
}

function cursorOf(receivedAt: Date, id: string): string {
  return Buffer.from(`${receivedAt.getTime()} ${id}`).toString('base64url');
}

function after(cursor: string | undefined): SQL | undefined {
  if (!cursor) return undefined;
  const parts = /^(\d{1,13}) ([\w.-]{1,80})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (!parts?.[1] || !parts[2]) throw new Refusal('cursor-damaged', { field: 'cursor' });
  const at = new Date(Number(parts[1]));
  return or(lt(report.receivedAt, at), and(eq(report.receivedAt, at), lt(report.id, parts[2])));
}

/** Every word of the search must occur in the item, unit, walker or programme; no character is a wildcard. */
function matching(q: string | undefined): SQL | undefined {
  const words = storable(q ?? '')
    .slice(0, limits.searchText)
    .split(/\s+/)
    .filter(Boolean);
  const text = sql`(${report.item} || ' ' || ${report.unit} || ' ' || ${report.walker} || ' ' || ${report.programme})`;
  return and(...words.map((word) => sql`${text} ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`));
}
