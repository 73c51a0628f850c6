import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { coverageOf } from '../../../lib/assess/coverage.ts';
import { findHints } from '../../../lib/assess/hints/find-hints.ts';
import { computeReductions } from '../../../lib/assess/reductions/compute-reductions.ts';
import { computeSignals } from '../../../lib/assess/signals/index.ts';
import { suggest } from '../../../lib/assess/suggest/suggest.ts';
import { Aim } from '../../../lib/model/aim.ts';
import { channelKindIn, channelText } from '../../../lib/model/channel.ts';
import {
  type HandEntry,
  newHandEntry,
  problemsInEntry,
  reportOfEntry,
  settleEntry,
  unsaidMoment,
} from '../../../lib/model/hand-entry.ts';
import { PainPoint } from '../../../lib/model/pain-point.ts';
import { figuresOf, SessionReport } from '../../../lib/model/report.ts';
import { isByHand } from '../../../lib/model/session.ts';
import { programme } from '../../support/form-sources.ts';
import { goldenReport } from './golden.ts';

const byHand = () =>
  JSON.parse(
    readFileSync(new URL('../../golden/session-report-by-hand-v1.json', import.meta.url), 'utf8'),
  ) as unknown;
const report = SessionReport.parse(byHand());
const begun = report.session.startedAt;
const now = begun + 86_400_000;

const blank = () =>
  newHandEntry({
    id: 'h1',
    mode: 'self',
    perspective: 'citizen',
    programme: { id: 'p', version: '1.0.0', title: '走流程' },
    walker: { unit: '', name: '', position: '', contact: '' },
    privacy: 'full',
    recorderVersion: '0.1.0',
  });
const entry = (change: Partial<HandEntry['session']> = {}): HandEntry => {
  const one = blank();
  return {
    ...one,
    session: {
      ...one.session,
      item: { name: '失业登记' },
      channelKind: 'window',
      startedAt: begun,
      endedAt: begun + 60_000,
      ...change,
    },
  };
};
const point = (id: string, more: object = {}) =>
  PainPoint.parse({
    id,
    at: 0,
    interval: { from: 0, to: 0 },
    dimensionId: 'd',
    checkItemId: 'c',
    severity: 'minor',
    ...more,
  });

test('the golden report of a walk entered by hand parses unchanged', () => {
  expect(report).toEqual(byHand());
  expect(isByHand(report.session)).toBe(true);
});

test('a walk of which nothing is said was recorded, as all were before', () => {
  expect(isByHand(SessionReport.parse(goldenReport()).session)).toBe(false);
});

describe('nothing of a walk entered by hand is measured', () => {
  const signals = computeSignals(report);

  it('no signal has a value, and each says why', () => {
    expect(signals.length).toBeGreaterThan(30);
    expect(signals.filter(({ value, unseen }) => value !== null || !unseen)).toEqual([]);
  });

  it('no reduction has a measured figure, nothing is suggested and nothing looks staged', () => {
    expect(computeReductions(report).filter(({ measured }) => measured !== null)).toEqual([]);
    expect(suggest(report, signals, programme.checklists)).toEqual([]);
    expect(findHints(report)).toEqual([]);
  });

  it('its time is no time in which something could have been recorded', () => {
    const { coverage, ...evidence } = report;
    expect(coverageOf(evidence)).toEqual({ walkedMs: 0, recordedMs: 0, frames: 0, framesRecorded: 0 });
    expect(coverage.walkedMs).toBe(0);
  });

  it('lists know it by a figure of its own', () => {
    expect(figuresOf(report).byHand).toBe(1);
    expect(figuresOf(SessionReport.parse(goldenReport()))).not.toHaveProperty('byHand');
  });
});

