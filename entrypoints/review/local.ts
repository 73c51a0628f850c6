import { browser } from 'wxt/browser';
import { coverageOf } from '../../lib/assess/coverage.ts';
import { stepTimes } from '../../lib/assess/step-times.ts';
import { buildReport } from '../../lib/deliver/build-report.ts';
import type { ProcessingWord } from '../../lib/model/processing-entry.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { createStepEdits } from '../../lib/store/edit-steps.ts';
import { joinAreas } from '../../lib/store/join-areas.ts';
import { openStore } from '../../lib/store/open-store.ts';
import { residueOf } from '../../lib/store/purge.ts';
import { createPacks } from '../../lib/walk/packs.ts';

/** This browser's own store and what the review screens need made of it. */
export const store = openStore(undefined, joinAreas(browser.storage.local, browser.storage.session));

/** Writes into the processing log; a log that cannot be written holds nobody up. */
export const log = (word: ProcessingWord): Promise<void> =>
  store.logProcessing(word).catch((error: unknown) => console.error('processing log:', error));

/** Deletes a session and proves it; `reason` is asked for when nobody else keeps it. */
export async function purge(id: string, reason?: string): Promise<{ rows: number; residue: number }> {
  const absence = await store.purge(id, reason ? `unsent ${reason}` : 'asked');
  return { rows: absence.rows, residue: residueOf(absence) };
}

/** The same, but only while the collector keeps all there is of it; else undefined, and nothing is deleted. */
export async function purgeKept(id: string): Promise<{ rows: number; residue: number } | undefined> {
  const absence = await store.purgeKept(id, 'asked');
  return absence && { rows: absence.rows, residue: residueOf(absence) };
}

export const packs = createPacks(
  async (path) => (await fetch(browser.runtime.getURL(path as never))).json(),
  () => store.readImported(),
);

export const stepEdits = createStepEdits(store.db, async (sessionId, from, to) => {
  const whole = await store.sessions.readWhole(sessionId);
  if (!whole) throw new Error('session-missing');
  return stepTimes({ ...whole, pauses: whole.session.pauses }, from, to);
});

/** The report a session would make now, or the one that was opened from a file; undefined when it is neither. */
export async function readReport(id: string): Promise<{ report: SessionReport; own: boolean } | undefined> {
  const whole = await store.sessions.readWhole(id);
  if (!whole) {
    const report = await store.imported.find(id);
    return report && { report, own: false };
  }
  const about = {
    now: Date.now(),
    version: browser.runtime.getManifest().version,
    browser: /(Firefox|Edg|Chrome)\/[\d.]+/.exec(navigator.userAgent)?.[0] ?? '',
    coverage: coverageOf(whole),
  };
  return { report: buildReport(whole, about), own: true };
}
