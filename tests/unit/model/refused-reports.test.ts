import { expect, test } from 'vitest';
import { ModelError, mustParse } from '../../../lib/model/parse.ts';
import { SessionReport } from '../../../lib/model/report.ts';
import { goldenReport } from './golden.ts';

/** Where, what stands there instead; `undefined` takes the field away. */
const broken: [field: string, value: unknown][] = [
  ['schema', 'zouyibian/other'],
  ['version', 2],
  ['id', '../etc/passwd'],
  ['createdAt', Number.NaN],
  ['recorder.name', 'x'.repeat(301)],
  ['session.state', 'done'],
  ['session.item.name', ''],
  ['session.mode', '体验办'],
  ['session.privacy', undefined],
  ['session.startedAt', -1],
  ['session.pauses.0.from', '2026-05-12'],
  ['streams.1.token', 'tk form'],
  ['chunks.0.object', 'ABCDEF'],
  ['chunks.2.events', 0],
  ['visits.0.kind', 'page'],
  ['steps.1.stage', '登录'],
  ['steps.2.times.idle', -5],
  ['actions.1.value.mark', 'x'.repeat(81)],
  ['actions.0.selectors', Array(7).fill('a')],
  ['incidents.0.kind', 'weird'],
  ['requests.0.redirects', 0.5],
  ['screenshots.0.by', 'html2canvas'],
  ['painPoints.0.severity', '严重'],
  ['painPoints.1.interval.to', null],
  ['gaps.0.why', 'no reason'],
  ['cost.0.snapshotMs', Number.POSITIVE_INFINITY],
  ['coverage.framesRecorded', undefined],
  ['masked.name', 1.5],
  ['objects.3.type', 'text/html'],
  ['objects.4.bytes', 64 * 1024 * 1024 + 1],
];

function withField(field: string, value: unknown): unknown {
  const report = goldenReport();
  const path = field.split('.');
  const last = path.pop() ?? '';
  const holder = path.reduce((node, key) => node[key], report);
  expect(holder, `${field} stands in the golden report`).toHaveProperty(last);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return report;
}

test.each(broken)('a report is refused by name when %s is %j', (field, value) => {
  const parse = () => mustParse('report', SessionReport, withField(field, value));
  expect(parse).toThrow(ModelError);
  expect(parse).toThrow(expect.objectContaining({ field }));
});

test('a refusal says which noun, which field and why, in one sentence', () => {
  const error = (() => {
    try {
      return mustParse('report', SessionReport, withField('chunks.0.object', 'ABCDEF'));
    } catch (thrown) {
      return thrown as ModelError;
    }
  })();
  expect(error).toMatchObject({
    name: 'ModelError',
    message: 'report: chunks.0.object: expected 64 lower-case hexadecimal digits',
    reason: 'expected 64 lower-case hexadecimal digits',
  });
});

test('what is no object at all is refused as a whole', () => {
  expect(() => mustParse('report', SessionReport, 'hello')).toThrow(/^report: \(whole\): /);
});

test('fields the model does not know are dropped, not kept', () => {
  const parsed = mustParse('report', SessionReport, { ...goldenReport(), password: 'secret' });
  expect(parsed).toEqual(goldenReport());
});

test('fields with a default may be left out', () => {
  const report = goldenReport();
  delete report.session.pauses;
  delete report.painPoints[1].kind;
  const parsed = SessionReport.parse(report);
  expect(parsed.session.pauses).toEqual([]);
  expect(parsed.painPoints[1]?.kind).toBe('pain');
});

test('what nobody said of an item stays unsaid, and a report of before, which always said it, is read as it was', () => {
  const report = goldenReport();
  delete report.session.item.oneThing;
  const { item } = SessionReport.parse(report).session;
  expect(item).not.toHaveProperty('oneThing');
  expect(item.crossRegion).toBe(false);
});
