import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AssetSeen } from '../../../lib/model/asset.ts';
import { decodeCss } from '../../../lib/redact/css/decode-css.ts';
import { mapCssWords } from '../../../lib/redact/css/redact-css.ts';
import { rewriteCss } from '../../../lib/redact/css/rewrite-css.ts';
import { takeImports, underConditions } from '../../../lib/redact/css/take-imports.ts';
import { createRedactor, redactText, redactUrl } from '../../../lib/redact/index.ts';
import { gunzip } from '../../../lib/store/gzip.ts';
import type { Store } from '../../../lib/store/open-store.ts';
import { eraseStretch } from '../../../lib/walk/erase-stretch.ts';
import { createFreezer } from '../../../lib/walk/freeze-assets.ts';
import type { OpenWalk } from '../../../lib/walk/types.ts';
import { pngOf } from '../../portal/portal-site/assets-files.ts';
import { freshStore, openWalk, sessionRow, startedAt } from '../store/fresh-store.ts';

const site = 'https://portal.example';
type Answer = {
  body?: string | Uint8Array;
  type?: string;
  status?: number;
  never?: boolean;
  /** Answers only then, whatever becomes of the question. */
  late?: Promise<void>;
  url?: string;
};

function makeFreezer(
  answers: Record<string, Answer>,
  store = freshStore(),
  held: Record<string, string | null> = {},
  text: (words: string) => string = (words) => redactText(words).text,
) {
  const asked: string[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    asked.push(url.replace(site, ''));
    const {
      body = '',
      type = '',
      status = 200,
      never,
      late,
      url: last,
    } = answers[url.replace(site, '')] ?? { status: 404 };
    if (never) {
      await new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      });
    }
    await late;
    const answer = new Response(body as BodyInit, { status, headers: { 'content-type': type } });
    Object.defineProperty(answer, 'url', { value: last ?? url });
    return answer;
  }) as typeof globalThis.fetch;
  const freezer = createFreezer({
    store,
    fetch,
    css: {
      rewrite: rewriteCss,
      takeImports,
      underConditions,
      decode: decodeCss,
      mapWords: mapCssWords,
    },
    redact: { text, url: (url) => redactUrl(url) },
    readSheet: async (tab, frame, url) =>
      tab === 1 && frame === 3 ? (held[url.replace(site, '')] ?? null) : null,
    isGranted: async (url) => !url.includes('denied.example'),
  });
  return { store, asked, freezer };
}

const walk = (changes: Partial<OpenWalk['session']> = {}): OpenWalk => ({
  session: sessionRow('s1', changes),
  profile: { hosts: ['portal.example'], identityHosts: ['login.example'] } as never,
});
const seen = (
  n: number,
  kind: AssetSeen['kind'],
  path: string,
  more: Partial<AssetSeen> = {},
): AssetSeen => ({
  n,
  kind,
  url: path && (path.startsWith('http') ? path : site + path),
  ...more,
});
const rowsOf = async (store: Store) =>
  (await store.db.streamAssets.toArray()).sort((a, b) =>
    a.stream === b.stream ? a.n - b.n : a.stream < b.stream ? 1 : -1,
  );
const cssOf = async (store: Store, object = '') => {
  const bytes = await store.objects.mustRead(object);
  return bytes[0] === 0x1f ? gunzip(bytes) : new TextDecoder().decode(bytes);
};
const png = pngOf(1, 2, 3);
const woff2 = new Uint8Array([...Buffer.from('wOF2'), 1, 2, 3]);
const ttf = new Uint8Array([0, 1, 0, 0, 0, 5]);

afterEach(() => vi.useRealTimers());

