import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAssetNamer } from '../../../lib/capture/name-assets.ts';
import type { AssetSeen } from '../../../lib/model/asset.ts';
import { createEventMemory, redactEvent } from '../../../lib/redact/index.ts';
import { change, element, page, snapshot, words } from '../replay/sample-streams.ts';

const here = 'https://portal.example/guide/';

function namer() {
  const seen: AssetSeen[] = [];
  const { nameIn } = createAssetNamer({ base: () => here, seen: (asset) => void seen.push(asset) });
  const name = <E extends { type: number; data: unknown }>(event: E): E => {
    nameIn(event);
    return event;
  };
  return { seen, name };
}
/** Names a page with this content; what was told and the content as it is afterwards. */
function named(...content: Parameters<typeof page>) {
  const { seen, name } = namer();
  const json = JSON.stringify(name(snapshot(1, page(...content))));
  return { seen, json };
}
const pictureSeen = (tag: string, attributes: Record<string, unknown>) =>
  named(element(9, tag, attributes)).seen[0];

describe('addresses of a page', () => {
  it.each([
    ['img', { src: 'https://cdn.example/a.png', srcset: 'b.png 2x' }, 'https://cdn.example/a.png'],
    ['image', { 'xlink:href': 'a.svg' }, `${here}a.svg`],
    ['feImage', { href: '/a.svg' }, 'https://portal.example/a.svg'],
    ['input', { type: 'image', src: 'go.gif' }, `${here}go.gif`],
    ['video', { poster: 'p.jpg' }, `${here}p.jpg`],
    ['td', { background: 'bg.gif#x' }, `${here}bg.gif`],
    ['div', { style: 'background:url("a.png")' }, `${here}a.png`],
    ['div', { style: "background:u\\72l( 'a.png' )" }, `${here}a.png`],
  ])('of <%s %j> become names', (tag, attributes, url) => {
    const { seen, json } = named(element(9, tag, attributes));
    expect(seen).toEqual([{ n: 0, kind: 'image', url }]);
    expect(json).toContain('zyb-asset:0');
    expect(json).not.toMatch(/srcset|a\.png"|a\.svg"|p\.jpg|bg\.gif/);
  });

  it('of linked style sheets become names, also of those loaded ahead and of alternates, but not of icons', () => {
    const { seen } = named(
      element(9, 'link', { rel: 'stylesheet', href: `${here}a.css` }),
      element(10, 'link', { rel: 'preload', as: 'style', href: `${here}b.css` }),
      element(11, 'link', { rel: 'icon', href: `${here}i.png` }),
      element(12, 'link', { rel: 'alternate stylesheet', href: `${here}c.css` }),
      element(13, 'link', { rel: 'stylesheet', href: `${here}a.css` }),
    );
    expect(seen.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      `style ${here}a.css`,
      `style ${here}b.css`,
      `style ${here}c.css`,
    ]);
  });

  it('of fonts in short styles and inserted rules are fonts, pictures beside them pictures', () => {
    const face = '@font-face{font-family:a;src:url(a.woff2)}';
    const { seen, name } = namer();
    name(snapshot(1, page(element(9, 'style', {}, words(10, `${face} b{background:url(b.png)}`)))));
    name(change(2, { source: 8, adds: [{ rule: '@font-face{font-family:c;src:url(c.woff2)}' }] }));
    expect(seen.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      `font ${here}a.woff2`,
      `image ${here}b.png`,
      `font ${here}c.woff2`,
    ]);
  });

  it('of drawings in files of their own become names, beside the part that is used', () => {
    const { seen, json } = named(
      element(9, 'use', { href: '/icons.svg#home' }),
      element(10, 'use', { 'xlink:href': '/icons.svg#search' }),
    );
    expect(seen.map(({ kind, url }) => `${kind} ${url}`)).toEqual(['image https://portal.example/icons.svg']);
    expect(json).toContain('"href":"zyb-asset:0","rr_part":"home"');
    expect(json).toContain('"xlink:href":"zyb-asset:0","rr_part":"search"');
  });

  it('of a picture that has several files are those of the one it shows, also after a change', () => {
    const seen: string[] = [];
    const chosen = new Map([[9, `${here}large.png`]]);
    const { nameIn } = createAssetNamer({
      base: () => here,
      seen: ({ url }) => void seen.push(url),
      chosenFor: (id) => chosen.get(id),
    });
    nameIn(snapshot(1, page(element(9, 'img', { src: 'dot.gif' }), element(10, 'img', { src: 'b.png' }))));
    const attributes = [
      { id: 9, attributes: { srcset: 'large.png 1x' } as Record<string, unknown> },
      { id: 10, attributes: { src: 'c.png' } },
    ];
    nameIn(change(2, { attributes }));
    expect(seen).toEqual(['dot.gif', 'b.png', 'large.png', 'c.png'].map((name) => here + name));
    expect(attributes[0]?.attributes).toEqual({ src: 'zyb-asset:2' });
  });

  it('leave parts of the same document and links to other pages alone', () => {
    const { seen, json } = named(
      element(9, 'a', { href: 'https://portal.example/next.png' }),
      element(10, 'use', { href: '#icon' }),
      element(12, 'rect', { style: 'fill:url(#grad)' }),
    );
    expect(seen).toEqual([]);
    expect(json).not.toContain('zyb-asset');
  });

  it('are refused when a picture changes that its surroundings or its words said to be of a person', () => {
    const { seen, name } = namer();
    const around = {
      ...element(8, 'span', { class: 'avatar' }),
      childNodes: [element(9, 'img', { src: 'a.png' })],
    };
    name(snapshot(1, page(around, element(10, 'img', { src: 'b.png', alt: '头像' }))));
    const told = seen.length;
    name(
      change(2, {
        attributes: [9, 10].map((id) => ({ id, attributes: { src: `/static/later-${id}.png` } })),
      }),
    );
    expect(seen.slice(0, told).every(({ refused }) => refused === 'not-allowed')).toBe(true);
    expect(seen.filter(({ url }) => url.includes('later'))).toEqual([]);
  });

  it('are also what is written into the page, however small: masking leaves no data in an address', () => {
    const data = 'data:image/gif;base64,AAAA';
    const { seen, json } = named(element(9, 'img', { src: data }));
    expect(seen).toEqual([{ n: 0, kind: 'image', url: '', data }]);
    expect(json).toContain('zyb-asset:0');
  });

  it('are told once, whatever the number of elements and snapshots', () => {
    const { seen, name } = namer();
    for (let again = 0; again < 3; again += 1)
      name(
        snapshot(
          again,
          page(element(9, 'img', { src: 'a.png' }), element(10, 'img', { src: '/guide/a.png#y' })),
        ),
      );
    expect(seen).toHaveLength(1);
  });
});

