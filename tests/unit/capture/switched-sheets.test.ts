import { expect, test } from 'vitest';
import { noteOff, switchedFrom, switchOf } from '../../../lib/capture/lean/switched-sheets.ts';

const owner = (
  sheet: { disabled: boolean } | null,
  attributes: Record<string, string> = {},
  { disabled = false, wasOff = false } = {},
) => {
  const link = { sheet, disabled: wasOff, getAttribute: (name: string) => attributes[name] ?? null };
  noteOff(link as unknown as HTMLLinkElement);
  link.disabled = disabled;
  return link as unknown as HTMLLinkElement;
};
const [on, off] = [{ disabled: false }, { disabled: true }];
const alternate = { rel: 'alternate stylesheet' };
const wasOff = { wasOff: true };

test.each([
  ['in use', owner(on), { media: null }],
  ['in use for some media', owner(on, { media: 'screen' }), { media: 'screen' }],
  ['switched off', owner(off, { media: 'screen' }), { media: 'not all' }],
  ['an alternate switched on', owner(on, alternate, wasOff), { media: null, disabled: false }],
  ['an alternate that is still to load', owner(null, alternate, wasOff), { media: null, disabled: false }],
  ['an alternate that never was switched', owner(on, alternate), { media: null }],
  ['switched off by its attribute', owner(null, {}, { disabled: true }), {}],
])('after a switch a sheet that is %s says so', (_how, of, expected) => {
  expect(switchOf(of)).toEqual(expected);
});

test.each([
  ['in use', owner(on), undefined],
  ['switched off', owner(off), { media: 'not all' }],
  ['an alternate switched on', owner(on, alternate, wasOff), { disabled: false }],
  ['an alternate that never was switched', owner(on, alternate), undefined],
  ['still to load', owner(null), undefined],
])('in a snapshot a sheet that is %s says what its attributes do not', (_how, of, expected) => {
  expect(switchedFrom(of)).toEqual(expected);
});
