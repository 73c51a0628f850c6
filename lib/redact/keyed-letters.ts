/** Letters that look like nothing else. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

function mix(state: number, text: string, from: number, to: number): number {
  let hash = state;
  for (let i = from; i < to; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash;
}

/** What a secret makes of a hash before any text; see `keyedNumber`. */
export function keyedStart(secret: string): number {
  return mix(0x811c9dc5, secret, 0, secret.length);
}

/**
 * A number from 0 to 2^32 for a stretch of text under a secret: the same for both. Fast, and no more than that: who
 * has the secret can try out all names, so it lives no longer than the session.
 */
export function keyedNumber(start: number, text: string, from = 0, to = text.length): number {
  let hash = mix(start, text, from, to);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Three letters for a text under a secret; two texts share them once in 13,824. */
export function keyedLetters(text: string, secret: string): string {
  let number = keyedNumber(keyedStart(secret), text);
  let letters = '';
  for (let i = 0; i < 3; i += 1) {
    letters += LETTERS[number % LETTERS.length] ?? '';
    number = Math.floor(number / LETTERS.length);
  }
  return letters;
}