describe('texts of style sheets', () => {
  const long = `.a{background:url(x.png)}${'.b{color:red}'.repeat(30)}`;

  it('are told whole when long, with the base of their addresses, and named once', () => {
    const { seen, json } = named(
      element(9, 'style', {}, words(10, long)),
      element(11, 'style', { _cssText: long }),
      element(12, 'link', { _cssText: long }),
    );
    expect(seen).toEqual([{ n: 0, kind: 'style', url: '', data: long, base: here }]);
    expect(json).not.toContain('color:red');
  });

  it('stay where they are when short, their pictures named', () => {
    const { seen, json } = named(element(9, 'style', {}, words(10, 'a{b:url(x.png)}')));
    expect(json).toContain('a{b:url(\\"zyb-asset:0\\")}');
    expect(seen[0]?.url).toBe(`${here}x.png`);
  });

  it('are told whole when they import, however short', () => {
    expect(named(element(9, 'style', {}, words(10, '@import "x.css"'))).seen[0]).toMatchObject({
      kind: 'style',
    });
  });

  it('are followed in later texts, rules, adopted sheets and declarations', () => {
    const { seen, name } = namer();
    name(snapshot(1, page(element(9, 'style', {}, words(10, 'a{}')))));
    const later = [
      change(2, { texts: [{ id: 10, value: 'a{b:url(1.png)}' }] }),
      change(3, { adds: [{ parentId: 9, nextId: null, node: words(11, 'a{b:url(2.png)}') }] }),
      { type: 3, data: { source: 8, adds: [{ rule: 'a{b:url(3.png)}' }] } },
      { type: 3, data: { source: 15, styles: [{ rules: [{ rule: 'a{b:url(4.png)}' }] }] } },
      { type: 3, data: { source: 13, set: { property: 'background', value: 'url(5.png)' } } },
    ].map(name);
    expect(seen.map(({ url }) => url)).toEqual([1, 2, 3, 4, 5].map((n) => `${here}${n}.png`));
    expect(JSON.stringify(later)).not.toContain('.png');
  });
});

