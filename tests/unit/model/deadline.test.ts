import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelKindOf } from '../../../lib/model/channel.ts';
import { Day, dueOn } from '../../../lib/model/deadline.ts';

describe('a deadline', () => {
  it('counts days from the start, over months and leap years', () => {
    expect(dueOn({ kind: 'afterStart', days: 0 }, '2031-03-09', '2031-01-01')).toBe('2031-03-09');
    expect(dueOn({ kind: 'afterStart', days: 2 }, '2032-02-28', '2032-01-01')).toBe('2032-03-01');
    expect(dueOn({ kind: 'afterStart', days: 14 }, undefined, '2031-01-01')).toBeUndefined();
  });
  it('of every year is the next one, in a short month its last day', () => {
    expect(dueOn({ kind: 'yearly', month: 12, day: 31 }, undefined, '2031-06-01')).toBe('2031-12-31');
    expect(dueOn({ kind: 'yearly', month: 2, day: 31 }, undefined, '2031-06-01')).toBe('2032-02-29');
    expect(dueOn({ kind: 'yearly', month: 6, day: 1 }, undefined, '2031-06-01')).toBe('2031-06-01');
  });
  it('that is left open has no day', () => {
    expect(dueOn({ kind: 'open' }, '2031-01-01', '2031-01-01')).toBeUndefined();
  });
  it('is always a day that exists, so many days after the start', () => {
    const start = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(start, fc.nat(3660), (date, days) => {
        const from = date.toISOString().slice(0, 10);
        const due = dueOn({ kind: 'afterStart', days }, from, from) ?? '';
        expect(Day.safeParse(due).success).toBe(true);
        expect((Date.parse(due) - Date.parse(from)) / 86_400_000).toBe(days);
      }),
    );
  });
  it.each(['2031-02-29', '2031-13-01', '31-01-01', '2031-1-1'])('%s is no day', (text) => {
    expect(Day.safeParse(text).success).toBe(false);
  });
});

describe('the channel of a session', () => {
  it.each([
    ['云岭省政务服务网 PC端', 'pc'],
    ['辽事通 APP', 'app'],
    ['鲁证通小程序', 'miniProgram'],
    ['市政务服务中心窗口', 'window'],
    ['自助终端机', 'terminal'],
    ['12345热线', 'hotline'],
    ['', 'other'],
  ])('%j is of the kind %s', (channel, kind) => {
    expect(channelKindOf(channel)).toBe(kind);
  });
});
