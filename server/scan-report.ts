import { buffer } from 'node:stream/consumers';
import { scanReport } from '../lib/deliver/scan-report.ts';
import type { SessionReport } from '../lib/model/report.ts';
import { createScanner } from '../lib/redact/index.ts';
import { sha256 } from './hash.ts';
import type { KeptObjects } from './kept-objects.ts';
import type { Log } from './log.ts';
import { Refusal } from './refusals.ts';

/** Names of objects remembered as clean: assets of a portal come again with every report. */
const mostRemembered = 50_000;

/**
 * Looks through a report and its objects with the same eyes as the sender, and refuses it when something still looks
 * like personal data. Place and kind are told and logged, the value never.
 */
export function createReportScan({ objects, log }: { objects: KeptObjects; log: Log }) {
  const clean = new Set<string>();
  return async function mustBeClean(report: SessionReport): Promise<void> {
    if (clean.size > mostRemembered) clean.clear();
    const policy = report.session.policy?.redaction;
    // What one programme lets pass, another may not.
    const by = sha256(JSON.stringify(policy ?? {}));
    const findings = await scanReport(report, {
      ...createScanner({ policy }),
      readObject: async (name) => buffer(await objects.read(name)),
      clean: {
        has: (object) => clean.has(object + by),
        add: (object) => clean.add(object + by),
      },
      giveWay: () => new Promise((next) => setImmediate(next)),
    });
    const [first] = findings;
    if (!first) return;
    const places = findings.slice(0, 20).map(({ field, kind }) => ({ field, kind }));
    log.info({ places, count: findings.length }, 'report refused: personal data');
    throw new Refusal('personal-data', { field: first.field, detail: first.kind }, { places });
  };
}
export type ReportScan = ReturnType<typeof createReportScan>;