describe('later changes', () => {
  it('name what is added at any depth and what attributes change to', () => {
    const { seen, name } = namer();
    name(
      snapshot(
        1,
        page(
          element(9, 'img', {}),
          element(10, 'link', { rel: 'stylesheet', href: 'a.css' }),
          element(11, 'div'),
        ),
      ),
    );
    const nested = element(20, 'div', {}, element(21, 'p', {}, element(22, 'img', { src: 'deep.png' })));
    name(change(2, { adds: [{ parentId: 3, nextId: null, node: nested }] }));
    name(
      change(3, {
        attributes: [
          { id: 9, attributes: { src: 'new.png' } },
          { id: 10, attributes: { href: 'b.css' } },
          {
            id: 11,
            attributes: { style: { background: 'url(s.png)', 'border-image': ['url(t.png)', 'important'] } },
          },
          { id: 22, attributes: { src: 'other.png' } },
        ],
      }),
    );
    expect(seen.map(({ url }) => url.replace(here, ''))).toEqual([
      'a.css',
      'deep.png',
      'new.png',
      'b.css',
      's.png',
      't.png',
      'other.png',
    ]);
  });

  it('name the picture that a cell gets later, though no cell is remembered, and no word that is no address', () => {
    const { seen, name } = namer();
    name(
      snapshot(
        1,
        page(element(9, 'table', {}, element(10, 'tr', {}, element(11, 'td'))), element(12, 'x-a')),
      ),
    );
    name(
      change(2, {
        attributes: [
          { id: 9, attributes: { background: 'table.gif' } },
          { id: 11, attributes: { background: 'cell.gif' } },
          { id: 12, attributes: { background: 'dark' } },
        ],
      }),
    );
    expect(seen.map(({ url }) => url)).toEqual([`${here}table.gif`, `${here}cell.gif`]);
  });

  it('keep knowing an element that was moved', () => {
    const { seen, name } = namer();
    name(snapshot(1, page(element(9, 'img', { src: 'a.png' }))));
    name(
      change(2, {
        removes: [{ id: 9, parentId: 3 }],
        adds: [{ parentId: 3, nextId: null, node: element(9, 'img', { src: 'a.png' }) }],
      }),
    );
    name(change(3, { attributes: [{ id: 9, attributes: { src: 'b.png' } }] }));
    expect(seen).toHaveLength(2);
  });
});

