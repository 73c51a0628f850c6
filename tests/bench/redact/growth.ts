import { createRedactor } from '../../../lib/redact/index.ts';
import { round } from '../support/numbers.ts';

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
const LENGTH = 6_000;

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

/** Time of n, 2n and 4n signs of each hostile input; `worst` is the highest growth from 2n to 4n, where 2 is linear and 4 quadratic. */
export function judgeGrowth(): { worst: number; rows: string[][] } {
  let worst = 0;
  const rows = Object.entries(hostile).map(([name, part]) => {
    const many = Math.ceil(LENGTH / part.length);
    const [one, double, four] = [1, 2, 4].map((times) => timeOf(part.repeat(many * times)));
    const first = (double ?? 0) / (one ?? 1);
    const second = (four ?? 0) / (double ?? 1);
    worst = Math.max(worst, Math.min(first, second));
    return [name, String(Math.round(one ?? 0)), first.toFixed(2), second.toFixed(2)];
  });
  return { worst: round(worst), rows };
}
