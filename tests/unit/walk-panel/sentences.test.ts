import { expect, test } from 'vitest';
import { personalWords } from '../../../components/tagging/personal-words.ts';
import { problemSentence, warningSentence } from '../../../components/walk-panel/problem-sentence.ts';

const text = (key: string, ...values: (string | number)[]) => [key, ...values].join('|');

test('a problem with a sentence of its own is told by it, however its code is written', () => {
  expect(problemSentence(text, { code: 'bad-input', detail: 'name' })).toBe('problem.badInput|name');
  expect(problemSentence(text, { code: 'noSession', detail: '' })).toBe('problem.noSession|');
});

test('a problem without one keeps its detail, or at least its code', () => {
  expect(problemSentence(text, { code: 'odd', detail: 'why' })).toContain('problem.unknown|why');
  expect(problemSentence(text, { code: 'odd', detail: '' })).toContain('problem.unknown|odd');
  expect(warningSentence(text, { code: 'odd', detail: 'why' })).toBe('walk.warning.other|why|odd');
});

test('kinds of personal data that share a word are named once', () => {
  expect(personalWords(text, ['mobile', 'landline', 'resident-id'])).toBe(
    'tag.like.phone、tag.like.residentId',
  );
});

test('a kind of personal data without a word of its own is still told', () => {
  expect(personalWords(text, ['something-new'])).toBe('tag.like.other');
});
