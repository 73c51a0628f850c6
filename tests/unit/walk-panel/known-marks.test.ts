import { expect, test } from 'vitest';
import { knownMarks } from '../../../components/walk-panel/known-marks.ts';
import { CatalogueItem } from '../../../lib/model/catalogue.ts';

const listed = (code: string, marks: { oneThing?: boolean; crossRegion?: boolean }) =>
  CatalogueItem.parse({ row: 2, name: '失业登记', code, ...marks });
const suggested = [{ name: '失业登记', oneThing: true }];

test('an item typed freely has no marks: nobody said what it is', () => {
  expect(knownMarks([], [], '自己写的事项', undefined)).toEqual({});
});

test('the catalogue says first, the programme what the catalogue has no column for', () => {
  const named = [listed('A1', { crossRegion: false })];
  expect(knownMarks(suggested, named, '失业登记', undefined)).toEqual({ oneThing: true, crossRegion: false });
  expect(knownMarks([], named, '失业登记', undefined)).toEqual({ crossRegion: false });
});

test('of several items of one name none is believed until one is chosen', () => {
  const named = [listed('A1', { oneThing: false }), listed('B1', { crossRegion: true })];
  expect(knownMarks([], named, '失业登记', undefined)).toEqual({});
  expect(knownMarks([], named, '失业登记', 'B1')).toEqual({ crossRegion: true });
});
