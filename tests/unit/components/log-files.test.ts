import { expect, it } from 'vitest';
import { logAsCsv, logAsJson } from '../../../components/options/log-files.ts';
import type { ProcessingEntry } from '../../../lib/model/processing-entry.ts';

const entry: ProcessingEntry = {
  id: 'e1',
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  kind: 'exported',
  sessionId: 's1',
  by: { unit: '=1+1', name: '张"三' },
  detail: 'zyb',
};

it('the log as CSV is one line an entry, and no cell begins a formula', () => {
  expect(logAsCsv([entry])).toBe(
    '\ufeffat,kind,sessionId,unit,name,detail\r\n"2026-01-02T03:04:05.000Z","exported","s1","\'=1+1","张""三","zyb"\r\n',
  );
});

it('the log as JSON is what is kept', () => {
  expect(JSON.parse(logAsJson([entry])).entries).toEqual([entry]);
});
