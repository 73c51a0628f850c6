/** SHA-256 (FIPS 180-4) and HMAC (RFC 2104) by hand, for pages on plain http, where the browser's own are missing. */
const fraction = (root: number) => ((root - Math.floor(root)) * 2 ** 32) | 0;
const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** Its constants, made when the first hash is asked for: most pages never ask. */
let constants: { rounds: Int32Array; begin: Int32Array } | undefined;

function makeConstants() {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) if (!primes.some((prime) => n % prime === 0)) primes.push(n);
  return {
    rounds: Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    begin: Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime))),
  };
}

export function sha256(message: Uint8Array): Uint8Array {
  const length = Math.ceil((message.length + 9) / 64) * 64;
  const padded = new Uint8Array(length);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(length - 8, Math.floor(message.length / 2 ** 29));
  view.setUint32(length - 4, (message.length * 8) >>> 0);
  constants ??= makeConstants();
  const { rounds, begin } = constants;
  const state = Int32Array.from(begin);
  const words = new Int32Array(64);
  const at = (list: Int32Array, n: number) => list[n] as number;
  for (let block = 0; block < length; block += 64) {
    for (let n = 0; n < 16; n += 1) words[n] = view.getInt32(block + n * 4);
    for (let n = 16; n < 64; n += 1) {
      const [near, far] = [at(words, n - 15), at(words, n - 2)];
      const low = turn(near, 7) ^ turn(near, 18) ^ (near >>> 3);
      const high = turn(far, 17) ^ turn(far, 19) ^ (far >>> 10);
      words[n] = at(words, n - 16) + low + at(words, n - 7) + high;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let n = 0; n < 64; n += 1) {
      const first =
        h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + at(rounds, n) + at(words, n);
      const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, n) => void (state[n] = at(state, n) + word));
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((word, n) => out.setInt32(n * 4, word));
  return new Uint8Array(out.buffer);
}

export function hmacSha256(key: Uint8Array, message: Uint8Array): Uint8Array {
  const block = new Uint8Array(64);
  block.set(key.length > 64 ? sha256(key) : key);
  const inner = sha256(
    joined(
      block.map((byte) => byte ^ 0x36),
      message,
    ),
  );
  return sha256(
    joined(
      block.map((byte) => byte ^ 0x5c),
      inner,
    ),
  );
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