describe('words in what is frozen', () => {
  const drawn = '<svg xmlns="http://www.w3.org/2000/svg"><text>青溪一号 张晓禾</text></svg>';
  const css =
    '.a::after{content:"青溪一号 张晓禾"}.b::after{content:"ACME"}.c{background:url("/ACME/张晓禾.png")}';

  it('lose what the programme names and what the pages have learned', async () => {
    const { redactText: text, redactLabelled } = createRedactor({ policy: { terms: ['青溪一号', 'ACME'] } });
    redactLabelled('姓名', '张晓禾');
    const answers = {
      '/a.css': { body: css, type: 'text/css' },
      '/a.svg': { body: drawn, type: 'image/svg+xml' },
      '/ACME/%E5%BC%A0%E6%99%93%E7%A6%BE.png': { body: png, type: 'image/png' },
    };
    const { freezer, store, asked } = makeFreezer(answers, freshStore(), {}, (words) => text(words).text);
    await freezer.take(walk(), 'st1', [
      seen(0, 'style', '/a.css'),
      seen(1, 'image', '/a.svg'),
      seen(2, 'style', '', { data: css, base: site }),
    ]);
    await freezer.settle('s1', 5000);
    const own = (await rowsOf(store)).filter(({ stream }) => stream === 'st1');
    const texts = await Promise.all(own.map(({ object }) => cssOf(store, object)));
    expect(texts).toHaveLength(3);
    for (const each of texts) expect(each).not.toMatch(/张晓禾|青溪一号|ACME/);
    expect(texts[0]).toContain('〔姓名〕');
    expect(asked, 'its pictures all the same').toContain('/ACME/%E5%BC%A0%E6%99%93%E7%A6%BE.png');
  });
});

/** Takes these assets and waits until all are known. */
async function freeze(answers: Record<string, Answer>, ...assets: AssetSeen[]) {
  const made = makeFreezer(answers);
  await made.freezer.take(walk(), 'st1', assets);
  await made.freezer.settle('s1', 5000);
  const rows = await rowsOf(made.store);
  return { ...made, rows, own: rows.filter(({ stream }) => stream === 'st1') };
}

