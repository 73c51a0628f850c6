import { createRedactor } from '../../../lib/redact/index.ts';
import { round } from '../support/numbers.ts';
import type { Dice } from './dice.ts';

/** What makes patterns go back and forth: long runs of what they begin with and never end. */
const hostile: Record<string, string> = {
  digits: '1',
  'digits and spaces': '1 3 ',
  'digits and dashes': '62-',
  'digits and letters': '1a',
  'small letters': 'a',
  'mail names': 'a.b-',
  'at signs': 'a@b.',
  'family names': '张王',
  'names before a greeting': '张三，您好',
  labels: '姓名：',
  'labels and values': '联系地址：某市某路',
  'open brackets': '（〔【',
  'half masked': '1*',
  stars: '*',
  addresses: '桂花路1号',
  rooms: '3幢2单元',
  slashes: '/a?b=c&',
  'web addresses': 'http://a/',
  'percent signs': '%25',
  'single digits': '1 1 ',
  'parts of IDs': '370102/',
  'names in a list': '法人：张三、',
  'parts of a path': '/token/1a2b3c',
  JSON: '"xm":"',
  pairs: 'token=&',
  colons: ':',
  spaces: ' ',
  invisible: '1\u200b',
  'dotted names': '阿·',
  dates: '2024-05-0',
  plates: '京A',
  certificates: '不动产权第',
  capitals: 'ABC1',
  base64: 'eyJa.',
};
const LENGTH = 12_000;
const MIXTURES = 20;

function timeOf(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 5; i += 1) {
    const { redactText, redactUrl } = createRedactor();
    const start = performance.now();
    redactText(text);
    redactUrl(text);
    best = Math.min(best, performance.now() - start);
  }
  return best * 1000;
}

/** On a machine in use a figure may be another program's; what grows by itself grows every time. */
const SUSPICIOUS = 2.5;
const TRIES = 4;

function growthOf(part: string): { one: number; first: number; second: number } {
  const many = Math.ceil(LENGTH / part.length);
  let best = { one: 0, first: Number.POSITIVE_INFINITY, second: Number.POSITIVE_INFINITY };
  for (let i = 0; i < TRIES && Math.min(best.first, best.second) > SUSPICIOUS; i += 1) {
    const one = timeOf(part.repeat(many));
    const double = timeOf(part.repeat(many * 2));
    const four = timeOf(part.repeat(many * 4));
    const now = { one, first: double / one, second: four / double };
    if (Math.min(now.first, now.second) < Math.min(best.first, best.second)) best = now;
  }
  return best;
}

/**
 * Time of n, 2n and 4n signs of each hostile input, and of random mixtures of them; `worst` is the highest growth when
 * the length doubles, where 2 is linear and 4 quadratic: of the two steps the lower, since one may be disturbed.
 */
export function judgeGrowth(dice: Dice): { worst: number; rows: string[][] } {
  let worst = 0;
  const parts = Object.entries(hostile);
  for (let i = 0; i < MIXTURES; i += 1) {
    const mixture = Array.from({ length: 3 }, () =>
      dice.pick(Object.values(hostile)).repeat(dice.number(1, 4)),
    );
    parts.push([`mixture ${i + 1}`, mixture.join('')]);
  }
  const rows = parts.map(([name, part]) => {
    const { one, first, second } = growthOf(part);
    worst = Math.max(worst, Math.min(first, second));
    return [name, String(Math.round(one)), first.toFixed(2), second.toFixed(2)];
  });
  return { worst: round(worst), rows };
}
