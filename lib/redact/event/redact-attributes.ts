import { addFound, count } from '../found.ts';
import { kindOfKey } from '../label-keys.ts';
import { findLearned, type Learner } from '../learned-values.ts';
import { isBlank, maskTypedValue } from '../mask-typed-value.ts';
import { redactAs } from '../redact-labelled.ts';
import { findInName, redactName } from '../redact-name.ts';
import { redactText } from '../redact-text.ts';
import { redactUrl } from '../redact-url.ts';
import { isOff } from '../setting.ts';
import type { Found } from '../types.ts';
import type { UrlRules } from '../url-params.ts';
import { type AttributeKind, kindOfAttribute, PLAIN_META } from './attribute-names.ts';
import type { ControlKind } from './memory.ts';
import { redactSheet } from './redact-sheet.ts';
import { type See, seeDifference } from './see.ts';
import type { Attributes } from './types.ts';

/** What is known of the element whose attributes are read; everything may be unknown in a mutation. */
export type Owner = { tag: string; isSvg?: boolean; control?: ControlKind; kind?: string; meta?: string };

export type AttributeWalk = { found: Found; urlRules?: UrlRules; memory?: Learner; see?: See | undefined };

/** A word, a share, or how much of how much: kits count what is written so, and sheets show it (`attr()`). */
const HARMLESS = /^(?:[\w-]{1,20}|\d{1,3}(?:\.\d{1,2})?%|\d{1,4} ?\/ ?\d{1,4})$/;
const SIX_DIGITS = /\d{6}/;
const COLOUR = /^#[\da-f]{3}(?:[\da-f]{3})?$/i;
/** Name of a frozen asset, written in place of its address before anything is masked. */
const FROZEN = /^zyb-asset:\d{1,9}$/;
/** A place in the page by the id of an element; routes and parameters are addresses. */
const INNER = /^#[\w-]+$/;
const CSS_URL = /url\(\s*(["']?)((?!data:)[^"')]*[?#;][^"')]*)\1\s*\)/gi;

function textOf(value: string, owner: Owner, walk: AttributeWalk): string {
  const result = owner.kind ? redactAs(owner.kind, value, walk.memory) : redactText(value, walk.memory);
  addFound(walk.found, result.found);
  return result.text;
}

function controlValueOf(value: string, owner: Owner, walk: AttributeWalk): string | undefined {
  if (owner.control === 'button') return textOf(value, { tag: owner.tag }, walk);
  if (owner.control === 'choice') {
    if (isOff('choice-value', walk.memory)) return value;
    const isHarmless =
      value.length <= 20 && !SIX_DIGITS.test(value) && redactText(value, walk.memory).text === value;
    return isHarmless || isBlank(value) ? value : undefined;
  }
  if (isBlank(value) || isOff('typed-value', walk.memory)) return value;
  count(walk.found, 'typed-value');
  return maskTypedValue(value);
}

/** URLs of a list such as srcset; a comma inside a URL is followed by no space. */
function urlList(value: string, walk: AttributeWalk): string {
  return value
    .split(/,\s+/)
    .map((entry) =>
      entry
        .trim()
        .split(/\s+/)
        .map((part, i) => (i === 0 ? redactUrl(part, walk.urlRules, walk.memory) : part))
        .join(' '),
    )
    .join(', ');
}

function contentOf(value: string, owner: Owner, walk: AttributeWalk): string | undefined {
  const meta = (owner.meta ?? '').toLowerCase();
  if (PLAIN_META.has(meta)) return value;
  return /^(?:description|keywords|author|og:title|og:description|application-name)$/.test(meta)
    ? textOf(value, { tag: 'meta' }, walk)
    : undefined;
}

function otherOf(name: string, value: string, walk: AttributeWalk): string {
  if (isOff('other-attribute', walk.memory)) return value;
  if (value === '' || kindOfKey(name.replace(/^data-/, ''))) return '';
  const isHarmless = HARMLESS.test(value) && !SIX_DIGITS.test(value);
  if (!isHarmless || findLearned(walk.memory?.learned, value).length > 0) return '';
  return (walk.memory?.digests?.find(value).length ?? 0) > 0 ? '' : value;
}

function drawingOf(name: string, value: string, owner: Owner, walk: AttributeWalk): string {
  const isPlain = owner.isSvg || (/^[\x20-\x7e\s]*$/.test(value) && redactText(value).text === value);
  return isPlain ? value : otherOf(name, value, walk);
}

