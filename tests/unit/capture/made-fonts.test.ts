import { describe, expect, it } from 'vitest';
import { cssOfMadeFonts, madeFontsOf, serializeMadeFonts } from '../../../lib/capture/lean/made-fonts.ts';

const font = (given: Partial<FontFace>) =>
  ({ family: 'Plain', status: 'loaded', style: 'normal', weight: 'normal', ...given }) as FontFace;

/** A document with these fonts in use, each with what the page's script made it of. */
function documentWith(...fonts: [FontFace, string][]): Document {
  const doc = {
    baseURI: 'https://zwfw.test/guide/page.html',
    fonts: new Set(fonts.map(([each]) => each)),
  } as unknown as Document;
  for (const [each, source] of fonts) madeFontsOf(doc).sources.set(each, source);
  return doc;
}

let last = 10;
const genId = () => ++last;

describe('fonts made by a script', () => {
  it('are rules with full addresses and the descriptors that are not as usual', () => {
    const doc = documentWith([font({ family: '"Two Words"', weight: '700' }), 'url(fonts/a.woff2)']);
    expect(cssOfMadeFonts(doc)).toBe(
      '@font-face{font-family:"Two Words";src:url("https://zwfw.test/guide/fonts/a.woff2");font-weight:700}',
    );
  });

  it('have their name in quotes, whatever stands in it', () => {
    const doc = documentWith([font({ family: 'a";}b{' }), 'local(Arial)']);
    expect(cssOfMadeFonts(doc)).toBe('@font-face{font-family:"a\\";}b{";src:local(Arial)}');
  });

  it('are told while they are in use and loaded, and when it is known what they are made of', () => {
    const [used, waiting, bytes, gone] = [
      font({ family: 'used' }),
      font({ family: 'waiting', status: 'unloaded' }),
      font({ family: 'bytes' }),
      font({ family: 'gone' }),
    ];
    const doc = documentWith(
      [used, 'url(/u.ttf)'],
      [waiting, 'url(/w.ttf)'],
      [bytes, ''],
      [gone, 'url(/g.ttf)'],
    );
    (doc.fonts as unknown as Set<FontFace>).delete(gone);
    expect(cssOfMadeFonts(doc).match(/font-family:"\w+"/g)).toEqual(['font-family:"used"']);
  });

  it('stand in a snapshot as one style element with ids of their own, and in none where there are none', () => {
    expect(serializeMadeFonts({} as Document, genId, undefined)).toBeUndefined();
    const doc = documentWith([font({}), 'url(/a.ttf)']);
    const style = serializeMadeFonts(doc, genId, 7);
    const css = '@font-face{font-family:"Plain";src:url("https://zwfw.test/a.ttf")}';
    expect(style).toMatchObject({
      tagName: 'style',
      rootId: 7,
      childNodes: [{ textContent: css, rootId: 7 }],
    });
    expect(madeFontsOf(doc).ids).toEqual({ style: style?.id, text: style?.childNodes?.[0]?.id });
    madeFontsOf(doc).sources.clear();
    expect(serializeMadeFonts(doc, genId, 7)).toBeUndefined();
    expect(madeFontsOf(doc).ids).toBeUndefined();
  });
});
