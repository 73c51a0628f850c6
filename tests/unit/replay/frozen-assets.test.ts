import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Asset } from '../../../lib/model/asset.ts';
import type { ObjectEntry } from '../../../lib/model/object-entry.ts';
import { assembleWindow } from '../../../lib/replay/assemble-window.ts';
import { createChunkIndex } from '../../../lib/replay/chunk-index.ts';
import { createFrozenAssets } from '../../../lib/replay/frozen-assets.ts';
import { createChunkReader } from '../../../lib/replay/read-chunks.ts';
import { pngOf } from '../../portal/portal-site/assets-files.ts';
import { change, chunksOf, element, meta, page, snapshot, stream, words } from './sample-streams.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const text = (value: string) => new TextEncoder().encode(value);
const png = pngOf(1, 2, 3);
const woff2 = new Uint8Array([...Buffer.from('wOF2'), 1]);
const css = text(`a{b:url("zyb-asset:${hashOf(png)}")}@font-face{src:url(zyb-asset:${hashOf(woff2)})}`);
const theme = text('a{color:blue}');

type Listed = { bytes: Uint8Array; type: ObjectEntry['type']; asset?: Partial<Asset> };
const honest: Listed[] = [
  { bytes: png, type: 'image/png', asset: { kind: 'image' } },
  { bytes: css, type: 'text/css', asset: { kind: 'style' } },
  { bytes: woff2, type: 'font/woff2', asset: { kind: 'font' } },
  { bytes: theme, type: 'text/css', asset: { kind: 'style' } },
];

function makeAssets(list: Listed[], swapped = new Map<string, Uint8Array>()) {
  const made: { url: string; blob: Blob }[] = [];
  const revoked: string[] = [];
  const asked: string[] = [];
  const byName = new Map(list.map(({ bytes }) => [hashOf(bytes), bytes]));
  const assets = createFrozenAssets(
    {
      assets: list.flatMap(({ bytes, asset }) =>
        asset
          ? [{ kind: 'image' as const, url: '', bytes: 1, why: '', object: hashOf(bytes), ...asset }]
          : [],
      ),
      objects: list.map(({ bytes, type }) => ({ object: hashOf(bytes), type, bytes: bytes.length })),
    },
    async (object) => {
      asked.push(object);
      const bytes = swapped.get(object) ?? byName.get(object);
      if (!bytes) throw new Error('gone');
      return bytes;
    },
    {
      make(blob) {
        const url = `blob:viewer/${made.length}`;
        made.push({ url, blob });
        return url;
      },
      revoke: (url) => void revoked.push(url),
    },
  );
  /** The document's body, and its later changes, as a Replayer gets them. */
  const play = async (content: Parameters<typeof page>, ...changes: object[]) => {
    const events = [
      meta(1),
      snapshot(2, page(...content)),
      ...changes.map((data, n) => change(3 + n, data as never)),
    ];
    const { chunks, objects } = chunksOf('s', events);
    const index = createChunkIndex({ streams: [stream('s')], chunks });
    const reader = createChunkReader(async (object) => objects.get(object) as Uint8Array);
    const window = index.findWindow('s', 0);
    if (!window) throw new Error('no window');
    return JSON.stringify((await assembleWindow({ index, reader, assets }, stream('s'), window)).events);
  };
  return { assets, made, revoked, asked, play };
}

