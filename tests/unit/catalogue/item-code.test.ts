import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesMeet, creditCodeFits, parseItemCode } from '../../../lib/model/item-code.ts';

/** Shapes that public portals show; the first 18 characters fit the check character. */
const seen = [
  '12441500196720244T3442199806003',
  '12440100741854396C3442014055017',
  '11440100696927671X3442111817001',
  '11440000553612461J244211105N00302',
  '11370828553372795B437301400600106',
];

describe('an item code', () => {
  it.each(seen)('%s is read in its parts, which make it up again', (code) => {
    const parsed = parseItemCode(code);
    if (parsed.kind === 'other' || parsed.kind === 'base') throw new Error('not read');
    expect(parsed.kind).toBe(code.length === 31 ? 'implementation' : 'handling');
    expect(parsed.authorityFits).toBe(true);
    expect(parsed.authority + parsed.level + parsed.base + (parsed.handling ?? '')).toBe(code);
    expect(parsed.region + parsed.type + parsed.main + parsed.sub).toBe(parsed.base);
  });

  it('is read with spaces, dashes and small letters', () => {
    expect(parseItemCode(' 11440100696927671x 3 4421-1181-7001 ').code).toBe(seen[2]);
  });

  it.each(['05491f6f-9ef9-4339-b33d-cb0ba6305103', 'YL-0001', '11440100696927671X344211181700', '事项一'])(
    'of another kind stays as it stands: %s',
    (code) => {
      expect(parseItemCode(code)).toEqual({ kind: 'other', code });
    },
  );

  it('has 12 characters alone as a base code', () => {
    expect(parseItemCode('44211105N003')).toMatchObject({
      kind: 'base',
      region: '44',
      type: '21',
      main: '1105N',
      sub: '003',
    });
  });

  it('whose one character of the authority is mistaken is told by the check character', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seen),
        fc.nat(16),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (code, at, put) => {
          const authority = code.slice(0, 18);
          const changed = authority.slice(0, at) + put + authority.slice(at + 1);
          expect(creditCodeFits(changed)).toBe(changed === authority);
        },
      ),
    );
  });
});

describe('two codes mean the same item', () => {
  const implementation = '11370828553372795B4373014006001';
  it('when they are equal, or one is the other’s handling item or base code', () => {
    expect(codesMeet(implementation, implementation.toLowerCase())).toBe(true);
    expect(codesMeet(implementation, `${implementation}06`)).toBe(true);
    expect(codesMeet('373014006001', `${implementation}06`)).toBe(true);
    expect(codesMeet('YL-1', 'YL-1')).toBe(true);
  });
  it('not when two authorities or two handling items share a base code', () => {
    expect(codesMeet(`${implementation}06`, `${implementation}07`)).toBe(false);
    expect(codesMeet(implementation, '11440100696927671X4373014006001')).toBe(false);
    expect(codesMeet('YL-1', 'YL-2')).toBe(false);
    expect(codesMeet('', '')).toBe(false);
  });
});
