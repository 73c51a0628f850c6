import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { launchBrowser } from '../tests/support/launch-browser.ts';
import { startStack } from '../tests/support/stack.ts';
import { buildAll, builtExtension } from './build-all.ts';
import { createCamera, views } from './screens/camera.ts';
import { shootDesk } from './screens/desk-screens.ts';
import { shootForms } from './screens/form-screens.ts';
import { shootHandEntry } from './screens/hand-entry-screens.ts';
import { shootEmptyList, shootReview } from './screens/review-screens.ts';
import { shootOptions } from './screens/settings-screens.ts';
import { shootStart, shootWalk } from './screens/walk-screens.ts';

/** `npm run screens`: makes the scripted walk and takes a picture of every screen into docs/screens. */
const root = join(import.meta.dirname, '..');
const camera = createCamera(join(root, 'docs', 'screens'));

console.log('Building …');
await buildAll();
const built = spawnSync('wxt', ['build'], { cwd: root, encoding: 'utf8' });
if (built.status !== 0) throw new Error(`wxt build failed\n${built.stderr}`);

const stack = await startStack();
try {
  console.log('A browser in which the extension was just installed …');
  const fresh = await launchBrowser({ extension: join(root, '.output', 'chrome-mv3') });
  await shootStart({ browser: fresh, camera }, stack.portal, 'popup-first-run', false).finally(fresh.close);

  console.log('A browser in which pages may be read …');
  const browser = await launchBrowser({ extension: builtExtension, viewport: views.screen });
  const tools = { browser, camera };
  try {
    await shootEmptyList(tools);
    await shootOptions(tools, stack.collector);
    await shootStart(tools, stack.portal, 'popup-start', true);
    const page = browser.context.pages()[0];
    if (page) await camera.take(page, 'portal-home');
    const sessionId = await shootWalk(tools, stack.portal);
    await shootReview(tools, sessionId);
    await shootForms(tools, sessionId);
    await shootHandEntry(tools);
    await shootDesk(tools, stack.collector, sessionId);
  } finally {
    await browser.close();
  }
} finally {
  await stack.close();
}
