import { hmacSha256 } from './keyed-hash.ts';

/**
 * A keyed mark of a typed value: equal values of one session get equal marks, and without the session's key, which is
 * erased at its end, a mark says nothing. Values under four characters mean nothing when repeated.
 * Plain http pages get the same marks, made by hand, since the browser's own HMAC needs a secure context.
 */
export function createMarker(keyHex: string): (value: string) => Promise<string | undefined> {
  // Most documents mark nothing.
  let bytes: Uint8Array<ArrayBuffer> | undefined;
  const readKey = () =>
    (bytes ??= Uint8Array.from(keyHex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)));
  let key: Promise<CryptoKey> | undefined;
  const sign = async (text: Uint8Array<ArrayBuffer>): Promise<Uint8Array> => {
    if (!crypto.subtle) return hmacSha256(readKey(), text);
    key ??= crypto.subtle.importKey('raw', readKey(), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', await key, text));
  };
  return async (value) => {
    const plain = value.replace(/\s+/g, '');
    if (plain.length < 4) return undefined;
    const signed = await sign(new TextEncoder().encode(plain));
    return Array.from(signed.slice(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
