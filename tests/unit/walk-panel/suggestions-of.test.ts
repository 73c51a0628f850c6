import { expect, test } from 'vitest';
import { suggestionsOf } from '../../../components/walk-panel/suggestions-of.ts';

const item = (name: string, code?: string) => ({
  name,
  oneThing: false,
  crossRegion: false,
  ...(code ? { code } : {}),
});

test('items walked lately come first, then the programme’s, and no name twice', () => {
  const programme = { suggestedItems: [item('社保卡补领'), item('读者证申领')] };
  const found = suggestionsOf([item('自己写的事项'), item('读者证申领')], programme);
  expect(found.map((each) => each.name)).toEqual(['自己写的事项', '读者证申领', '社保卡补领']);
});

test('an item walked without its code is suggested with the programme’s', () => {
  const found = suggestionsOf([item('读者证申领')], { suggestedItems: [item('读者证申领', 'YL-1')] });
  expect(found).toEqual([item('读者证申领', 'YL-1')]);
});
