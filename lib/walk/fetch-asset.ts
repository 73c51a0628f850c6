import type { AssetKind } from '../model/asset.ts';

/** One asset's bytes at most; a portal's pictures and sheets are far below, Chinese web fonts often above. */
export const mostBytes: Record<AssetKind, number> = { image: 2_000_000, style: 3_000_000, font: 1_500_000 };
/** Longer than this nobody waited for it on the page either. */
const answerWithinMs = 20_000;

/** Why an asset is not kept, as the model names it. */
export class NotKept extends Error {
  override name = 'NotKept' as const;
  readonly why: 'refused' | 'failed' | 'too-large' | 'too-many' | 'not-allowed' | 'not-finished';
  constructor(why: NotKept['why']) {
    super(why);
    this.why = why;
  }
}

export type FetchedAsset = { bytes: Uint8Array; type: string; url: string };

/**
 * Asks once for what a page shows, as the page did (GET, with its cookies, from the cache where it still is), and
 * reads no more than the kind may have. Throws NotKept.
 */
export async function fetchAsset(
  call: typeof fetch,
  url: string,
  kind: AssetKind,
  signal: AbortSignal,
): Promise<FetchedAsset> {
  const late = new AbortController();
  const stop = () => late.abort();
  const timer = setTimeout(stop, answerWithinMs);
  signal.addEventListener('abort', stop);
  try {
    const answer = await call(url, {
      credentials: 'include',
      cache: 'force-cache',
      referrerPolicy: 'no-referrer',
      signal: late.signal,
    });
    if (!answer.ok) throw new NotKept(answer.status === 401 || answer.status === 403 ? 'refused' : 'failed');
    const type = answer.headers.get('content-type') ?? '';
    // An error page sent as a success, or the login page instead.
    if (/^\s*text\/html|^\s*application\/xhtml/i.test(type)) throw new NotKept('failed');
    const bytes = await readAtMost(answer, mostBytes[kind]);
    if (bytes.length === 0 && kind !== 'style') throw new NotKept('failed');
    return { bytes, type, url: answer.url || url };
  } catch (error) {
    if (error instanceof NotKept) throw error;
    throw new NotKept(signal.aborted ? 'not-finished' : 'failed');
  } finally {
    late.abort();
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

async function readAtMost(answer: Response, most: number): Promise<Uint8Array> {
  if (Number(answer.headers.get('content-length') ?? 0) > most) throw new NotKept('too-large');
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || !value) break;
    size += value.length;
    if (size > most) throw new NotKept('too-large');
    pieces.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