describe('freezing', () => {
  it('asks once for an address, whatever number of pages name it, and keeps it by its hash', async () => {
    const { freezer, asked, store } = makeFreezer({ '/a.png': { body: png, type: 'image/png' } });
    await freezer.take(walk(), 'st1', [seen(0, 'image', '/a.png')]);
    await freezer.take(walk(), 'st2', [seen(4, 'image', '/a.png')]);
    await freezer.take(walk(), 'st1', [seen(0, 'image', '/a.png')]);
    await freezer.settle('s1', 5000);
    expect(asked).toEqual(['/a.png']);
    const rows = await rowsOf(store);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ object: rows[1]?.object, bytes: png.length, why: '' });
    expect(await store.objects.entriesOf('s1')).toEqual([
      { object: rows[0]?.object, bytes: png.length, type: 'image/png' },
    ]);
  });

  it.each<[string, AssetSeen, Answer, string]>([
    [
      'a page sent instead of a sheet',
      seen(0, 'style', '/x'),
      { body: '<html>', type: 'text/html' },
      'failed',
    ],
    ['a picture that is none', seen(0, 'image', '/x'), { body: 'oops', type: 'image/png' }, 'failed'],
    ['a missing one', seen(0, 'image', '/gone.png'), {}, 'failed'],
    ['a forbidden one', seen(0, 'image', '/x'), { status: 403 }, 'refused'],
    [
      'a huge one',
      seen(0, 'image', '/x'),
      { body: new Uint8Array(2_000_001), type: 'image/png' },
      'too-large',
    ],
    ['one of the login', seen(0, 'image', 'https://login.example/x.png'), {}, 'not-allowed'],
    [
      'one that leads to the login',
      seen(0, 'image', '/x'),
      { body: png, url: 'https://login.example/' },
      'not-allowed',
    ],
    ['one of a host not granted', seen(0, 'image', 'https://denied.example/x'), {}, 'not-allowed'],
    ['one refused on the page', seen(0, 'image', '', { refused: 'not-allowed' }), {}, 'not-allowed'],
    ['one whose address was taken out', seen(0, 'image', ''), {}, 'not-finished'],
  ])('%s is named with the reason', async (_name, asset, answer, why) => {
    const { own, store } = await freeze({ '/x': answer }, asset);
    expect(own).toMatchObject([{ why, bytes: 0 }]);
    expect(await store.db.objects.count()).toBe(0);
  });

  it('does nothing where only figures are recorded, and after the walk', async () => {
    const { freezer, asked, store } = makeFreezer({});
    await freezer.take(walk({ privacy: 'metrics' }), 'st1', [seen(0, 'image', '/a.png')]);
    await freezer.settle('s1', 10);
    await freezer.take(walk(), 'st1', [seen(0, 'image', '/a.png')]);
    expect(asked).toEqual([]);
    expect(await store.db.streamAssets.count()).toBe(0);
  });

  it('goes on where the walk could not be ended', async () => {
    const { freezer, store } = makeFreezer({ '/a.png': { body: png } });
    await freezer.settle('s1', 10);
    freezer.goOn('s1');
    await freezer.take(walk(), 'st1', [seen(0, 'image', '/a.png')]);
    await freezer.settle('s1', 1000);
    expect(await rowsOf(store)).toMatchObject([{ why: '' }]);
  });

  it('reads what stands in the page itself, and makes drawings harmless', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><script>y()</script><image href="http://far.example/z"/><rect fill="url(#a)"/></svg>';
    const { own, store } = await freeze(
      {},
      seen(0, 'image', '', { data: `data:image/svg+xml,${encodeURIComponent(svg)}` }),
    );
    const kept = await cssOf(store, own[0]?.object);
    expect(kept).toBe('<svg xmlns="http://www.w3.org/2000/svg"><image/><rect fill="url(#a)"/></svg>');
    const again = await freeze(
      {},
      seen(0, 'image', '', { data: 'data:image/svg+xml,<!DOCTYPE x [<!ENTITY a "b">]><svg>&a;</svg>' }),
    );
    expect(again.own[0]?.why).toBe('not-allowed');
  });

  it('writes no address down out of which something had to be masked', async () => {
    const { store } = await freeze(
      { '/a.png?id=7': { body: png }, '/s.css': { body: 'a{b:url(b.png?token=x1)}', type: 'text/css' } },
      seen(0, 'image', '/a.png?id=7'),
      seen(1, 'style', '/s.css'),
    );
    const written = JSON.stringify(await store.db.streamAssets.toArray());
    expect(written).toContain('/a.png?id=_');
    expect(written).not.toMatch(/id=7|x1/);
    const objects = await store.db.objects.toArray();
    expect(objects.map(({ data }) => new TextDecoder().decode(data)).join()).not.toContain('token');
  });
});

