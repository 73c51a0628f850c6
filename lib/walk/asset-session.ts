import type { AssetKind, AssetSeen, StreamAsset } from '../model/asset.ts';
import type { Store } from '../store/open-store.ts';
import { isIdentityAddress } from './current-walk.ts';
import { fetchAsset, NotKept } from './fetch-asset.ts';
import { type CssTools, freezeStyle } from './freeze-style.ts';
import { keyOf, mustBeSound, mustReadData, nameOf, styleBytes, withoutParts } from './keep-asset.ts';
import { createSheetReader, type SeenIn } from './read-sheet.ts';
import { createTurns } from './turns.ts';
import type { OpenWalk, WalkDependencies } from './types.ts';
import { withLimit } from './with-limit.ts';

/** Assets of one session together, bytes, and requests under way at a time: a walk must not become a download. */
const mostInSession = 80_000_000;
const atOnce = 6;
/** Parts of style sheets, which no page names itself, have rows of a stream of their own. */
export const partsOf = (sessionId: string) => `${sessionId}.parts`;

type Kept = { object: string; bytes: number; why: '' };
export type Frozen = Kept | { object?: undefined; bytes: 0; why: string };

export type FreezerDependencies = {
  store: Store;
  fetch: typeof fetch;
  css: CssTools;
  redact: WalkDependencies['redact'];
  /** What the page itself holds of a style sheet whose server does not answer again; null where it may not read it. */
  readSheet(tab: number, frame: number, url: string): Promise<string | null>;
  /** Whether the browser lets us ask this host. */
  isGranted(url: string): Promise<boolean>;
};

const missing = (error: unknown): Frozen => ({
  bytes: 0,
  why: error instanceof NotKept ? error.why : 'failed',
});

