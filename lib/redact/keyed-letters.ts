/** Letters that spell no word and look like nothing else. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number from 0 to 2^32 for a text under a secret: the same for both, no way back. Not for security by itself. */
export function keyedNumber(text: string, secret: string): number {
  let hash = 0x811c9dc5;
  const spell = `${secret}\n${text}\n${secret}`;
  for (let i = 0; i < spell.length; i += 1) {
    hash = Math.imul(hash ^ spell.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Two letters for a text under a secret; two texts share them once in 576. */
export function keyedLetters(text: string, secret: string): string {
  const number = keyedNumber(text, secret);
  return (
    (LETTERS[number % LETTERS.length] ?? '') +
    (LETTERS[Math.floor(number / LETTERS.length) % LETTERS.length] ?? '')
  );
}
