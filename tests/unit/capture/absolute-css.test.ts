import { expect, it } from 'vitest';
import { absoluteCss } from '../../../lib/capture/absolute-css.ts';

const base = 'https://zwfw.test/module/page.html?x=1';

it('gives every address in full, from where the text stands', () => {
  expect(absoluteCss('a{background:url(img/a.png)} b{background:url("../b.png#c")}', base)).toBe(
    'a{background:url("https://zwfw.test/module/img/a.png")} b{background:url("https://zwfw.test/b.png#c")}',
  );
  expect(absoluteCss('@import "more.css" screen; @import url(other.css);', base)).toBe(
    '@import "https://zwfw.test/module/more.css" screen; @import url("https://zwfw.test/module/other.css");',
  );
});

it('leaves what names no other place, and what is no address, byte for byte', () => {
  for (const css of [
    'p { color: rgb(1, 2, 3) }',
    'svg { fill: url(#paint) }',
    'i { background: url(data:image/gif;base64,AA==) }',
    '@namespace url(http://www.w3.org/1999/xhtml);',
    'p::before { content: "url(img/a.png)" }',
    'b { background: url("http://[") }',
  ])
    expect(absoluteCss(css, base)).toBe(css);
});
