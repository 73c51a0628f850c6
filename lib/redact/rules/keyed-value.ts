import { findAll } from '../find-all.ts';
import { fitsKind } from '../fits-kind.ts';
import { kindOfKey } from '../label-keys.ts';
import { isMaskedAlready, isOfficePhone, isServiceValue } from '../service-values.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

/** A technical key and what parts it from its value, as JSON, query strings, cookies and logs write it. */
const KEY = /(?<![\w$.-])([A-Za-z_][\w-]{1,29})(?:\\?["'])? ?[=:] ?/g;
const QUOTED = /\\?(["'])((?:(?!\1|\\)[\s\S]){1,4000})/y;
const NUMBER = /\+?\(?\d(?:[ \-\u200b./_()]{0,2}\d){4,24}[Xx]?(?![\w%])/y;
const WORD = /[^\s&;,"<>(){}[\]\\|。、】」》]{2,4000}/y;
/** Kinds whose values are one word, however they begin: digits with dashes may be the head of a longer one. */
const ONE_WORD = new Set(['token', 'password']);
/** Keys that stand before words in any program's messages. */
const TOO_COMMON = /^(?:name|address|account|username|email|mail|session|phone|birth|zz|sj|xm|mm|yx)$/i;

/** What stands for a hidden parameter in an address. */
const HIDDEN = /^_(?![\w-])/;
const PHONES = new Set(['mobile', 'landline', 'phone']);

function valueAt(
  text: string,
  at: number,
  kind: string,
): { start: number; value: string; quoted: boolean } | undefined {
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(text);
  if (quoted) {
    const value = quoted[2] ?? '';
    return { start: at + quoted[0].length - value.length, value, quoted: true };
  }
  for (const pattern of ONE_WORD.has(kind) ? [WORD] : [NUMBER, WORD]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { start: at, value: match[0], quoted: false };
  }
  return undefined;
}

/** Values behind a technical key, in JSON, parameters, cookies and headers that errors show: `"sfzh":"…"`, `token=…`. */
export const keyedValue: Rule = {
  name: 'keyed-value',
  kind: 'keyed',
  needs: sign.keyed,
  find(text, _original, memory) {
    if (!/[=:]/.test(text)) return [];
    return findAll(text, KEY, (match) => {
      const key = match[1] ?? '';
      const kind = kindOfKey(key) ?? memory?.setting?.labels[key.toLowerCase()];
      const at = match.index + match[0].length;
      const found = kind && valueAt(text, at, kind);
      if (!found) return false;
      const { start, value, quoted } = found;
      const isPlain = !quoted && text[match.index + match[0].trimEnd().length - 1] === ':';
      if (isPlain && TOO_COMMON.test(key)) return false;
      if (isServiceValue(value) || isMaskedAlready(value) || HIDDEN.test(value)) return false;
      if (!/%[0-9A-F]{2}/i.test(value) && !fitsKind(kind, value)) return false;
      if (PHONES.has(kind) && isOfficePhone(value)) return false;
      return { start, end: start + value.length, kind };
    });
  },
};