describe('frozen assets in a replay', () => {
  it('stand where events name them: pictures, backgrounds, style sheets with their fonts', async () => {
    const { play, made } = makeAssets(honest);
    const out = await play([
      element(9, 'img', { src: 'zyb-asset:0' }),
      element(10, 'div', { style: 'background:url("zyb-asset:0")' }),
      element(11, 'link', { rel: 'stylesheet', href: 'zyb-asset:1', media: 'screen' }),
      element(12, 'style', {}, words(13, 'zyb-asset:1')),
      element(14, 'style', { _cssText: 'zyb-asset:1' }),
      element(15, 'video', { poster: 'zyb-asset:0' }),
      element(16, 'td', { background: 'zyb-asset:0' }),
    ]);
    const [picture, font] = [
      made.find(({ blob }) => blob.type === 'image/png'),
      made.find(({ blob }) => blob.type === 'font/woff2'),
    ];
    expect(made).toHaveLength(2);
    expect(out).toContain(`"src":"${picture?.url}"`);
    expect(out).toContain(`background:url(\\"${picture?.url}\\")`);
    expect(out).toContain(`"poster":"${picture?.url}"`);
    expect(out).toContain(`"background":"${picture?.url}"`);
    const sheet = `/**/a{b:url(\\"${picture?.url}\\")}@font-face{src:url(\\"${font?.url}\\")}`;
    expect(out.split(sheet)).toHaveLength(4);
    expect(out).toContain(
      `{"type":2,"id":11,"tagName":"style","attributes":{"media":"screen"},"childNodes":[{"type":3,"id":11.5`,
    );
    expect(out).not.toContain('zyb-asset');
  });

  it('are read from gzipped style sheets as from plain ones, and from no other gzip', async () => {
    const packed = new Uint8Array(gzipSync(css));
    const chunk = new Uint8Array(gzipSync('a{color:green}'));
    const { play } = makeAssets([
      { bytes: png, type: 'image/png' },
      { bytes: packed, type: 'application/gzip', asset: { kind: 'style' } },
      { bytes: woff2, type: 'font/woff2' },
      { bytes: chunk, type: 'application/gzip', asset: { kind: 'image' } },
      { bytes: text('not gzip'), type: 'application/gzip', asset: { kind: 'style' } },
    ]);
    const sheet = (id: number, n: number) => element(id, 'style', {}, words(id + 1, `zyb-asset:${n}`));
    const out = await play([sheet(9, 0), sheet(11, 1), sheet(13, 2)]);
    expect(out.match(/blob:viewer/g)).toHaveLength(2);
    expect(out).not.toContain('green');
    expect(out).not.toContain('not gzip');
  });

  it('never grow beyond what a viewer can hold', async () => {
    const bomb = new Uint8Array(gzipSync('a'.repeat(17 << 20)));
    const { play } = makeAssets([{ bytes: bomb, type: 'application/gzip', asset: { kind: 'style' } }]);
    const out = await play([element(9, 'style', {}, words(10, 'zyb-asset:0'))]);
    expect(out.length).toBeLessThan(10_000);
  });

  it('follow a link that changes its sheet, becomes one, or is switched off and on', async () => {
    const { play } = makeAssets(honest);
    const link = element(9, 'link', { rel: 'preload', as: 'style', href: 'zyb-asset:1' });
    const out = await play(
      [link],
      { attributes: [{ id: 9, attributes: { rel: 'stylesheet' } }] },
      { attributes: [{ id: 9, attributes: { href: 'zyb-asset:3' } }] },
      { attributes: [{ id: 9, attributes: { disabled: '' } }] },
      { attributes: [{ id: 9, attributes: { disabled: null } }] },
    );
    const texts = (JSON.parse(out) as { data: { texts?: { id: number; value: string }[] } }[]).flatMap(
      ({ data }) => data.texts ?? [],
    );
    expect(texts.map(({ id }) => id)).toEqual([9.5, 9.5, 9.5, 9.5]);
    expect(texts.map(({ value }) => value.slice(0, 8))).toEqual(['/**/a{b:', '/**/a{co', '', '/**/a{co']);
    expect(out).toContain('"id":9.5,"textContent":""');
  });

  it('show an alternate sheet only while a script has put it in use', async () => {
    const { play } = makeAssets(honest);
    const alternate = { rel: 'alternate stylesheet', href: 'zyb-asset:1' };
    const out = await play(
      [element(9, 'link', alternate), element(10, 'link', { ...alternate, disabled: false })],
      { attributes: [{ id: 9, attributes: { disabled: null } }] },
      { attributes: [{ id: 9, attributes: { media: null, disabled: false } }] },
      { attributes: [{ id: 9, attributes: { disabled: '' } }] },
    );
    const events = JSON.parse(out) as { data: { texts?: { value: string }[] } }[];
    expect(events.flatMap(({ data }) => data.texts ?? []).map(({ value }) => value.slice(0, 8))).toEqual([
      '/**/a{b:',
      '',
    ]);
    expect(out).toContain('"id":9.5,"textContent":""');
    expect(out).toContain('"id":10.5,"textContent":"/**/a{b:');
  });

  it('stand for a part of a drawing in a file of its own, and let nothing else be opened', async () => {
    const { play, made } = makeAssets(honest);
    const out = await play([
      element(9, 'use', { href: 'zyb-asset:0', rr_part: 'home' }),
      element(10, 'use', { 'xlink:href': 'zyb-asset:0', rr_part: 'a"><script>' }),
      element(11, 'use', { href: 'https://far.example/x.svg', rr_part: 'home' }),
    ]);
    expect(out).toContain(`"attributes":{"href":"${made[0]?.url}#home"}`);
    expect(out.match(/#home/g)).toHaveLength(1);
    expect(out).not.toMatch(/rr_part|script|far\.example/);
  });

  it('stand for another part of a drawing once a script has named it, by its old kind of address too', async () => {
    const { play, made } = makeAssets(honest);
    const out = await play(
      [element(9, 'use', { 'xlink:href': '#a' }), element(10, 'use', { 'xlink:href': '#a', href: '#b' })],
      {
        attributes: [
          { id: 9, attributes: { 'xlink:href': 'zyb-asset:0', rr_part: 'home' } },
          { id: 10, attributes: { 'xlink:href': null } },
        ],
      },
    );
    expect(out).toContain('"attributes":{"href":"#a"}');
    expect(out).toContain('"attributes":{"href":"#b"}');
    expect(out).toContain(`"attributes":{"href":"${made[0]?.url}#home"}`);
    expect(out).toContain('"attributes":{"href":null}');
    expect(out).not.toMatch(/rr_part|xlink/);
  });

  it('are fetched once for all windows, and given back at the end', async () => {
    const { play, asked, assets, made, revoked } = makeAssets(honest);
    const content: Parameters<typeof page> = [
      element(9, 'img', { src: 'zyb-asset:0' }),
      element(10, 'link', { rel: 'stylesheet', href: 'zyb-asset:1' }),
    ];
    const first = await play(content);
    expect(await play(content)).toBe(first);
    expect(asked.sort()).toEqual([hashOf(css), hashOf(png), hashOf(woff2)].sort());
    assets.destroy();
    expect(revoked).toEqual(made.map(({ url }) => url));
  });

  it('that are missing leave the grey box for pictures, and nothing for the rest', async () => {
    const { play } = makeAssets([
      { bytes: png, type: 'image/png', asset: { object: undefined, why: 'failed' } },
    ]);
    const out = await play([
      element(9, 'img', { src: 'zyb-asset:0' }),
      element(10, 'img', { src: 'zyb-asset:77' }),
      element(11, 'link', { rel: 'stylesheet', href: 'zyb-asset:5' }),
      element(12, 'div', { style: 'background:url(zyb-asset:0)' }),
    ]);
    expect(out.split('data:image/svg+xml')).toHaveLength(3);
    expect(out).toContain('background:url(\\"data:,\\")');
    expect(out).not.toContain('zyb-asset');
  });
});

describe('a hostile report', () => {
  const far = 'https://far.example/x';
  const evilCss = text(
    `@import "${far}";a{b:url(${far});c:url(zyb-asset:${'0'.repeat(64)});d:url("zyb-asset:0")}/*`,
  );
  const evilSvg = text('<svg xmlns="http://www.w3.org/2000/svg"><script>fetch("/")</script></svg>');
  const page404 = text('<html><script>alert(1)</script></html>');

  it('cannot make a request, nor name an object it does not list', async () => {
    const { play, asked } = makeAssets([{ bytes: evilCss, type: 'text/css', asset: { kind: 'style' } }]);
    const out = await play([
      element(9, 'link', { rel: 'stylesheet', href: 'zyb-asset:0' }),
      element(10, 'style', { _cssText: 'zyb-asset:0' }),
    ]);
    expect(out).not.toMatch(/url\([^)]*far|@import|zyb-asset/);
    expect(asked).toEqual([hashOf(evilCss)]);
  });

  it.each<[string, Listed]>([
    ['a drawing with script', { bytes: evilSvg, type: 'image/svg+xml', asset: {} }],
    ['a page said to be a picture', { bytes: page404, type: 'image/png', asset: {} }],
    ['a page said to be a drawing', { bytes: page404, type: 'image/svg+xml', asset: {} }],
    ['a replay chunk', { bytes: png, type: 'application/gzip', asset: {} }],
    ['a style sheet as a picture', { bytes: theme, type: 'text/css', asset: {} }],
  ])('gets no address for %s', async (_name, listed) => {
    const { play, made } = makeAssets([listed]);
    const out = await play([element(9, 'img', { src: 'zyb-asset:0' })]);
    expect(made).toEqual([]);
    expect(out).toContain('data:image/svg+xml');
  });

  it('gets nothing for bytes that are not what their name says, or cannot be read', async () => {
    const { play, made } = makeAssets(honest, new Map([[hashOf(png), pngOf(9, 9, 9)]]));
    expect(await play([element(9, 'img', { src: 'zyb-asset:0' })])).toContain('data:image/svg+xml');
    expect(made).toEqual([]);
  });

  it('names assets by their place alone: other spellings are no names', async () => {
    const { play, made } = makeAssets(honest);
    for (const src of [
      `zyb-asset:${hashOf(png)}`,
      'zyb-asset:0x0',
      'zyb-asset: 0',
      'ZYB-ASSET:0',
      'zyb-asset:-1',
      'zyb-asset:__proto__',
    ])
      expect(
        await play([element(9, 'img', { src }), element(10, 'div', { style: `b:url(${src})` })]),
      ).not.toMatch(/blob:|zyb-asset/i);
    expect(made).toEqual([]);
  });
});
