import { expect, it } from 'vitest';
import { sha256 } from '../../../lib/deliver/hash.ts';
import { keptWords } from '../../../lib/deliver/scan/kept-words.ts';
import { noEdits } from '../../../lib/model/walker-edits.ts';
import { formSource } from '../../support/form-sources.ts';

const note = '请打 13812345678';
const reportWith = async (words: string) => ({
  ...formSource('ws-1', {}, [{ note: words }]).report,
  edits: {
    ...noEdits,
    kept: [{ at: 1, field: 'painPoints.ws-1-p1.note', kind: 'mobile', text: await sha256(note) }],
  },
});

it('are the words that were kept, as they stand in the report', async () => {
  expect(await keptWords(await reportWith(note), sha256)).toEqual([note]);
});

it('are not words that were changed after that was said', async () => {
  expect(await keptWords(await reportWith('请打 13912345678'), sha256)).toEqual([]);
});

it('are none where nothing was kept', async () => {
  expect(await keptWords(formSource('ws-1', {}, [{ note }]).report, sha256)).toEqual([]);
});
