import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReplayEvent } from '../../../lib/replay/replay-event.ts';
import { createScrubber } from '../../../lib/replay/scrub-events.ts';
import { change, element, page, snapshot, words } from './sample-streams.ts';

const far = 'http://far.example/x';
const scrubbed = (...content: Parameters<typeof page>) =>
  JSON.stringify(createScrubber().scrub(snapshot(1, page(...content))));
/** Scrubs a change of a page that holds the given content. */
function afterwards(content: Parameters<typeof page>[0], data: object): ReplayEvent | undefined {
  const scrubber = createScrubber();
  scrubber.scrub(snapshot(1, page(content)));
  return scrubber.scrub(change(2, data as Record<string, unknown>));
}

const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('the scrubber', () => {
  it.each(['script', 'SCRIPT', 'noscript', 'object', 'embed', 'base', 'portal', 'svg:script'])(
    'puts an empty stand-in of the same id in the place of <%s>',
    (tag) => {
      const out = scrubbed(element(9, tag, { src: far, data: far, href: far }, words(10, 'alert(1)')));
      expect(out).toContain('"type":2,"id":9,"tagName":"zyb-left-out"');
      expect(out).not.toMatch(/far\.example|alert/);
    },
  );

  it('puts a box of its own size in the place of a picture that was not kept, where a sound one was told', () => {
    const sized = (rr_size: string) => scrubbed(element(9, 'img', { src: 'zyb-asset:7', rr_size }));
    expect(sized('90x30')).toContain('width=\\"90\\" height=\\"30\\" viewBox=\\"0 0 40 30\\"');
    expect(sized('90x30"><script>')).toContain('width=\\"40\\" height=\\"30\\"');
    expect(sized('90x30"><script>')).not.toMatch(/script|rr_size/);
    const data = { attributes: [{ id: 9, attributes: { src: 'zyb-asset:7', rr_size: '20x60' } }] };
    expect(JSON.stringify(afterwards(element(9, 'img', {}), data))).toContain(
      'width=\\"20\\" height=\\"60\\"',
    );
  });

  it.each([
    ['an ActiveX control', 'object', { classid: 'clsid:1234', codebase: far, data: far, onerror: 'x()' }],
    ['a control by its type alone', 'object', { type: 'application/x-oleobject', id: 'pkcs' }],
    ['a film', 'object', { data: `${far}.swf` }],
    ['a document of a type that no browser knows', 'object', { type: 'application/x-itst', data: far }],
    ['an applet', 'applet', { code: far, archive: far }],
  ])('shows what the page says instead of %s, as the browser did', (_what, tag, attributes) => {
    const instead = element(10, 'p', { onclick: 'x()' }, words(11, '请安装安全控件'));
    const script = element(12, 'script', {}, words(13, 'alert(1)'));
    const out = scrubbed(element(9, tag, { style: 'color:red', ...attributes }, instead, script));
    expect(out).toContain('"id":9,"tagName":"zyb-instead"');
    expect(out).toContain('请安装安全控件');
    expect(out).toContain('"style":"color:red"');
    expect(out).not.toMatch(/far\.example|alert|onclick|onerror/);
  });

  it.each([{ type: 'application/pdf' }, { type: 'image/svg+xml' }, { data: far }])(
    'keeps a box in the place of a document embedded as %j',
    (attributes) => {
      const out = scrubbed(element(9, 'object', attributes, words(10, '无法显示')));
      expect(out).toContain('zyb-left-out');
      expect(out).not.toContain('无法显示');
    },
  );

  it('leaves a box in the place of a control that says nothing', () => {
    const attributes = { classid: 'clsid:1234', width: '300' };
    const out = scrubbed(
      element(9, 'object', attributes, element(10, 'param', { value: far }), words(11, ' ')),
    );
    expect(out).toContain('"id":9,"tagName":"zyb-left-out"');
    expect(out).toContain('--zyb-width:300px;--zyb-height:150px;');
  });

  it.each([
    [{ rr_broken: 'yes', alt: '图' }, '"attributes":{"src":"data:,","alt":"图"}'],
    [{ rr_density: '1.5' }, `"src":"","srcset":"${dot} 1.5x"`],
    [{ rr_density: `1x, ${far} 2` }, `"attributes":{"src":"${dot}"}`],
    [{ srcset: `${far} 2x` }, `"attributes":{"src":"${dot}"}`],
  ])('shows a picture of which was told %j', (told, expected) => {
    expect(scrubbed(element(9, 'img', { src: dot, ...told }))).toContain(expected);
  });

  it('keeps formulas as such, but never a frame', () => {
    const math = (id: number, tag: string) => ({ ...element(id, tag, {}), isMath: true });
    const out = scrubbed(math(9, 'mfrac'), math(10, 'iframe'), math(11, 'script'));
    expect(out.match(/"isMath":true/g)).toHaveLength(1);
    expect(out).toContain('"id":9,"tagName":"mfrac","attributes":{},"childNodes":[],"isMath":true');
  });

  it('leaves the document type out where it made a page one of before the standards: the replay writes its own', () => {
    const typed = (compatMode?: string) => {
      const whole = page(words(9, '字'));
      (whole.childNodes as object[]).unshift({
        type: 1,
        id: 8,
        name: 'html',
        publicId: '-//W3C//DTD HTML 4.01//EN',
      });
      return JSON.stringify(
        createScrubber().scrub(snapshot(1, { ...whole, ...(compatMode && { compatMode }) })),
      );
    };
    expect(typed('BackCompat')).toContain('"compatMode":"BackCompat"');
    expect(typed('BackCompat')).not.toContain('HTML 4.01');
    expect(typed()).toContain('HTML 4.01');
  });

  it.each([
    [
      '-//W3C//DTD XHTML 1.0 Transitional//EN',
      'http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd',
      true,
    ],
    ['-//W3C//DTD XHTML 1.0 Transitional//EN', '', true],
    ['-//W3C//DTD HTML 4.01 Transitional//EN', 'http://www.w3.org/TR/html4/loose.dtd', true],
    ['-//W3C//DTD HTML 4.01//EN', 'http://www.w3.org/TR/html4/strict.dtd', false],
    ['-//W3C//DTD XHTML 1.0 Strict//EN', 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd', false],
    ['', '', false],
  ])('knows pages that almost keep the standards by their type: %s %s', (publicId, systemId, almost) => {
    const whole = page(words(9, '字'));
    (whole.childNodes as object[]).unshift({ type: 1, id: 8, name: 'html', publicId, systemId });
    const out = JSON.stringify(createScrubber().scrub(snapshot(1, { ...whole })));
    expect(out.includes('"compatMode":"AlmostStandards"')).toBe(almost);
    expect(out.includes('"publicId"')).toBe(!almost);
  });

  it.each([
    ['img', { src: far, srcset: far, onerror: 'x()', lowsrc: far }],
    ['iframe', { src: far, srcdoc: '<script>', sandbox: 'allow-scripts', allow: 'camera' }],
    ['iframe', { src: 'data:image/svg+xml,<svg/>' }],
    ['a', { href: 'javascript:alert(1)', ping: far }],
    ['a', { href: far }],
    ['form', { action: far }],
    ['button', { formaction: far, onclick: 'x()' }],
    ['meta', { 'http-equiv': 'refresh', content: `0;url=${far}` }],
    ['link', { rel: 'stylesheet', href: far }],
    ['link', { rel: 'preload', as: 'image', href: far }],
    ['video', { src: far, poster: far, autoplay: true }],
    ['source', { srcset: far }],
    ['body', { background: far }],
    ['input', { type: 'image', src: far }],
    ['image', { 'xlink:href': far, href: far }],
    ['use', { href: `${far}#a` }],
    ['rect', { fill: `url(${far})`, filter: `url(${far}#f)` }],
    ['animate', { attributeName: 'href', to: 'x' }],
    ['div', { style: `background:url(${far})` }],
    ['style', { _cssText: `@import "a";a{b:url(${far})}` }],
    ['canvas', { rr_dataURL: far }],
    ['html', { manifest: far }],
  ])('lets nothing out of <%s %j>', (tag, attributes) => {
    // Words alone, which no browser takes for an address.
    const withoutWords = (json: string) => json.replace(/"zyb-written-href":"http[^"]*"/, '');
    const out = withoutWords(scrubbed(element(9, tag, attributes)));
    expect(out).not.toMatch(
      /far\.example|javascript|"on\w+"|srcdoc|sandbox|refresh|@import|"rel"|"attributeName"|data:image\/svg\+xml,<svg/,
    );
    const later = withoutWords(
      JSON.stringify(afterwards(element(9, tag, {}), { attributes: [{ id: 9, attributes }] })),
    );
    expect(later).not.toMatch(
      /far\.example|javascript|"on\w+"|srcdoc|sandbox|refresh|@import|"rel"|"attributeName"|data:image\/svg\+xml,<svg/,
    );
  });

  it('keeps what a page looks like', () => {
    const kept = {
      class: 'btn (big)',
      style: 'color:red',
      title: '3个工作日（url(x)）',
      width: 30,
      checked: true,
      placeholder: '请输入',
    };
    const out = createScrubber().scrub(snapshot(1, page(element(9, 'input', kept)))) as ReplayEvent & {
      type: 2;
    };
    expect(out.data.node.childNodes?.[0]?.childNodes?.[0]?.childNodes?.[0]).toMatchObject({
      attributes: kept,
    });
    expect(scrubbed(element(9, 'img', { src: 'data:image/png;base64,AA==' }))).toContain(
      'data:image/png;base64,AA==',
    );
    expect(scrubbed(element(9, 'use', { href: '#icon' }))).toContain('"#icon"');
    expect(scrubbed(words(9, '说明：url(http://a.example) @import'))).toContain(
      'url(http://a.example) @import',
    );
  });

  it('treats as CSS what ends up in a style element, whenever it comes', () => {
    const css = `a{b:url(${far})}`;
    expect(scrubbed(element(9, 'style', {}, words(10, css)))).not.toContain('far.example');
    const added = afterwards(element(9, 'style'), {
      adds: [{ parentId: 9, nextId: null, node: words(10, css) }],
    });
    expect(JSON.stringify(added)).not.toContain('far.example');
    const changed = afterwards(element(9, 'style', {}, words(10, 'a{}')), {
      texts: [{ id: 10, value: css }],
    });
    expect(JSON.stringify(changed)).not.toContain('far.example');
  });

  /** Everything a Replayer gets of a page with these parts and of these changes. */
  const told = (content: Parameters<typeof page>, ...changes: Record<string, unknown>[]) => {
    const scrubber = createScrubber();
    const events = [scrubber.scrub(snapshot(1, page(...content)))];
    return [...events, ...changes.map((data, at) => scrubber.scrub(change(2 + at, data)))];
  };

  it.each<[string, Parameters<typeof page>, Record<string, unknown>[]]>([
    [
      'a text put into a link, in whose place stands a sheet',
      [element(9, 'link', { rel: 'stylesheet', href: 'zyb-asset:1' })],
      [{ adds: [{ parentId: 9, nextId: null, node: words(10, `a{b:url(${far})}`) }] }],
    ],
    [
      'a text told before its sheet',
      [],
      [
        {
          adds: [
            { parentId: 9, nextId: null, node: words(10, `a{b:url(${far})}`) },
            { parentId: 3, nextId: null, node: element(9, 'style') },
          ],
        },
      ],
    ],
    [
      'a new text of a sheet whose id was told once more, where nothing is',
      [element(9, 'style', {}, words(10, 'a{}'))],
      [
        { adds: [{ parentId: 99, nextId: null, node: words(10, 'a') }] },
        { texts: [{ id: 10, value: `a{b:url(${far})}` }] },
      ],
    ],
    [
      'the same, told once more where something was',
      [element(9, 'style', {}, words(10, 'a{}')), element(11, 'p')],
      [
        { removes: [{ id: 11, parentId: 3 }] },
        { adds: [{ parentId: 11, nextId: null, node: words(10, 'a') }] },
        { texts: [{ id: 10, value: `a{b:url(${far})}` }] },
      ],
    ],
    [
      'a text put into a sheet whose id was told once more, of something else',
      [element(9, 'style'), element(11, 'p')],
      [
        { removes: [{ id: 11, parentId: 3 }] },
        { adds: [{ parentId: 11, nextId: null, node: element(9, 'p', {}, words(12, `url(${far})`)) }] },
        { adds: [{ parentId: 9, nextId: null, node: words(10, `a{b:url(${far})}`) }] },
      ],
    ],
    [
      'a text told by an id of no node of the stream, as of a frame grafted into it',
      [],
      [{ texts: [{ id: 1_000_010, value: `a{b:url(${far})}` }] }],
    ],
  ])('lets no address into a sheet by %s', (_what, content, changes) => {
    expect(JSON.stringify(told(content, ...changes))).not.toContain('far.example');
  });

  it('makes no sheet of an id by which something else went, whose words stand as they were', () => {
    const out = JSON.stringify(
      told(
        [element(9, 'p', {}, words(10, `url(${far})`))],
        { adds: [{ parentId: 3, nextId: null, node: element(9, 'style') }] },
        { adds: [{ parentId: 3, nextId: null, node: element(11, 'style', {}, words(12, 'a{}')) }] },
      ),
    );
    expect(out.match(/"tagName":"style"/g)).toHaveLength(1);
  });

  it('tells parents first, leaves out what has none, and keeps documents for frames that are to come', () => {
    const document = { type: 0, id: 40, childNodes: [element(41, 'html')] };
    const [, event] = told([element(9, 'p')], {
      adds: [
        { parentId: 21, nextId: null, node: element(22, 'b') },
        { parentId: 30, nextId: null, node: element(31, 'b') },
        { parentId: 50, nextId: null, node: document },
        { parentId: 20, nextId: null, node: element(21, 'i') },
        { parentId: 9, nextId: null, node: element(20, 'div') },
        { parentId: 1, nextId: null, node: element(60, 'html') },
      ],
    });
    const changed = event?.data as { adds: { node: { id: number } }[] } | undefined;
    expect(changed?.adds.map(({ node }) => node.id)).toEqual([40, 20, 60, 21, 22]);
  });

  it('lets a sheet that loads later into its link', () => {
    const late = afterwards(element(9, 'link', { rel: 'stylesheet', href: far }), {
      attributes: [{ id: 9, attributes: { _cssText: 'a{color:red}' } }],
    });
    expect(late).toMatchObject({
      data: { attributes: [{ id: 9, attributes: { _cssText: 'a{color:red}' } }] },
    });
  });

  it('neutralises rules, declarations, adopted sheets and fonts', () => {
    const scrubber = createScrubber();
    for (const data of [
      { source: 8, id: 4, adds: [{ rule: `a{b:url(${far})}`, index: 0 }], replace: `@import "${far}"` },
      { source: 13, id: 4, index: [0], set: { property: 'background', value: `url(${far})` } },
      { source: 15, id: 1, styleIds: [1], styles: [{ styleId: 1, rules: [{ rule: `a{b:url(${far})}` }] }] },
      { source: 10, family: 'x', fontSource: `url(${far})` },
    ]) {
      const event = scrubber.scrub({ type: 3, timestamp: 1, data });
      expect(event).toBeDefined();
      expect(JSON.stringify(event)).not.toMatch(/url\(http|@import/);
    }
  });

  it('leaves out canvas, media and log, and pointer moves without a place', () => {
    for (const data of [
      { source: 9 },
      { source: 7, id: 1 },
      { source: 11 },
      { source: 1, positions: [] },
      { source: 99 },
    ]) {
      expect(createScrubber().scrub({ type: 3, timestamp: 1, data })).toBeUndefined();
    }
  });

  it('takes a page nested as deep as the parser lets it, and as chunks spell it', () => {
    let deep = words(5000, '底');
    for (let id = 10; id < 790; id += 1) deep = element(id, 'div', {}, deep);
    expect(scrubbed(deep)).toContain('底');
  });

  it('refuses a tree that is too deep or too large', () => {
    let deep = element(5000, 'div');
    for (let id = 10; id < 810; id += 1) deep = element(id, 'div', {}, deep);
    expect(() => scrubbed(deep)).toThrow('too-deep');
    const small = createScrubber({ depth: 500, nodes: 5 });
    expect(() => small.scrub(snapshot(1, page(element(4, 'p'), element(5, 'p'), element(6, 'p'))))).toThrow(
      'too-many-nodes',
    );
    expect(() => createScrubber().scrub(snapshot(1, { type: 9 }))).toThrow('not-events');
  });

  it('makes a sound event out of anything, or none', () => {
    const anything = fc.record({
      type: fc.integer({ min: 0, max: 6 }),
      timestamp: fc.nat(),
      data: fc.anything(),
    });
    const mutation = fc.record({
      source: fc.integer({ min: -1, max: 17 }),
      id: fc.anything(),
      adds: fc.anything(),
      texts: fc.anything(),
      attributes: fc.array(fc.anything()),
      removes: fc.anything(),
      positions: fc.array(fc.anything()),
      index: fc.anything(),
    });
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          mutation.map((data) => ({ type: 3, timestamp: 1, data })),
        ),
        (event) => {
          try {
            createScrubber().scrub(event);
          } catch (error) {
            expect(error).toMatchObject({ name: 'ReplayDataError' });
          }
        },
      ),
      { numRuns: 1000 },
    );
  });
});