/** Tells what of an identifier or a style is masked: a scan reads them too. */
function seeChange(value: string, next: string, walk: AttributeWalk): void {
  if (!walk.see || next === value) return;
  seeDifference(value, next, findInName(value, walk.memory)[0]?.kind ?? 'long-number', walk.see);
}

function nameOf(value: string, walk: AttributeWalk): string {
  const next = redactName(value, walk.memory);
  seeChange(value, next, walk);
  return next;
}

/** Declarations, and the addresses in them. */
function styleOf(value: string, walk: AttributeWalk): string {
  const next = redactSheet(value, walk.memory);
  seeChange(value, next, walk);
  if (!next.toLowerCase().includes('url(')) return next;
  return next.replace(
    CSS_URL,
    (_all, quote, url) => `url(${quote}${redactUrl(url, walk.urlRules, walk.memory)}${quote})`,
  );
}

/** What a property is set to; its name tells whether the value is CSS or anybody's words. */
export function redactStyleValue(property: string, value: string, walk: AttributeWalk): string {
  const lead = `${property.startsWith('--') ? '--v' : 'v'}:`;
  return styleOf(lead + value, walk).slice(lead.length);
}

type StyleValue = string | false | [value: string, priority: string];

/** Changed declarations as rrweb tells them: property to value, to value and priority, or to false. */
function styleObjectOf(style: Record<string, StyleValue>, walk: AttributeWalk): Record<string, StyleValue> {
  let copy: Record<string, StyleValue> | undefined;
  for (const [property, set] of Object.entries(style)) {
    const value = Array.isArray(set) ? set[0] : set;
    const name = property.startsWith('--') ? redactName(property, walk.memory) : property;
    const next = typeof value === 'string' ? redactStyleValue(property, value, walk) : value;
    if (next === value && name === property) continue;
    copy ??= { ...style };
    delete copy[property];
    copy[name] = Array.isArray(set) && typeof next === 'string' ? [next, set[1]] : next;
  }
  return copy ?? style;
}

function addressOf(value: string, walk: AttributeWalk): string {
  return FROZEN.test(value) ? value : redactUrl(value, walk.urlRules, walk.memory);
}

/** New value of one attribute, or undefined to drop it. */
function attributeOf(
  kind: AttributeKind,
  name: string,
  value: string,
  owner: Owner,
  walk: AttributeWalk,
): string | undefined {
  if (kind === 'reference') return nameOf(value, walk);
  if (kind === 'style') return styleOf(value, walk);
  if (kind === 'href' && value[0] === '#' && INNER.test(value)) return `#${nameOf(value.slice(1), walk)}`;
  if (kind === 'url' && name.toLowerCase() === 'data' && owner.tag !== 'object')
    return otherOf('data', value, walk);
  if (kind === 'href' || kind === 'url') return addressOf(value, walk);
  if (kind === 'text') return textOf(value, owner, walk);
  if (kind === 'value') return controlValueOf(value, owner, walk);
  if (kind === 'sheet') return redactSheet(value, walk.memory);
  if (kind === 'dropped') return isOff('script-attribute', walk.memory) ? value : undefined;
  if (kind === 'content') return contentOf(value, owner, walk);
  if (kind === 'http-equiv') return PLAIN_META.has(value.toLowerCase()) ? value : undefined;
  if (kind === 'url-list') return urlList(value, walk);
  const plain = name.toLowerCase();
  // Of a change nobody says whose it is.
  if (kind === 'ink' && (owner.tag === 'body' || !owner.tag) && COLOUR.test(value)) return value;
  return kind === 'drawing' ? drawingOf(plain, value, owner, walk) : otherOf(plain, value, walk);
}

/** The attributes as they may be stored; the same object if nothing changed. */
export function redactAttributes<A extends Attributes>(attributes: A, owner: Owner, walk: AttributeWalk): A {
  let copy: Attributes | undefined;
  for (const name in attributes) {
    const kind = kindOfAttribute(name);
    if (kind === 'plain') continue;
    const value = attributes[name];
    if (typeof value !== 'string') {
      if (kind === 'dropped' && value !== null) {
        copy ??= { ...attributes };
        delete copy[name];
      } else if (kind === 'style' && typeof value === 'object' && value !== null) {
        const style = styleObjectOf(value as Record<string, StyleValue>, walk);
        if (style !== value) (copy ??= { ...attributes })[name] = style;
      }
      continue;
    }
    const next = attributeOf(kind, name, value, owner, walk);
    if (next === value) continue;
    copy ??= { ...attributes };
    if (next === undefined) delete copy[name];
    else copy[name] = next;
  }
  return (copy as A) ?? attributes;
}
