import { describe, expect, test } from 'vitest';
import { buildReport, type Evidence } from '../../../lib/deliver/build-report.ts';
import { SessionReport } from '../../../lib/model/report.ts';
import { sampleReport } from './sample-report.ts';

const about = {
  now: 1_790_000_020_000,
  version: '0.1.0',
  browser: 'Chrome/150.0',
  coverage: { walkedMs: 9000, recordedMs: 8000, frames: 1, framesRecorded: 1 },
};

/** Evidence as the store reads it: the report's rows with what the store keeps beside them. */
async function evidence(): Promise<Evidence> {
  const report = SessionReport.parse(JSON.parse((await sampleReport()).reportJson));
  const {
    streams,
    chunks,
    visits,
    actions,
    incidents,
    requests,
    screenshots,
    painPoints,
    bookmarks,
    gaps,
    objects,
    steps,
  } = report;
  const session = {
    ...report.session,
    masked: { mobile: 2 },
    markKey: 'f'.repeat(64),
    browserRun: 'run-1',
    tabs: [7, 9],
    visibleTab: 9,
    loginHosts: ['login.example'],
    warnings: [{ code: 'diskFull', detail: '' }],
    namedSteps: [],
    sealed: true,
  };
  const stored = <T extends object>(rows: T[]) => rows.map((row) => ({ ...row, sessionId: session.id }));
  return {
    session,
    objects,
    steps: stored(steps),
    fields: [],
    waits: [],
    sightings: [],
    pageTimings: [],
    maskCounts: [],
    guidePages: [],
    pageChecks: [],
    decisions: [],
    costs: [],
    streams: stored(streams),
    chunks: stored(chunks),
    visits: stored(visits),
    actions: stored(actions),
    incidents,
    requests,
    screenshots: stored(screenshots),
    assets: [],
    painPoints,
    bookmarks,
    gaps,
  };
}

describe('a report', () => {
  test('holds what the schema names, and is one', async () => {
    const report = buildReport(await evidence(), about);
    expect(SessionReport.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report).toMatchObject({
      id: 'walk-1',
      createdAt: about.now,
      masked: { mobile: 2 },
      coverage: about.coverage,
    });
    expect(report.chunks).toHaveLength(3);
    expect(report.screenshots).toHaveLength(1);
  });

  test('takes along nothing that the store keeps for itself: no mark key, no run, no tabs, no warnings', async () => {
    const json = JSON.stringify(buildReport(await evidence(), about));
    for (const word of [
      'markKey',
      'f'.repeat(64),
      'browserRun',
      'run-1',
      'loginHosts',
      'visibleTab',
      'warnings',
      'sessionId',
    ]) {
      expect(json).not.toContain(word);
    }
  });

  test('lists the objects that its chunks and screenshots rest on, and no other', async () => {
    const all = await evidence();
    const stray = { object: 'ab'.repeat(32), bytes: 9, type: 'image/png' as const };
    const report = buildReport({ ...all, objects: [stray, ...all.objects] }, about);
    expect(report.objects).toEqual(all.objects);
  });

  test('is the same bytes from the same evidence and moment, so that a second try is the same report', async () => {
    const [one, other] = [buildReport(await evidence(), about), buildReport(await evidence(), about)];
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  test('is not made of evidence that does not fit: the field is named', async () => {
    const all = await evidence();
    const visits = [{ ...all.visits[0], at: Number.NaN } as never];
    expect(() => buildReport({ ...all, visits }, about)).toThrow(
      expect.objectContaining({ name: 'ModelError', field: 'visits.0.at' }),
    );
  });
});