/** One session's assets while it is open. `before`: what an earlier life of the background has written down. */
export function createAssetSession(dependencies: FreezerDependencies, walk: OpenWalk, before: StreamAsset[]) {
  const { store, redact } = dependencies;
  /** By the session's policy and by what its pages have learned: words in a style sheet are words of the page. */
  const css: CssTools = {
    ...dependencies.css,
    rewrite(text, on) {
      const { mapWords, rewrite } = dependencies.css;
      // Addresses are asked for as they are, and replaced by names of objects or by nothing.
      return rewrite(
        mapWords(text, (words, isAddress) => (isAddress ? words : redact.text(words))),
        on,
      );
    },
  };
  const rows = store.db.streamAssets;
  const sessionId = walk.session.id;
  const known = new Map<string, Promise<Frozen>>();
  const knownParts = new Map<string, Promise<Frozen>>();
  const pending = new Set<Promise<unknown>>();
  const stopped = new AbortController();
  const whenStopped = new Promise<never>((_, reject) => {
    stopped.signal.addEventListener('abort', () => reject(new NotKept('not-finished')));
  });
  whenStopped.catch(() => undefined);
  let isForgotten = false;
  const inTurn = createTurns(atOnce);
  const objects = new Map(before.flatMap((row) => (row.object ? [[row.object, row.bytes] as const] : [])));
  let spent = [...objects.values()].reduce((sum, bytes) => sum + bytes, 0);
  let parts = before.filter(({ stream }) => stream === partsOf(sessionId)).length;

  const ask = (url: string, kind: AssetKind) =>
    inTurn(async () => {
      if (stopped.signal.aborted) throw new NotKept('not-finished');
      if (isIdentityAddress(url, walk.profile) || !(await dependencies.isGranted(url)))
        throw new NotKept('not-allowed');
      if (spent >= mostInSession) throw new NotKept('too-many');
      // An answer that comes whatever is done is not waited for.
      const answer = await Promise.race([
        fetchAsset(dependencies.fetch, url, kind, stopped.signal),
        whenStopped,
      ]);
      if (isIdentityAddress(answer.url, walk.profile)) throw new NotKept('not-allowed');
      return answer;
    });
  const keep = async (
    size: number,
    write: () => Promise<{ object: string; bytes: number }>,
  ): Promise<Kept> => {
    if (stopped.signal.aborted) throw new NotKept('not-finished');
    if (spent + size > mostInSession) throw new NotKept('too-many');
    const { object, bytes } = await write();
    if (!objects.has(object)) spent += bytes;
    objects.set(object, bytes);
    return { object, bytes, why: '' };
  };
  const keepStyle = (text: Uint8Array) =>
    keep(text.length, () => store.objects.keepText(sessionId, 'text/css', text));
  const keepSound = (kind: AssetKind, bytes: Uint8Array) => {
    const { type, bytes: sound } = mustBeSound(kind, bytes, css, redact);
    return keep(sound.length, async () => ({
      object: await store.objects.keep(sessionId, type, sound),
      bytes: sound.length,
    }));
  };
  const readSheet = createSheetReader({
    ask: (url) => ask(url, 'style'),
    decode: css.decode,
    askPage: dependencies.readSheet,
  });
  const once = (memo: Map<string, Promise<Frozen>>, key: string, work: () => Promise<Frozen>) => {
    const frozen = memo.get(key) ?? work().catch(missing);
    memo.set(key, frozen);
    return frozen;
  };
  const freezeAddress = (kind: AssetKind, url: string, seenIn: SeenIn | undefined): Promise<Frozen> =>
    once(known, [kind, seenIn?.charset, url].filter(Boolean).join(' '), () =>
      kind === 'style'
        ? readSheet(url, seenIn).then((sheet) => freezeText(sheet.css, sheet.url, seenIn))
        : ask(url, kind).then(({ bytes }) => keepSound(kind, bytes)),
    );
  /** Listed beside what pages name: a report names every object it rests on, and says what is missing. */
  const addPart = async (kind: AssetKind, url: string, frozen: Frozen): Promise<Frozen> => {
    if (stopped.signal.aborted) return frozen;
    parts += 1;
    await rows.put({ sessionId, stream: partsOf(sessionId), n: parts, kind, ...addressOf(url), ...frozen });
    return frozen;
  };
  const freezePart = (kind: AssetKind, url: string) =>
    once(knownParts, `${kind} ${url}`, async () =>
      addPart(kind, url, await freezeAddress(kind, url, undefined)),
    );

  async function freezeText(text: string, base: string, seenIn: SeenIn | undefined): Promise<Frozen> {
    const frozen = await freezeStyle(text, base, css, {
      async sheet(url) {
        try {
          return await readSheet(url, seenIn);
        } catch (error) {
          await once(knownParts, `style ${url}`, () => addPart('style', url, missing(error)));
          return undefined;
        }
      },
      async keep(kind, url) {
        const { object } = await freezePart(kind, url);
        return object && nameOf(object);
      },
    });
    return keepStyle(styleBytes(frozen));
  }

  const addressOf = (url: string): { url: string; exact?: boolean } => {
    if (!url) return { url };
    const clean = redact.url(url, walk.profile).slice(0, 8000);
    return clean === url ? { url, exact: true } : { url: clean };
  };

  async function freezeSeen(asset: AssetSeen, from?: SeenIn): Promise<Frozen> {
    const { kind, url, data, base = '', charset } = asset;
    const seenIn = from && charset ? { ...from, charset } : from;
    try {
      if (data === undefined) {
        if (!url) throw new NotKept('not-finished');
        return await freezeAddress(kind, url, seenIn);
      }
      if (kind !== 'style') return await keepSound(kind, mustReadData(data, kind));
      return await once(known, await keyOf(data, base), () => freezeText(data, base, seenIn));
    } catch (error) {
      return missing(error);
    }
  }

  /** A style sheet's text is kept at once, so that it can be read even if nothing of what it names ever comes. */
  async function firstRow(stream: string, asset: AssetSeen): Promise<StreamAsset> {
    const { n, kind, data, base = '' } = asset;
    const row = { stream, n, kind, ...addressOf(asset.url), bytes: 0, why: asset.refused ?? 'not-finished' };
    if (kind !== 'style' || data === undefined || asset.refused) return row;
    const bare = await once(known, `bare ${await keyOf(data, base)}`, () =>
      keepStyle(styleBytes(withoutParts(data, css))),
    );
    return { ...row, ...bare };
  }

  /** Goes after an asset whose row stands already. */
  function begin(row: StreamAsset, asset: AssetSeen, seenIn?: SeenIn): void {
    const work = freezeSeen(asset, seenIn).then(async (frozen) => {
      if (stopped.signal.aborted || (row.object && !frozen.object)) return;
      await rows.update([row.stream, row.n], frozen);
      if (row.object && row.object !== frozen.object) await release([row.object]);
    });
    track(work.catch((error: unknown) => console.error('asset:', error)));
  }

  /** An end waits for it. */
  const track = (work: Promise<unknown>) => {
    const done = work.catch(() => undefined).finally(() => pending.delete(done));
    pending.add(done);
  };

  /** Drops those that no row names. */
  const release = async (names: Iterable<string>) => {
    const named = new Set((await rows.where({ sessionId }).toArray()).map(({ object }) => object));
    const unused = [...names].filter((object) => !named.has(object));
    for (const object of unused) await store.db.objectUses.delete([sessionId, object]);
    await store.objects.dropUnused(unused);
  };

  const stop = async () => {
    stopped.abort();
    while (pending.size) await Promise.all(pending);
  };

  async function take(stream: string, assets: AssetSeen[], seenIn?: SeenIn): Promise<void> {
    const there = await rows.bulkGet(assets.map(({ n }): [string, number] => [stream, n]));
    for (const [at, asset] of assets.entries()) {
      const known = there[at];
      if (known && !isNews(known, asset)) continue;
      const row = await firstRow(stream, asset);
      if (isForgotten) return;
      await rows.put({ ...row, sessionId });
      if (!asset.refused) begin(row, asset, seenIn);
    }
  }

  // What was kept is not asked for again; what was not finished is, where its address may be written down.
  for (const row of before.filter(({ exact }) => exact)) {
    const isPart = row.stream === partsOf(sessionId);
    if (row.object) {
      const kept = Promise.resolve<Frozen>({ object: row.object, bytes: row.bytes, why: '' });
      known.set(`${row.kind} ${row.url}`, kept);
      if (isPart) knownParts.set(`${row.kind} ${row.url}`, kept);
    } else if (row.why === 'not-finished' && !isPart) begin(row, { n: row.n, kind: row.kind, url: row.url });
  }

  /** What was set aside on disk has no address that something would have to be masked of; the batch itself has. */
  const isNews = (row: StreamAsset, asset: AssetSeen) =>
    !row.url && !row.object && row.why === 'not-finished' && asset.url !== '';

  return {
    /** Resolves once the rows stand; a row that stands already is left alone, unless it lacks the address told now. */
    take(stream: string, assets: AssetSeen[], seenIn?: SeenIn): Promise<void> {
      const taking = take(stream, assets, seenIn);
      track(taking);
      return taking;
    },
    async settle(limitMs: number): Promise<void> {
      await withLimit(Promise.all(pending), limitMs);
      await stop();
    },
    /** Ends at once; what was kept without a row that names it goes. */
    async forget(): Promise<void> {
      isForgotten = true;
      await stop();
      await release(objects.keys());
    },
  };
}