describe('channels', () => {
  it.each([
    ['app', '辽事通', '辽事通 APP'],
    ['window', '青溪市政务服务中心', '青溪市政务服务中心办事窗口'],
    ['window', '一楼综合窗口', '一楼综合窗口'],
    ['hotline', '12345', '12345'],
    ['terminal', '', '自助终端'],
    ['other', '“视频办”', '“视频办”'],
  ] as const)('%s of %s is "%s"', (kind, platform, channel) => {
    expect(channelText(kind, platform)).toBe(channel);
  });

  it('the kind that was chosen counts, not what the words end in', () => {
    expect(channelKindIn({ channel: '“视频办”', channelKind: 'window' })).toBe('window');
    expect(channelKindIn({ channel: '粤省事 小程序' })).toBe('miniProgram');
  });
});

describe('an entry', () => {
  it('begins with everything still to be said', () => {
    expect(blank().session.startedAt).toBe(unsaidMoment);
    expect(problemsInEntry(blank(), now)).toEqual(['item', 'channel', 'begun', 'ended']);
    expect(problemsInEntry(entry(), now)).toEqual([]);
  });

  it('is not of a walk on a PC: that is recorded', () => {
    expect(problemsInEntry(entry({ channelKind: 'pc' }), now)).toEqual(['channel']);
  });

  it('says which other channel it was, ends after its beginning, and not in the future', () => {
    expect(problemsInEntry(entry({ channelKind: 'other' }), now)).toEqual(['platform']);
    expect(problemsInEntry(entry({ endedAt: begun - 1 }), now)).toEqual(['order']);
    expect(problemsInEntry(entry({ endedAt: now + 1 }), now)).toEqual(['future']);
  });

  it('wants a name for a step in which something else was written, and drops blank lines', () => {
    const steps = [
      { id: 'a', name: '', stage: 'other', note: '' },
      { id: 'b', name: '', stage: 'other', note: '', minutes: 5 },
    ] as const;
    const one = entry({ stated: { ...blank().session.stated, steps: [...steps] } });
    expect(problemsInEntry(one, now)).toEqual(['stepName']);
    expect(settleEntry(one).session.stated.steps.map(({ id }) => id)).toEqual(['b']);
  });

  it('keeps no photos beside an accompanied person without their consent', () => {
    const photos = report.screenshots;
    expect(problemsInEntry({ ...entry({ privacy: 'metrics' }), photos }, now)).toEqual(['photos']);
    expect(problemsInEntry({ ...entry({ privacy: 'full' }), photos }, now)).toEqual([]);
  });

  it('puts what hangs on it where the walk is said to have been, in its order, and lets go of what is gone', () => {
    const settled = settleEntry({
      ...entry({ stated: { ...blank().session.stated, platform: '一楼' } }),
      painPoints: [point('p2', { stepId: 'gone', screenshotId: 'gone' }), point('p1')],
    });
    expect(settled.session.channel).toBe('一楼办事窗口');
    expect(settled.painPoints.map(({ id, at }) => [id, at])).toEqual([
      ['p2', begun],
      ['p1', begun + 1],
    ]);
    expect(settled.painPoints[0]?.interval).toEqual({ from: begun, to: begun + 60_000 });
    expect(settled.painPoints[0]).not.toHaveProperty('stepId');
    expect(settled.painPoints[0]).not.toHaveProperty('screenshotId');
  });

  it('opens an aim again that was found in a point which is gone', () => {
    const aims = ['p1', 'gone'].map((id) =>
      Aim.parse({ id: `of-${id}`, text: `看 ${id}`, state: 'found', judgedAt: now, painPointIds: [id] }),
    );
    const settled = settleEntry({ ...entry({ aims }), painPoints: [point('p1')] });
    expect(settled.session.aims?.map(({ id, state }) => [id, state])).toEqual([
      ['of-p1', 'found'],
      ['of-gone', 'open'],
    ]);
  });

  it('makes a report that fits the model', () => {
    const finished = settleEntry(entry({ state: 'finished' }));
    expect(SessionReport.safeParse(reportOfEntry(finished)).error).toBeUndefined();
  });
});
