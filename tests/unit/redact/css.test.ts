import { describe, expect, it } from 'vitest';
import { decodeCss } from '../../../lib/redact/css/decode-css.ts';
import { rewriteCss } from '../../../lib/redact/css/rewrite-css.ts';
import { closeBlocks, takeImports, underConditions } from '../../../lib/redact/css/take-imports.ts';

const addressesIn = (css: string) => {
  const found: string[] = [];
  const same = rewriteCss(css, {
    address: ({ url, prelude, face, format }) => {
      found.push([url, prelude, face, format].join(' '));
      return undefined;
    },
  });
  expect(same, 'looking changes nothing').toBe(css);
  return found;
};

describe('addresses in CSS', () => {
  it.each([
    ['a{b:url(x.png)}', ['x.png  -1 ']],
    [`a{b:url( "x y.png" )}`, ['x y.png  -1 ']],
    ['a{b:URL(x.png )}', ['x.png  -1 ']],
    ['a{b:u\\72l(x\\.png)}', ['x.png  -1 ']],
    ['a{b:image-set("x.png" 1x, url(y.png) 2x)}', ['x.png  -1 ', 'y.png  -1 ']],
    ['/* url(x.png) */a{content:"url(y.png)"}', []],
    [
      '@namespace svg url(http://www.w3.org/2000/svg);a{b:url(x.png)}',
      ['http://www.w3.org/2000/svg namespace -1 ', 'x.png  -1 '],
    ],
    ['@supports (b:url(x.png)){a{b:url(y.png)}}', ['x.png supports -1 ', 'y.png  -1 ']],
    [
      '@font-face{src:url(a.woff2) format("woff2"),url("a.ttf")}a{b:url(x.png)}@font-face{src:url(b.woff)}',
      ['a.woff2  0 woff2', 'a.ttf  0 ', 'x.png  -1 ', 'b.woff  1 '],
    ],
    ['.url{color:red}#import{b:curl}', []],
  ])('%s', (css, expected) => {
    expect(addressesIn(css)).toEqual(expected);
  });
});

describe('imports', () => {
  it('are taken from the head of a sheet, with their conditions', () => {
    const { first, rest } = takeImports(
      '\ufeff@charset "gbk";<!-- @layer a , b;\n/*;*/@IMPORT url( "a;b.css" ) layer(base) supports(display: grid) screen and (min-width: 1px);' +
        "@import 'b.css';@\\69mport url(c.css)layer;a{}@import 'late.css';",
    );
    expect(first).toEqual([
      { layers: 'a , b' },
      { url: 'a;b.css', layer: 'base', supports: 'display: grid', media: 'screen and (min-width: 1px)' },
      { url: 'b.css', layer: undefined, supports: '', media: '' },
      { url: 'c.css', layer: '', supports: '', media: '' },
    ]);
    expect(rest).toBe("a{}@import 'late.css';");
  });

  it('end at the first rule, a layer block being one', () => {
    expect(takeImports('@layer a{b{}}@import "x.css";').first).toEqual([]);
    expect(takeImports('a{}@import "x.css";').first).toEqual([]);
    expect(takeImports('@import "x.css"').first).toHaveLength(1);
  });

  it('are written under their conditions, whatever is left open or closed too often in them', () => {
    const rule = { url: 'x', layer: 'base', supports: 'display:grid', media: 'print' };
    expect(underConditions(rule, 'a{b:c}}d{e:f')).toBe(
      '@layer base{@supports (display:grid){@media print{a{b:c}d{e:f}}}}',
    );
    expect(underConditions({ ...rule, layer: undefined, supports: 'not (a:b)', media: '' }, 'a{}')).toBe(
      '@supports not (a:b){a{}}',
    );
    expect(closeBlocks('a{b:c("}" /*}*/ [')).toBe('a{b:c("}" /*}*/ [])}');
    expect(closeBlocks('a{b:url(x{y)}')).toBe('a{b:url(x{y)}');
  });
});

describe('the encoding of a sheet', () => {
  const gbk = new Uint8Array([...Buffer.from('a{content:"'), 0xb0, 0xec, ...Buffer.from('"}')]);
  const utf8 = new TextEncoder().encode('a{content:"办"}');
  it('is that of the page around where neither server nor sheet says one', () => {
    expect(decodeCss(gbk, 'text/css', 'GBK')).toBe('a{content:"办"}');
    expect(decodeCss(utf8, 'text/css; charset=utf-8', 'GBK')).toBe('a{content:"办"}');
    expect(decodeCss(utf8, 'text/css', 'no such')).toBe('a{content:"办"}');
  });

  it('is what the server says, else what the sheet says, else UTF-8; a byte order mark is believed first', () => {
    expect(decodeCss(gbk, 'text/css; charset=GB2312')).toBe('a{content:"办"}');
    const own = new Uint8Array([...Buffer.from('@charset "gbk";'), ...gbk]);
    expect(decodeCss(own, 'text/css')).toContain('"办"');
    expect(decodeCss(utf8, '')).toBe('a{content:"办"}');
    expect(decodeCss(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'text/css;charset=gbk')).toBe(
      'a{content:"办"}',
    );
    expect(decodeCss(utf8, 'text/css; charset=nonsense')).toBe('a{content:"办"}');
  });
});