describe('a style sheet', () => {
  it('is kept with its imports in it, its pictures and fonts named by hash, and each part listed', async () => {
    const { own, rows, store, asked } = await freeze(
      {
        '/css/a.css': {
          body: '@import "deep/b.css" screen;@import "/css/a.css";a{b:u\\72l( "../i.png#x" );c:url(/lost.png)}@font-face{font-family:f;src:url(f.eot),url(f.ttf) format("truetype"),url(f.woff2) format("woff2")}',
          type: 'text/css',
        },
        '/css/deep/b.css': { body: '@import "../a.css";d{e:url(../../i.png)}', type: 'text/css' },
        '/i.png': { body: png },
        '/css/f.woff2': { body: woff2 },
        '/css/f.ttf': { body: ttf },
      },
      seen(0, 'style', '/css/a.css'),
    );
    const named = Object.fromEntries(rows.map(({ url, object }) => [url.replace(site, ''), object]));
    const css = await cssOf(store, own[0]?.object);
    expect(css).toContain(`@media screen{`);
    expect(css).toContain(`d{e:url("zyb-asset:${named['/i.png']}")}`);
    expect(css).toContain(`a{b:u\\72l( "zyb-asset:${named['/i.png']}" );c:url("data:,")}`);
    expect(css).toContain(
      `url("data:,") format("truetype"),url("zyb-asset:${named['/css/f.woff2']}") format("woff2")`,
    );
    expect(css).not.toMatch(/import|portal\.example|\.png/);
    expect(asked.filter((path) => /eot|ttf/.test(path))).toEqual([]);
    expect(asked.filter((path) => path === '/i.png')).toHaveLength(1);
    expect(rows.find(({ url }) => url === `${site}/lost.png`)).toMatchObject({
      kind: 'image',
      why: 'failed',
    });
    expect(rows.filter(({ object }) => object).map(({ object }) => object)).toHaveLength(
      new Set(rows.flatMap(({ object }) => object ?? [])).size,
    );
  });

  it('takes the next font when the best one cannot be had', async () => {
    const { own, store } = await freeze(
      {
        '/a.css': { body: '@font-face{src:url(f.woff2),url(f.ttf)}', type: 'text/css' },
        '/f.ttf': { body: ttf },
      },
      seen(0, 'style', '/a.css'),
    );
    expect(await cssOf(store, own[0]?.object)).toMatch(/src:url\("data:,"\),url\("zyb-asset:[0-9a-f]{64}"\)/);
  });

  it('written in the page is readable at once, and replaced when its parts are there', async () => {
    const { freezer, store } = makeFreezer({ '/i.png': { body: png } });
    const text = `a{b:url(/i.png)}${'c{}'.repeat(100)}`;
    await freezer.take(walk(), 'st1', [seen(0, 'style', '', { data: text, base: site })]);
    const [first] = await rowsOf(store);
    expect(first).toMatchObject({ why: '' });
    await freezer.settle('s1', 5000);
    const own = await store.db.streamAssets.get(['st1', 0]);
    expect(await cssOf(store, own?.object)).toContain('zyb-asset:');
    expect(
      (await store.objects.entriesOf('s1')).filter(({ type }) => !type.startsWith('image/')),
    ).toHaveLength(1);
  });

  it('in an encoding of its time is kept in UTF-8', async () => {
    const body = new Uint8Array([...Buffer.from('a::after{content:"'), 0xb0, 0xec, ...Buffer.from('"}')]);
    const { own, store } = await freeze(
      { '/a.css': { body, type: 'text/css; charset=gb2312' } },
      seen(0, 'style', '/a.css'),
    );
    expect(await cssOf(store, own[0]?.object)).toBe('a::after{content:"办"}');
  });

  it('is kept even when it is empty or begins like markup', async () => {
    const { own, store } = await freeze(
      { '/a.css': { body: '', type: 'text/css' }, '/b.css': { body: '<x>{}', type: 'text/css' } },
      seen(0, 'style', '/a.css'),
      seen(1, 'style', '/b.css'),
    );
    expect(await cssOf(store, own[0]?.object)).toBe('/**/');
    expect(await cssOf(store, own[1]?.object)).toBe('/**/<x>{}');
  });
});

