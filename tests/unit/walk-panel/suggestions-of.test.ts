import { expect, test } from 'vitest';
import { suggestionsOf } from '../../../components/walk-panel/suggestions-of.ts';

const item = (name: string, code?: string) => ({
  name,
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

test('what is known of an item from an earlier walk stays where the programme says nothing of it', () => {
  const recent = [{ ...item('读者证申领'), oneThing: true, crossRegion: true }];
  const found = suggestionsOf(recent, {
    suggestedItems: [{ ...item('读者证申领', 'YL-1'), crossRegion: false }],
  });
  expect(found).toEqual([{ ...item('读者证申领', 'YL-1'), oneThing: true, crossRegion: false }]);
});
