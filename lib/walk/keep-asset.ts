import { type AssetKind, assetScheme } from '../model/asset.ts';
import { type ObjectEntry, objectTypes } from '../model/object-entry.ts';
import { beginsAs } from '../model/object-type.ts';
import { cleanSvg } from './clean-svg.ts';
import { mostBytes, NotKept } from './fetch-asset.ts';
import type { CssTools } from './freeze-style.ts';

type ObjectType = ObjectEntry['type'];
export type Soundness = { type: ObjectType; bytes: Uint8Array };

const utf8 = (text: string) => new TextEncoder().encode(text);

/** What the bytes are by themselves, whatever the server called them; made harmless. Throws NotKept. */
export function mustBeSound(
  kind: AssetKind,
  bytes: Uint8Array,
  css: Pick<CssTools, 'rewrite'>,
  redact: { text(text: string): string },
): Soundness {
  const family = kind === 'image' ? 'image/' : 'font/';
  const type = objectTypes.find((each) => each.startsWith(family) && beginsAs(each, bytes.subarray(0, 64)));
  if (!type) throw new NotKept('failed');
  if (type !== 'image/svg+xml') return { type, bytes };
  const neutral = (text: string) =>
    css.rewrite(text, {
      strict: true,
      address: ({ url }) => (/^(?:#|data:image\/)/i.test(url) ? undefined : 'data:,'),
    });
  const clean = cleanSvg(new TextDecoder().decode(bytes), neutral, redact.text);
  if (clean === undefined) throw new NotKept('not-allowed');
  return { type, bytes: utf8(clean) };
}

/** The bytes of a `data:` address. Throws NotKept. */
export function mustReadData(address: string, kind: AssetKind): Uint8Array {
  const comma = address.indexOf(',');
  const head = address.slice(0, Math.max(0, comma));
  const body = address.slice(comma + 1);
  try {
    const bytes = /;\s*base64\s*$/i.test(head)
      ? Uint8Array.from(atob(unescape(body).replace(/\s+/g, '')), (char) => char.charCodeAt(0))
      : utf8(unescape(body));
    if (comma < 0 || bytes.length === 0) throw new NotKept('failed');
    if (bytes.length > mostBytes[kind]) throw new NotKept('too-large');
    return bytes;
  } catch (error) {
    throw error instanceof NotKept ? error : new NotKept('failed');
  }
}

function unescape(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A sheet's bytes as an object: never empty, and never to be taken for markup. */
export const styleBytes = (css: string): Uint8Array => utf8(/^\s*</.test(css) || !css ? `/**/${css}` : css);

/** A style sheet as it can be kept at once, before any of its parts is known: without addresses. */
export const withoutParts = (css: string, tools: Pick<CssTools, 'rewrite'>): string =>
  tools.rewrite(css, {
    strict: true,
    address: ({ url }) => (/^\s*(?:#|data:)/i.test(url) ? undefined : 'data:,'),
  });

export const nameOf = (object: string): string => assetScheme + object;

/** What a style text is known by while it is looked after: long texts are not held on to. */
export async function keyOf(text: string, base: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${base}\n${text}`));
  return `text ${[...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
