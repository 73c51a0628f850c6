import { expect, it } from 'vitest';
import { findStateNames } from '../../../lib/capture/find-state-names.ts';

const place = (...sheets: object[]) =>
  ({ styleSheets: sheets, adoptedStyleSheets: [] }) as unknown as DocumentOrShadowRoot;
const sheet = (...selectors: string[]) => ({
  cssRules: selectors.map((selectorText) => ({ selectorText })),
});

it('names of states are read from selectors, in groups, imports and adopted sheets too, once each', () => {
  const group = { cssRules: [{ cssRules: [{ selectorText: ':host(:state(open)) p' }] }] };
  const imported = { cssRules: [{ styleSheet: sheet('a:--old.b, c:--older:hover') }] };
  const root = { styleSheets: [], adoptedStyleSheets: [sheet('x-y:state( busy )')] };
  const names = findStateNames([
    place(sheet('p:hover', 'x-y:state(on):state(off)', 'x-y:state(on)'), group, imported),
    root as unknown as DocumentOrShadowRoot,
  ]);
  expect(names.sort()).toEqual(['--old', '--older', 'busy', 'off', 'on', 'open']);
});

it('a sheet that nobody may read keeps none of the others', () => {
  const closed = {
    get cssRules() {
      throw new DOMException('no', 'SecurityError');
    },
  };
  expect(findStateNames([place(closed, sheet('x-y:state(on)'))])).toEqual(['on']);
});
