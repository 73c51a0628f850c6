import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { objectTypes } from '../../../lib/model/object-entry.ts';
import { beginsAs } from '../../../lib/model/object-type.ts';
import { boxFont, pngOf } from '../../portal/portal-site/assets-files.ts';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('what bytes begin as', () => {
  it.each<[(typeof objectTypes)[number], Uint8Array]>([
    ['application/gzip', latin('\x1f\x8b\x08')],
    ['image/jpeg', latin('\xff\xd8\xff\xe0')],
    ['image/png', pngOf(1, 2, 3)],
    ['image/webp', latin('RIFF\x00\x00\x00\x00WEBPVP8 ')],
    ['image/gif', latin('GIF89a')],
    ['image/svg+xml', utf8('\ufeff <svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['image/avif', latin('\x00\x00\x00\x20ftypavif')],
    ['image/x-icon', latin('\x00\x00\x01\x00\x01\x00')],
    ['image/bmp', latin('BM\x10\x00\x00\x00\x00\x00\x00\x00\x36')],
    ['font/woff2', latin('wOF2\x00\x01')],
    ['font/woff', latin('wOFF\x00\x01')],
    ['font/ttf', boxFont()],
    ['font/otf', latin('OTTO\x00\x0a')],
    ['text/css', utf8('.办{color:red}')],
  ])('%s and nothing else', (type, bytes) => {
    expect(objectTypes.filter((each) => beginsAs(each, bytes.subarray(0, 16)))).toEqual([type]);
  });

  it.each([latin('a{}\x00'), latin('\xb0\xec{}'), utf8('<html>'), utf8('\ufeff <!--')])(
    'bytes with NUL, in another encoding or of markup are no style sheet',
    (bytes) => {
      expect(beginsAs('text/css', bytes)).toBe(false);
    },
  );

  it('is one type at most, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 16 }), (bytes) => {
        expect(objectTypes.filter((each) => beginsAs(each, bytes)).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
