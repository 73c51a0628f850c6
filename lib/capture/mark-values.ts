/**
 * A keyed mark of a typed value: equal values of one session get equal marks, and without the session's key, which is
 * erased at its end, a mark says nothing. Values under four characters mean nothing when repeated.
 * HMAC needs a secure context; on plain http pages there is no mark rather than a weak one.
 */
export function createMarker(keyHex: string): (value: string) => Promise<string | undefined> {
  const bytes = Uint8Array.from(keyHex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  let key: Promise<CryptoKey> | undefined;
  return async (value) => {
    const plain = value.replace(/\s+/g, '');
    if (plain.length < 4 || !crypto.subtle) return undefined;
    key ??= crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const sign = await crypto.subtle.sign('HMAC', await key, new TextEncoder().encode(plain));
    return [...new Uint8Array(sign).slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}
