import { addFound } from '../found.ts';
import type { Learner } from '../learned-values.ts';
import { isPersonalLabel } from '../personal-label.ts';
import { redactAs } from '../redact-labelled.ts';
import { redactText } from '../redact-text.ts';
import { redactUrl } from '../redact-url.ts';
import { isOff } from '../setting.ts';
import type { Found } from '../types.ts';
import type { UrlRules } from '../url-params.ts';

const DEEPEST = 40;
const URL_KEY = /^(?:url|href|src|action|location|referrer)$|(?:Url|Href|URL)$/;
const ANY_URL = /^(?:https?|blob|data|file):\S*$/i;

/** What is counted and known while a payload is read. */
export type PayloadWalk = { found: Found; urlRules?: UrlRules; memory?: Learner };

function redactString(value: string, key: string, { found, urlRules, memory }: PayloadWalk): string {
  if (URL_KEY.test(key) || ANY_URL.test(value)) return redactUrl(value, urlRules, memory);
  const kind =
    key === '' || isOff('keyed-payload', memory)
      ? undefined
      : (isPersonalLabel(key) ?? memory?.setting?.labels[key.toLowerCase()]);
  const result = kind ? redactAs(kind, value, memory) : redactText(value, memory);
  addFound(found, result.found);
  return result.text;
}

/** All strings of a payload masked: by their key where it says what they are, else by shape. Copies on change. */
export function redactPayload<T>(value: T, walk: PayloadWalk, key = '', depth = 0): T {
  if (typeof value === 'string') return redactString(value, key, walk) as T;
  if (value === null || typeof value !== 'object') return value;
  if (depth > DEEPEST) return undefined as T;
  let copy: Record<string, unknown> | undefined;
  const source = value as Record<string, unknown>;
  for (const name of Object.keys(source)) {
    const next = redactPayload(source[name], walk, Array.isArray(value) ? key : name, depth + 1);
    if (next === source[name]) continue;
    copy ??= (Array.isArray(value) ? value.slice() : { ...source }) as unknown as Record<string, unknown>;
    copy[name] = next;
  }
  return (copy as T | undefined) ?? value;
}
