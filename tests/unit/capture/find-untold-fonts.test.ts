import { expect, it } from 'vitest';
import { findUntoldFonts } from '../../../lib/capture/find-untold-fonts.ts';

const font = (family: string, status = 'loaded') => ({ family, status }) as FontFace;
const face = (family: string) => ({ type: 5, style: { getPropertyValue: () => family } });
const media = (...cssRules: object[]) => ({ type: 4, cssRules });
const sheet = (...cssRules: object[]) => ({ cssRules }) as unknown as CSSStyleSheet;
const closed = () =>
  ({
    get cssRules() {
      throw new DOMException('of another origin', 'SecurityError');
    },
  }) as unknown as CSSStyleSheet;

const untold = (fonts: FontFace[], sheets: CSSStyleSheet[], told: FontFace[] = []) =>
  findUntoldFonts(
    { fonts: new Set(fonts), styleSheets: sheets, adoptedStyleSheets: [] } as unknown as Document,
    (each) => told.includes(each),
  ).map(({ family }) => family);

it('a loaded font that no rule names and nobody told of was made by a script', () => {
  const made = font('Made');
  const sheets = [sheet({ type: 1 }, face('"In a rule"'), media(face("'In a group'")))];
  expect(
    untold([made, font('In a rule'), font('"In a group"'), font('Waiting', 'unloaded')], sheets),
  ).toEqual(['Made']);
  expect(untold([made], sheets, [made])).toEqual([]);
});

it('nothing is said where a sheet does not show its rules, or shows more than can be gone through', () => {
  expect(untold([font('Made')], [closed()])).toEqual([]);
  expect(untold([font('Made')], [sheet(...Array.from({ length: 20_001 }, () => ({ type: 1 })))])).toEqual([]);
  expect(untold([font('Made')], [sheet(...Array.from({ length: 20_000 }, () => ({ type: 1 })))])).toEqual([
    'Made',
  ]);
});