describe('pictures that are not kept', () => {
  it.each([
    ['a captcha by its class', 'img', { class: 'login-captcha', src: 'a.png' }],
    ['a captcha by its address', 'img', { src: '/auth/code?t=1712345678901' }],
    ['a captcha by its words', 'img', { alt: '点击更换验证码', src: 'a.png' }],
    ['an avatar', 'img', { class: 'user-avatar', src: 'a.png' }],
    ['a certificate', 'img', { alt: '身份证人像面', src: '/files/1.jpg' }],
    ['an avatar in a folder of the site', 'img', { class: 'user-avatar', src: '/images/avatar/1234.jpg' }],
    ['a document in one', 'img', { alt: '身份证正面', src: '/img/idcard/370102_front.jpg' }],
    ['a document in one, without words', 'img', { src: '/img/idcard/front.jpg' }],
    ['a face in one', 'img', { alt: '头像', src: '/assets/head/zs.png' }],
    ['a numbered face among icons', 'img', { alt: '头像', src: '/static/icons/10023.png' }],
    ['a photo among icons', 'img', { class: 'avatar', src: '/static/icons/zs.jpg' }],
    ['a preview', 'img', { class: 'el-upload-list__item-thumbnail', src: 'a.png' }],
    ['a QR code', 'img', { id: 'qrcode', src: 'a.png' }],
    ['a programme', 'img', { src: '/servlet/show.do?id=3' }],
    ['a blob', 'img', { src: 'blob:https://portal.example/1' }],
    ['a scan', 'img', { src: `data:image/jpeg;base64,${'A'.repeat(40_000)}` }],
    ['a background of an avatar', 'div', { class: 'avatar', style: 'background:url(me.png)' }],
    ['a name of our own scheme', 'img', { src: 'zyb-asset:7' }],
  ])('%s: its place is named, its address is not told', (_name, tag, attributes) => {
    expect(pictureSeen(tag, attributes)).toEqual({ n: 0, kind: 'image', url: '', refused: 'not-allowed' });
    expect(named(element(9, tag, attributes)).json).toContain('zyb-asset:0');
  });

  it.each([
    ['an icon that ships with the site', { alt: '身份证办理', src: '/static/icons/idcard-apply.png' }],
    ['a drawing that ships with the site', { class: 'avatar', src: '/static/img/avatar.svg' }],
    ['a banner of the site', { src: '/static/img/banner.jpg' }],
    ['a picture of the news', { src: '/upload/2025/banner.jpg' }],
    ['a picture without a file name', { src: '/fileserver/get/8c1a' }],
    ['an icon written into the page', { src: `data:image/png;base64,${'A'.repeat(3000)}` }],
  ])('but %s is', (_name, attributes) => {
    expect(pictureSeen('img', attributes)?.refused).toBeUndefined();
  });

  it('what is inside an element called so, two levels down', () => {
    const inside = element(
      8,
      'div',
      { class: 'captcha-box' },
      element(9, 'a', {}, element(10, 'img', { src: 'x.png' })),
    );
    expect(named(inside).seen[0]?.refused).toBe('not-allowed');
  });

  it('what a script put there after the page was shown, when it is a picture of some size or has no file name', () => {
    const { seen, name } = namer();
    name(snapshot(1, page(element(9, 'img', {}))));
    const data = `data:image/png;base64,${'A'.repeat(3000)}`;
    name(change(2, { attributes: [{ id: 9, attributes: { src: data } }] }));
    name(change(3, { attributes: [{ id: 9, attributes: { src: '/get/77' } }] }));
    expect(seen).toEqual([{ n: 0, kind: 'image', url: '', refused: 'not-allowed' }]);
  });
});

