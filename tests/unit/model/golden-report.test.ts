import { expect, test } from 'vitest';
import { verifyChains } from '../../../lib/deliver/verify-report.ts';
import { figuresOf, objectsNamedBy, SessionReport } from '../../../lib/model/report.ts';
import { scan } from '../../../lib/redact/index.ts';
import { goldenReport } from './golden.ts';

const golden = SessionReport.parse(goldenReport());

test('the golden report parses unchanged: every default is written out, nothing is dropped', () => {
  expect(golden).toEqual(goldenReport());
});

test('every list of the golden report has one to five rows, and every step’s times add up', () => {
  const lists = Object.entries(golden).filter(([, value]) => Array.isArray(value)) as [string, unknown[]][];
  expect(lists).toHaveLength(22);
  for (const [name, rows] of lists)
    expect([name, rows.length >= 1 && rows.length <= 5]).toEqual([name, true]);
  for (const { times, from, to } of golden.steps) {
    expect(times.active + times.waiting + times.idle + times.paused).toBe(times.wall);
    expect(times.wall).toBe(to - from);
  }
});

test('the golden report names only what it lists, and its chain holds', async () => {
  const listed = new Set(golden.objects.map((entry) => entry.object));
  expect(objectsNamedBy(golden).filter((object) => !listed.has(object))).toEqual([]);
  await expect(verifyChains(golden)).resolves.toBeUndefined();
});

test('what hangs on something in the golden report hangs on something that is there', () => {
  const ids = (rows: { id: string }[]) => new Set(rows.map((row) => row.id));
  const [streams, steps, shots] = [ids(golden.streams), ids(golden.steps), ids(golden.screenshots)];
  for (const { stream } of [...golden.chunks, ...golden.actions, ...golden.cost])
    expect(streams).toContain(stream);
  for (const point of golden.painPoints) {
    expect(point.stepId === undefined || steps.has(point.stepId)).toBe(true);
    expect(point.screenshotId === undefined || shots.has(point.screenshotId)).toBe(true);
  }
});

test('the golden report holds nothing personal, apart from the item’s own code', () => {
  const { item, ...session } = golden.session;
  expect(item.code).toHaveLength(31);
  const texts = JSON.stringify([{ ...golden, session }], (_key, value) =>
    typeof value === 'number' ? 0 : value,
  );
  const words = texts.match(/"[^"]*"/g) ?? [];
  expect(words.length).toBeGreaterThan(200);
  expect(words.filter((word) => !/^"[0-9a-f]{64}"$/.test(word)).flatMap((word) => scan(word))).toEqual([]);
});

test('figuresOf counts rows, distinct origins, wall time and bytes', () => {
  expect(figuresOf(golden)).toEqual({
    steps: 3,
    actions: 3,
    incidents: 3,
    screenshots: 2,
    painPoints: 2,
    streams: 2,
    origins: 3,
    gaps: 2,
    durationMs: 360_000,
    bytes: 199_680,
  });
});

test('figuresOf takes the report’s own time where the walk has no end', () => {
  const { endedAt: _gone, ...session } = golden.session;
  expect(figuresOf({ ...golden, session }).durationMs).toBe(golden.createdAt - golden.session.startedAt);
});

test('objectsNamedBy names each object once', () => {
  const twice = { ...golden, chunks: [...golden.chunks, ...golden.chunks] };
  expect(objectsNamedBy(twice)).toEqual(objectsNamedBy(golden));
  expect(objectsNamedBy(golden)).toHaveLength(5);
});
