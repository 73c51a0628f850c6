import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localPath } from '../../server/local-path.ts';

const pieces = fc.array(fc.constantFrom('/', '\\', '..', '.', '\t', '\n', '@', ':', 'evil.example', 'https:', '%2f', '?', '#', ' ', 'a'), { maxLength: 8 })
  .map((parts) => parts.join(''));

it('never leads to another host, whatever is asked for', () => {
  fc.assert(fc.property(fc.oneof(pieces, pieces.map((rest) => `/${rest}`), fc.string()), (next) => {
    const path = localPath(next);
    expect(new URL(path, 'http://collector.example:81').origin).toBe('http://collector.example:81');
    expect(path).toMatch(/^\/(?![/\\])/);
  }), { numRuns: 2000 });
});

it.each(['/', '/reports/r-1', '/reports/r-1?at=5#step-2', '/reports?q=%E5%8A%9E'])('keeps %s', (path) => {
  expect(localPath(path)).toBe(path);
});
