import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { builtExtension } from '../../scripts/build-all.ts';

test('the script in the pages’ own world takes no more than four kilobytes (docs/adr/0064)', async () => {
  expect((await stat(join(builtExtension, 'page-hints.js'))).size).toBeLessThanOrEqual(4096);
});
