/** A place in a text, both from 1. */
export type Place = { line: number; column: number };

/** Why a text is not JSON; `code` names a sentence `pack.reason.*`. */
export type JsonFault = { offset: number; code: string; values: string[] };

export type ScannedJson =
  | { ok: true; value: unknown; offsetOf(path: readonly (string | number)[]): number }
  | { ok: false; fault: JsonFault };

/** Deeper than this is no pack of ours. */
const deepest = 60;

/**
 * Reads JSON and remembers where every value stands, so that a refusal can name the line. Written here because JSON's
 * own parser tells no places and readers of wider languages take for good what the next program will refuse.
 */
export function scanJson(text: string): ScannedJson {
  const offsets = new Map<string, number>();
  let at = 0;

  const fail = (code: string, ...values: string[]): never => {
    throw new Refusal({ offset: Math.min(at, text.length), code, values });
  };
  const skip = () => {
    while (at < text.length && ' \t\n\r'.includes(text[at] as string)) at += 1;
  };
  const string = (): string => {
    const found = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy;
    found.lastIndex = at;
    const raw = found.exec(text)?.[0];
    if (raw === undefined) return fail('jsonString');
    at += raw.length;
    return JSON.parse(raw) as string;
  };
  const literal = (): void => {
    const found = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
    found.lastIndex = at;
    const raw = found.exec(text)?.[0];
    if (raw === undefined) fail(at >= text.length ? 'jsonEnd' : 'jsonValue', seen(text, at));
    else at += raw.length;
  };
  const list = (close: string, entry: (n: number) => void) => {
    at += 1;
    skip();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (let n = 0; ; n += 1) {
      entry(n);
      skip();
      if (text[at] === close) break;
      if (text[at] !== ',') fail(at >= text.length ? 'jsonEnd' : 'jsonComma', seen(text, at), close);
      at += 1;
      skip();
      if (text[at] === close) fail('jsonCommaTooMany');
    }
    at += 1;
  };
  const value = (path: string, depth: number): void => {
    skip();
    offsets.set(path, at);
    if (depth > deepest) fail('jsonDeep');
    const first = text[at];
    if (first === '"') string();
    else if (first === '[') list(']', (n) => value(`${path}/${n}`, depth + 1));
    else if (first === '{') {
      const keys = new Set<string>();
      list('}', () => {
        if (text[at] !== '"') fail(at >= text.length ? 'jsonEnd' : 'jsonKey', seen(text, at));
        const keyAt = at;
        const key = string();
        if (keys.has(key)) {
          at = keyAt;
          fail('jsonKeyTwice', key);
        }
        keys.add(key);
        skip();
        if (text[at] !== ':') fail(at >= text.length ? 'jsonEnd' : 'jsonColon', seen(text, at));
        at += 1;
        value(`${path}/${escaped(key)}`, depth + 1);
        offsets.set(`${path}/${escaped(key)}`, keyAt);
      });
    } else literal();
  };

  try {
    skip();
    if (at >= text.length) fail('jsonNothing');
    value('', 0);
    skip();
    if (at < text.length) fail('jsonAfter', seen(text, at));
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, fault: error.fault };
    throw error;
  }
  return { ok: true, value: JSON.parse(text), offsetOf: (path) => nearest(offsets, path) };
}

/** The line and column of an offset. */
export function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

class Refusal extends Error {
  readonly fault: JsonFault;
  constructor(fault: JsonFault) {
    super(fault.code);
    this.fault = fault;
  }
}

const escaped = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1');
const seen = (text: string, at: number) => text.slice(at, at + 12).split(/\s/)[0] ?? '';

/** What is missing stands nowhere: then the place of what it is missing from. */
function nearest(offsets: ReadonlyMap<string, number>, path: readonly (string | number)[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const key = path.slice(0, length).map((part) => `/${escaped(String(part))}`);
    const found = offsets.get(key.join(''));
    if (found !== undefined) return found;
  }
  return 0;
}