describe('what was seen under a consent that was withdrawn', () => {
  const css = `@font-face{src:url(f.woff2)}a::after{content:"一二"}${'.a{color:red}'.repeat(40)}`;
  const left = async ({ db }: Store) => [
    await db.objects.count(),
    await db.objectUses.count(),
    await db.streamAssets.count(),
  ];
  const erase = (store: Store) => eraseStretch(store, 's1', startedAt, startedAt + 1000);

  it('is not kept when it comes later, nor what was being written', async () => {
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { freezer, store, asked } = makeFreezer({
      '/a.png': { body: png, late },
      '/a.css': { body: css, type: 'text/css' },
      '/f.woff2': { body: woff2, late },
    });
    await openWalk(store);
    const own = seen(2, 'style', '', { data: css, base: site });
    await freezer.take(walk(), 'st1', [seen(0, 'image', '/a.png'), seen(1, 'style', '/a.css'), own]);
    await vi.waitFor(() => expect(asked).toContain('/f.woff2'));
    const taking = freezer.take(walk(), 'st1', [seen(3, 'style', '', { data: `${css}b{}`, base: site })]);
    await freezer.forget('s1');
    await erase(store);
    answer();
    await taking;
    await freezer.settle('s1', 1000);
    expect(await left(store)).toEqual([0, 0, 0]);
  });

  it('is asked for again when a new consent is given', async () => {
    const { freezer, store, asked } = makeFreezer({ '/a.png': { body: png } });
    await openWalk(store);
    await freezer.take(walk(), 'st1', [seen(0, 'image', '/a.png')]);
    await vi.waitFor(async () => expect((await rowsOf(store))[0]?.why).toBe(''));
    await freezer.forget('s1');
    await erase(store);
    expect(await left(store)).toEqual([0, 0, 0]);
    await freezer.take(walk(), 'st2', [seen(0, 'image', '/a.png')]);
    await freezer.settle('s1', 1000);
    expect(asked).toEqual(['/a.png', '/a.png']);
    const [row] = await rowsOf(store);
    expect(await store.objects.mustRead(row?.object ?? '')).toEqual(new Uint8Array(png));
  });
});

describe('a background that stops in the middle', () => {
  it('knows afterwards what was named, and goes after it again where the address may be written down', async () => {
    const first = makeFreezer({ '/a.png': { never: true }, '/b.png?id=1': { never: true } });
    await first.freezer.take(walk(), 'st1', [seen(0, 'image', '/a.png'), seen(1, 'image', '/b.png?id=1')]);
    expect((await rowsOf(first.store)).map(({ why }) => why)).toEqual(['not-finished', 'not-finished']);
    const second = makeFreezer({ '/a.png': { body: png }, '/c.png': { body: png } }, first.store);
    await second.freezer.take(walk(), 'st1', [seen(2, 'image', '/c.png')]);
    await second.freezer.settle('s1', 5000);
    expect((await rowsOf(first.store)).map(({ why }) => why)).toEqual(['', 'not-finished', '']);
    expect(second.asked.sort()).toEqual(['/a.png', '/c.png']);
  });

  it('goes after what lay aside without its address once the batch itself comes with it', async () => {
    const address = '/pic.png?idcard=210102198801011239';
    const { store, asked, freezer } = makeFreezer({ [address]: { body: png } });
    await freezer.take(walk(), 'st1', [seen(0, 'image', '')]);
    await freezer.take(walk(), 'st1', [seen(0, 'image', address)]);
    await freezer.take(walk(), 'st1', [seen(0, 'image', address)]);
    await freezer.settle('s1', 1000);
    expect(asked).toEqual([address]);
    expect(await rowsOf(store)).toMatchObject([{ n: 0, why: '', object: expect.any(String) }]);
  });

  it('asks for nothing again that was kept', async () => {
    const first = await freeze({ '/a.png': { body: png } }, seen(0, 'image', '/a.png'));
    const second = makeFreezer({}, first.store);
    await second.freezer.take(walk(), 'st2', [seen(0, 'image', '/a.png')]);
    await second.freezer.settle('s1', 5000);
    expect(second.asked).toEqual([]);
    expect(await first.store.db.streamAssets.get(['st2', 0])).toMatchObject({ object: first.own[0]?.object });
  });

  it('at the end of a walk what does not come in time stays not finished', async () => {
    const { freezer, store } = makeFreezer({ '/a.png': { never: true } });
    await freezer.take(walk(), 'st1', [seen(0, 'image', '/a.png')]);
    await freezer.settle('s1', 1);
    expect(await rowsOf(store)).toMatchObject([{ why: 'not-finished' }]);
  });

  it('has at most six requests under way', async () => {
    const waiting: (() => void)[] = [];
    let most = 0;
    const { store } = makeFreezer({});
    const freezer = createFreezer({
      store,
      fetch: async () => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve);
          most = Math.max(most, waiting.length);
        });
        return new Response(png as BodyInit);
      },
      css: {
        rewrite: rewriteCss,
        takeImports,
        underConditions,
        decode: decodeCss,
        mapWords: mapCssWords,
      },
      redact: { text: (text) => text, url: (url) => url },
      readSheet: async () => null,
      isGranted: async () => true,
    });
    await freezer.take(
      walk(),
      'st1',
      Array.from({ length: 20 }, (_, n) => seen(n, 'image', `/${n}.png`)),
    );
    const done = freezer.settle('s1', 5000);
    for (let n = 0; n < 20; n += 1) {
      await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
      waiting.shift()?.();
    }
    await done;
    expect(most).toBe(6);
    expect((await rowsOf(store)).every(({ object }) => object)).toBe(true);
  });
});