describe('a picture that is not kept', () => {
  it('leaves room of its own size where the page did not say one', () => {
    const { nameIn } = createAssetNamer({
      base: () => here,
      seen: () => {},
      sizeOf: (id) => (id === 12 ? undefined : { width: 90, height: 30 }),
    });
    const images = [
      element(9, 'img', { class: 'captcha', src: 'a.png' }),
      element(10, 'img', { class: 'captcha', src: 'a.png', width: '40' }),
      element(11, 'img', { src: 'kept.png' }),
      element(12, 'img', { class: 'avatar', src: 'a.png' }),
    ];
    nameIn(snapshot(1, page(...images)));
    expect(images.map(({ attributes }) => attributes)).toEqual([
      { class: 'captcha', src: 'zyb-asset:0', width: '90', height: '30', rr_size: '90x30' },
      { class: 'captcha', src: 'zyb-asset:0', width: '40', rr_size: '90x30' },
      { src: 'zyb-asset:1' },
      { class: 'avatar', src: 'zyb-asset:0' },
    ]);
  });

  it('leaves room for the next one in its place, and none of its own for one that is kept', () => {
    const size = { width: 90, height: 30 };
    const { nameIn } = createAssetNamer({ base: () => here, seen: () => {}, sizeOf: () => size });
    nameIn(snapshot(1, page(element(9, 'img', { src: '/captcha.png' }))));
    const changed = (attributes: Record<string, unknown>) => {
      nameIn(change(2, { attributes: [{ id: 9, attributes }] }));
      return attributes;
    };
    size.width = 60;
    const room = { width: '60', height: '30', rr_size: '60x30' };
    expect(changed({ src: '/captcha2.png' })).toEqual({ src: 'zyb-asset:0', ...room });
    const none = { width: null, height: null };
    expect(changed({ src: '/kept.png' })).toEqual({ src: 'zyb-asset:1', ...none });
    expect(changed({ src: '/kept2.png' })).toEqual({ src: 'zyb-asset:2' });
    expect(changed({ src: '/captcha.png' })).toEqual({ src: 'zyb-asset:0', rr_size: '60x30' });
  });

  it('has its size told late, and is not judged anew by that', () => {
    const { nameIn } = createAssetNamer({ base: () => here, seen: () => {} });
    const image = element(9, 'img', { src: 'blob:https://portal.example/1' });
    nameIn(snapshot(1, page(element(8, 'p', {}, image))));
    const changed = (attributes: Record<string, unknown>) => {
      nameIn(change(2, { attributes: [{ id: 9, attributes }] }));
      return attributes;
    };
    const size = { src: 'zyb-asset:0', rr_size: '60x30' };
    expect(changed({ rr_size: '60x30' })).toEqual({ ...size, width: '60', height: '30' });
    changed({ width: '90' });
    expect(changed({ rr_size: '60x30' })).toEqual(size);
    changed({ src: '/kept.png' });
    expect(changed({ rr_size: '60x30' })).toEqual({});
  });
});

describe('naming', () => {
  it('changes nothing but addresses and style texts', () => {
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom('url(', 'captcha', '图片', '(x)', 'calc(1px + 2px)', 'var(--a)'),
    );
    const attributes = fc.dictionary(
      fc.constantFrom('class', 'id', 'alt', 'title', 'width', 'href', 'value'),
      value,
    );
    const tags = fc.constantFrom('div', 'a', 'p', 'span', 'svg', 'g', 'iframe', 'form');
    const tree = fc.letrec<{ node: ReturnType<typeof element> }>((tie) => ({
      node: fc
        .tuple(
          fc.nat(1000),
          tags,
          attributes,
          fc.array(
            fc.oneof(
              { maxDepth: 3 },
              value.map((text) => words(5, text)),
              tie('node'),
            ),
            { maxLength: 3 },
          ),
        )
        .map(([id, tag, of, children]) => element(id, tag, of, ...children)),
    })).node;
    fc.assert(
      fc.property(tree, (node) => {
        const { seen, name } = namer();
        const event = snapshot(1, page(node));
        const before = JSON.stringify(event);
        expect(JSON.stringify(name(event))).toBe(before);
        expect(seen).toEqual([]);
      }),
    );
  });

  it('survives redaction, in attributes, styles and style texts', () => {
    const { name } = namer();
    const event = name(
      snapshot(
        1,
        page(
          element(8, 'link', { rel: 'stylesheet', href: 'a.css?token=1' }),
          element(9, 'img', { src: '/x.png?id=310101199001011234' }),
          element(10, 'video', { poster: 'p.jpg' }),
          element(11, 'td', { background: 'b.gif' }),
          element(12, 'image', { 'xlink:href': 'c.svg' }),
          element(13, 'div', { style: 'background:url(d.png)' }),
          element(14, 'style', {}, words(15, `.a{b:url(e.png)}${' '.repeat(300)}`)),
        ),
      ),
    );
    const { event: clean } = redactEvent(event as never, { memory: createEventMemory() });
    const text = JSON.stringify(clean);
    for (let n = 0; n < 7; n += 1) expect(text).toContain(`zyb-asset:${n}`);
  });

  it('gives one number to all a page makes beyond what a page may have', () => {
    const { seen, name } = namer();
    const many = Array.from({ length: 3100 }, (_, n) => element(n + 10, 'img', { src: `p${n}.png` }));
    name(snapshot(1, page(...many)));
    expect(seen).toHaveLength(3001);
    expect(seen.at(-1)).toMatchObject({ refused: 'too-many' });
  });
});
