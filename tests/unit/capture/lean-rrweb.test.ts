import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { leanRrweb } from '../../../scripts/lean-rrweb.ts';
import { replayRrweb } from '../../../scripts/replay-rrweb.ts';

const installed = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('rrweb')), 'rrweb.js'),
  'utf8',
);

test('every edit fits the rrweb that is installed', () => {
  const lean = leanRrweb(installed);
  expect(lean.length).toBeLessThan(installed.length);
  expect(lean.match(/zybRrweb/g)?.length).toBeGreaterThan(10);
});

test('another rrweb fails the build and names the edit that does not fit', () => {
  expect(() => leanRrweb(installed.replaceAll('processRemoves', 'processRemoved'))).toThrow(
    /lean-rrweb: "removed subtrees are told by their roots" fits 0 times instead of 1/,
  );
});

test('the edits of a replay fit as well, and fail as loudly', () => {
  const edited = replayRrweb(installed);
  expect(edited).toContain('zybWriteType(oldTree, newMeta.compatMode)');
  expect(edited.match(/isMath\) node = \w+\.createElementNS\("[^"]*MathML", tagName\)/g)).toHaveLength(2);
  expect(() => replayRrweb(installed.replaceAll('oldTree.open()', 'oldTree.reopen()'))).toThrow(
    /replay-rrweb: "frames of before the standards.*fits 0 times instead of 1/,
  );
});
