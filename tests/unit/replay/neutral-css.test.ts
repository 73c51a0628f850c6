import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neutralCss, neutralCssPiece, staysInside } from '../../../lib/replay/neutral-css.ts';

const far = 'http://far.example/x';

describe('neutral CSS', () => {
  it.each([
    [`a{background:url(${far})}`, 'a{background:url("data:,")}'],
    [`a{background:url( "${far}" )}`, 'a{background:url( "data:," )}'],
    [`a{background:URL('//far.example/x')}`, 'a{background:URL("data:,")}'],
    [`a{background:u\\72l(${far})}`, 'a{background:url("data:,")}'],
    [`a{background:\\75 rl(${far})}`, 'a{background:url("data:,")}'],
    [`@import url(${far});b{}`, '@zyb-off url("data:,");b{}'],
    [`@\\69mport "${far}";`, `@zyb-off "${far}";`],
    [
      `a{background:image-set("${far}" 1x, url(${far}) 2x)}`,
      'a{background:image-set("data:," 1x, url("data:,") 2x)}',
    ],
    [`a{background:-webkit-image-set(var(--x) 1x)}`, 'a{background:-webkit-image-set(zyb-off(--x) 1x)}'],
    [`a{background:url(${far}`, 'a{background:url("data:,")'],
    [`@font-face{src:url(${far}.woff) format("woff")}`, '@font-face{src:url("data:,") format("woff")}'],
    [`a{--x:url(${far})}`, 'a{--x:url("data:,")}'],
    ['a{src:src(var(--y))}', 'a{src:url("data:,"))}'],
  ])('%s becomes %s', (css, expected) => {
    expect(neutralCss(css)).toBe(expected);
  });

  it.each([
    'a{fill:url(#grad)}',
    'a{background:url("data:image/png;base64,AAAA")}',
    '.url{color:red}',
    'a::before{content:"url(x)"}',
    '/* url(http://far.example) */ a{color:red}',
    '@media print{a{color:red}}',
    'a{b:c}/* rr_split */d{e:f}',
    "a{content:'import'}",
    '@font-face{src:url(data:font/woff2;base64,AA==)}',
  ])('%s stays as it is', (css) => {
    expect(neutralCss(css)).toBe(css);
  });

  it('does not let pieces of one sheet join into what neither of them was', () => {
    for (const [head, tail] of [
      ['a{b:u', `rl(${far})}`],
      ['a{b:image-set("', `${far}" 1x)}`],
      ['a{b:url(', `${far})}`],
      ['@imp', `ort "${far}";`],
      ['a{b:image-set(', `"${far}" 1x)}`],
      ['/*', `*/@import "${far}";`],
      ['a{c:"\\', `";b:url(${far})}`],
    ]) {
      const joined = neutralCssPiece(head!) + neutralCssPiece(tail!);
      expect(neutralCss(joined)).toBe(joined);
    }
  });

  it('leaves nothing to do for a second look', () => {
    const bits = fc.constantFrom(
      'url(',
      'u\\72l(',
      'image-set(',
      '"',
      "'",
      ')',
      '(',
      '\\',
      '/*',
      '*/',
      '@import ',
      far,
      ' ',
      '\n',
      'a{b:',
      '}',
      ';',
      '#x',
      'var(',
      'data:image/png,x',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 14 }), (parts) => {
        const once = neutralCss(parts.join(''));
        expect(neutralCss(once)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('knows which addresses stay inside', () => {
    expect(['#a', 'data:image/svg+xml,x', 'data:font/woff2,x'].every(staysInside)).toBe(true);
    expect(
      ['', 'x.png', '//h/x', 'http:x', 'data:text/html,x', 'blob:x', 'da\nta:image/png,'].some(staysInside),
    ).toBe(false);
  });
});
