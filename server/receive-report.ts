import { and, desc, eq, sql } from 'drizzle-orm';
import type { Receipt } from '../lib/model/receipt.ts';
import { figuresOf, type SessionReport } from '../lib/model/report.ts';
import { audit } from './audit.ts';
import { mustHaveItsObjects, mustReadReport } from './check-report.ts';
import type { Database } from './database.ts';
import type { Device } from './devices.ts';
import { sha256 } from './hash.ts';
import type { KeptObjects } from './kept-objects.ts';
import type { ObjectsFolder } from './objects-folder.ts';
import type { Receipts } from './receipts.ts';
import { Refusal } from './refusals.ts';
import { keepReportFile } from './report-files.ts';
import type { ReportScan } from './scan-report.ts';
import { device as deviceTable, reportObject, report as reportTable } from './schema.ts';
import { storable } from './storable.ts';

type Services = {
  db: Database;
  folder: ObjectsFolder;
  objects: KeptObjects;
  receipts: Receipts;
  mustBeClean: ReportScan;
};
type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];
export type Received = { receipt: Receipt; isNew: boolean };
export type ReceiveReport = ReturnType<typeof createReceiveReport>;

/**
 * Checks, files and signs for one report. The same bytes again get the same receipt; other bytes under the same
 * id become the next revision, from the same device or from one that has a receipt of an earlier revision (its signature
 * is `proof`), which a browser that enrolled anew has: nobody may put a report over somebody else's.
 */
export function createReceiveReport({ db, folder, objects, receipts, mustBeClean }: Services) {
  return async function receiveReport(bytes: Buffer, device: Device, proof?: string): Promise<Received> {
    const hash = sha256(bytes);
    const report = mustReadReport(bytes);
    const before = await findReceipt(db, report.id, hash);
    if (before) return { receipt: before, isNew: false };
    mustHaveItsObjects(report, await objects.find(report.objects.map((entry) => entry.object)));
    await mustBeClean(report);
    await keepReportFile(folder, hash, bytes);

    return db.transaction(async (tx) => {
      // Two senders of one id take turns; the second sees what the first has filed.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${report.id}, 0))`);
      const meanwhile = await findReceipt(tx, report.id, hash);
      if (meanwhile) return { receipt: meanwhile, isNew: false };
      const revision = await nextRevision(tx, report.id, device, proof);
      const names = [...new Set(report.objects.map((entry) => entry.object))];
      const keptAt = Date.now();
      const receipt = receipts.sign({ reportId: report.id, reportHash: hash, objects: names.length, keptAt });
      await tx.insert(reportTable).values({
        ...rowOf(report),
        revision,
        hash,
        deviceId: device.id,
        receivedAt: new Date(keptAt),
        receipt,
      });
      await tx.execute(sql`insert into ${reportObject} (report_id, revision, sha256)
        select ${report.id}, ${revision}::int, jsonb_array_elements_text(${JSON.stringify(names)}::jsonb)`);
      await tx
        .update(deviceTable)
        .set({ lastReportAt: new Date(keptAt) })
        .where(eq(deviceTable.id, device.id));
      await audit(tx, `device:${device.id}`, 'report-kept', report.id);
      return { receipt, isNew: true };
    });
  };
}

async function findReceipt(
  db: Pick<Database, 'select'>,
  id: string,
  hash: string,
): Promise<Receipt | undefined> {
  const [row] = await db
    .select({ receipt: reportTable.receipt })
    .from(reportTable)
    .where(and(eq(reportTable.id, id), eq(reportTable.hash, hash)));
  return row?.receipt as Receipt | undefined;
}

/** The number of this revision; the one before it is no longer the newest. */
async function nextRevision(tx: Tx, id: string, device: Device, proof?: string): Promise<number> {
  const [last] = await tx
    .select({ revision: reportTable.revision, deviceId: reportTable.deviceId })
    .from(reportTable)
    .where(eq(reportTable.id, id))
    .orderBy(desc(reportTable.revision))
    .limit(1);
  if (!last) return 1;
  if (last.deviceId !== device.id && !(await hasReceipt(tx, id, proof)))
    throw new Refusal('report-exists', { field: 'id' });
  await tx
    .update(reportTable)
    .set({ newest: false })
    .where(and(eq(reportTable.id, id), reportTable.newest));
  return last.revision + 1;
}

/** Only who handed a revision in was told its receipt. */
async function hasReceipt(tx: Tx, id: string, proof: string | undefined): Promise<boolean> {
  if (!proof) return false;
  const rows = await tx
    .select({ receipt: reportTable.receipt })
    .from(reportTable)
    .where(eq(reportTable.id, id));
  return rows.some(({ receipt }) => (receipt as Receipt).signature === proof);
}

/** What the list shows and searches. */
function rowOf(report: SessionReport) {
  const { session } = report;
  return {
    id: report.id,
    newest: true,
    startedAt: session.startedAt,
    item: storable(session.item.name),
    unit: storable(session.walker.unit),
    walker: storable(session.walker.name),
    programme: storable(session.programme.title),
    mode: session.mode,
    figures: figuresOf(report),
  };
}
