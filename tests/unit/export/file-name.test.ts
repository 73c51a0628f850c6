import { afterEach, beforeEach, expect, test } from 'vitest';
import { exportFile } from '../../../lib/export/export-file.ts';
import { dayForFile } from '../../../lib/export/file-name.ts';
import { handOverName } from '../../../lib/export/hand-over-name.ts';
import { SessionReport } from '../../../lib/model/report.ts';
import { fakeReport } from '../../support/fake-report.ts';

const zone = process.env.TZ;
beforeEach(() => {
  process.env.TZ = 'Asia/Shanghai';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const walked = (name: string, startedAt: number): SessionReport => {
  const report = SessionReport.parse(fakeReport());
  return { ...report, session: { ...report.session, startedAt, item: { name } } };
};

test('the day in a name is the one on the walker’s calendar', () => {
  // Half past seven in the morning of the second, which is still the first in UTC.
  const morning = Date.UTC(2026, 11, 1, 23, 30);
  expect(dayForFile(morning)).toBe('2026-12-02');
  expect(handOverName(walked('读者证', morning))).toBe('读者证-2026-12-02.zyb');
  expect(exportFile(walked('读者证', morning), 'har').name).toBe('走流程_读者证_2026-12-02.har');
});

test('nothing stands in a name that is not seen, turns it around, or makes a path of it', () => {
  const noon = Date.UTC(2026, 11, 1, 4);
  expect(handOverName(walked('../读者\u202egpj.\u200b证\u0007:办理', noon))).toBe(
    '.._读者_gpj._证_办理-2026-12-01.zyb',
  );
});
