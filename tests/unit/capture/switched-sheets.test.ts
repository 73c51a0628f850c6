import { expect, test } from 'vitest';
import { switchedFrom, switchOf } from '../../../lib/capture/lean/switched-sheets.ts';

const owner = (
  sheet: { disabled: boolean } | null,
  attributes: Record<string, string> = {},
  disabled = false,
) =>
  ({
    sheet,
    disabled,
    getAttribute: (name: string) => attributes[name] ?? null,
  }) as unknown as HTMLLinkElement;
const [on, off] = [{ disabled: false }, { disabled: true }];
const alternate = { rel: 'alternate stylesheet' };

test.each([
  ['in use', owner(on), { media: null }],
  ['in use for some media', owner(on, { media: 'screen' }), { media: 'screen' }],
  ['switched off', owner(off, { media: 'screen' }), { media: 'not all' }],
  ['an alternate in use', owner(on, alternate), { media: null, disabled: false }],
  ['an alternate not in use', owner(off, alternate), { media: 'not all' }],
  ['an alternate that is still to load', owner(null, alternate), { media: null, disabled: false }],
  ['switched off by its attribute', owner(null, {}, true), {}],
])('after a switch a sheet that is %s says so', (_how, of, expected) => {
  expect(switchOf(of)).toEqual(expected);
});

test.each([
  ['in use', owner(on), undefined],
  ['switched off', owner(off), { media: 'not all' }],
  ['an alternate in use', owner(on, alternate), { disabled: false }],
  ['still to load', owner(null), undefined],
])('in a snapshot a sheet that is %s says what its attributes do not', (_how, of, expected) => {
  expect(switchedFrom(of)).toEqual(expected);
});
