import { HAN } from '../patterns.ts';
import { isServiceValue } from '../service-values.ts';
import { nameLengthsAt } from '../surnames.ts';
import type { Span } from '../types.ts';

const NEXT_LABEL = '(?:性别|民族|年龄|出生|身份|证件|联系|手机|电话|住址|地址|户籍|单位|职业|学历|国籍|与)';
const EDGE_SOURCE = `(?=先生|女士|同志|${NEXT_LABEL}|[^0-9A-Za-z\\u3007\\u3400-\\u9fff]|$)`;
const EDGE = new RegExp(EDGE_SOURCE, 'y');
const DOTTED = new RegExp(`${HAN}{1,10}(?:[·•]${HAN}{1,10}){1,4}`, 'y');
const ANY_HAN = new RegExp(`${HAN}{2,6}?${EDGE_SOURCE}`, 'y');
const LATIN = /[A-Z][A-Za-z'-]{1,20}(?:[ ,]{1,2}[A-Z][A-Za-z'-]{0,20}){1,4}|[A-Z]{2,20}(?![0-9A-Za-z])/y;

/** What follows is no name but the next label of an empty form ("姓名：性别："). */
const ANOTHER_LABEL = new RegExp(
  `${NEXT_LABEL}|(?!${HAN}{2,8}?${NEXT_LABEL}${HAN}{0,6}:)${HAN}{2,8} ?:`,
  'y',
);

function matchAt(pattern: RegExp, text: string, at: number): Span | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { start: at, end: at + match[0].length } : undefined;
}

function familyFirstAt(text: string, at: number): Span | undefined {
  const length = nameLengthsAt(text, at, 3, false).find((each) => matchAt(EDGE, text, at + each));
  return length === undefined ? undefined : { start: at, end: at + length };
}

function runOnAt(text: string, at: number): Span | undefined {
  const [length] = nameLengthsAt(text, at);
  return length === undefined ? undefined : { start: at, end: at + length };
}

/**
 * The name that begins at `at`. After a label that can only mean a name (姓名) any short word counts; after a role
 * (申请人) a family name is needed, since guides put conditions there.
 */
export function findNameAt(text: string, at: number, label: string): Span | undefined {
  if (isServiceValue(text.slice(at, at + 12))) return undefined;
  if (matchAt(ANOTHER_LABEL, text, at)) return undefined;
  const isNameLabel = /(?:姓名|名字|曾用名)$/.test(label);
  const found = matchAt(DOTTED, text, at) ?? familyFirstAt(text, at) ?? matchAt(LATIN, text, at);
  if (found || !isNameLabel) return found;
  return matchAt(ANY_HAN, text, at) ?? runOnAt(text, at);
}