describe('a style sheet whose server does not give it out again', () => {
  const here = { tab: 1, frame: 3 };
  const frozen = async (
    answers: Record<string, Answer>,
    held: Record<string, string | null>,
    url = '/once.css',
  ) => {
    const { freezer, store } = makeFreezer(answers, freshStore(), held);
    await freezer.take(walk(), 'st1', [seen(0, 'style', url)], here);
    await freezer.settle('s1', 5000);
    const rows = await rowsOf(store);
    return { store, row: rows[0], parts: rows.slice(1) };
  };

  it('is kept as the page holds it, with the pictures it names', async () => {
    const answers = { '/a.png': { body: png, type: 'image/png' }, '/once.css': { status: 500 } };
    const { store, row } = await frozen(answers, { '/once.css': '.a { background: url("a.png"); }' });
    expect(row).toMatchObject({ kind: 'style', why: '' });
    expect(await cssOf(store, row?.object)).toMatch(/\.a \{ background: url\("?zyb-asset:[0-9a-f]{64}/);
  });

  it('is kept as an import too', async () => {
    const answers = { '/all.css': { body: '@import "once.css"; b{}', type: 'text/css' } };
    const { store, row } = await frozen(answers, { '/once.css': '.a { color: red; }' }, '/all.css');
    expect(await cssOf(store, row?.object)).toContain('.a { color: red; }');
  });

  it.each<[string, string | null]>([
    ['the page may not read it', null],
    ['the page holds no rule of it', ''],
    ['the page holds too much of it', 'a'.repeat(3_000_001)],
  ])('is named as missing where %s', async (_why, text) => {
    const { row } = await frozen({}, { '/once.css': text });
    expect(row).toMatchObject({ why: 'failed', bytes: 0 });
    expect(row?.object).toBeUndefined();
  });

  it('is not asked of the page when it may not be kept', async () => {
    const { row } = await frozen({}, { '/once.css': 'a{}' }, 'https://denied.example/once.css');
    expect(row?.why).toBe('not-allowed');
  });
});

it('keeps a long style sheet gzipped, under the hash of what is kept, and a short one as it is', async () => {
  const long = '.btn { border-radius: 4px; color: rgb(1, 2, 3) }\n'.repeat(200);
  const answers = {
    '/long.css': { body: long, type: 'text/css' },
    '/short.css': { body: 'a{}', type: 'text/css' },
  };
  const { store, own } = await freeze(answers, seen(0, 'style', '/long.css'), seen(1, 'style', '/short.css'));
  const entries = await store.objects.entriesOf('s1');
  const typeOf = (n: number) => entries.find(({ object }) => object === own[n]?.object);
  expect(typeOf(0)).toMatchObject({ type: 'application/gzip', bytes: own[0]?.bytes });
  expect(typeOf(1)).toMatchObject({ type: 'text/css', bytes: 3 });
  expect(own[0]?.bytes).toBeLessThan(long.length / 20);
  const kept = await store.objects.mustRead(own[0]?.object ?? '');
  expect(createHash('sha256').update(kept).digest('hex')).toBe(own[0]?.object);
  expect(await cssOf(store, own[0]?.object)).toBe(long);
});
