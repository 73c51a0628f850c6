import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { localPath } from '../../server/local-path.ts';

const parts = [
  '/',
  '\\',
  '..',
  '.',
  '\t',
  '\n',
  '@',
  ':',
  'evil.example',
  'https:',
  '%2f',
  '?',
  '#',
  ' ',
  'a',
];
const pieces = array(constantFrom(...parts), { maxLength: 8 }).map((chosen) => chosen.join(''));

it('never leads to another host, whatever is asked for', () => {
  assert(
    property(
      oneof(
        pieces,
        pieces.map((rest) => `/${rest}`),
        string(),
      ),
      (next) => {
        const path = localPath(next);
        expect(new URL(path, 'http://collector.example:81').origin).toBe('http://collector.example:81');
        expect(path).toMatch(/^\/(?![/\\])/);
      },
    ),
    { numRuns: 2000 },
  );
});

it.each(['/', '/reports/r-1', '/reports/r-1?at=5#step-2', '/reports?q=%E5%8A%9E'])('keeps %s', (path) => {
  expect(localPath(path)).toBe(path);
});
