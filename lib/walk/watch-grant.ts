import type { CurrentWalk } from './current-walk.ts';
import type { Injector } from './inject-recorder.ts';
import type { BrowserApi } from './types.ts';
import type { Warnings } from './warn-walker.ts';

/** The right to read pages, withdrawn and given back in the middle of a walk: the walker is told, and pages are caught up with. */
export function watchGrant(dependencies: {
  browser: BrowserApi;
  current: CurrentWalk;
  injector: Injector;
  warnings: Pick<Warnings, 'warn' | 'unwarn'>;
}): void {
  const { browser, current, injector, warnings } = dependencies;
  const isGranted = () => browser.permissions.contains({ origins: ['<all_urls>'] });
  browser.permissions.onRemoved.addListener(async () => {
    if (await isGranted()) return;
    await warnings.warn('permissionRevoked');
  });
  browser.permissions.onAdded.addListener(async () => {
    const walk = await current.find();
    if (!walk || !(await isGranted())) return;
    // Pages that came while it was withdrawn have no recorder yet.
    for (const tab of walk.session.tabs) await injector.intoTab(tab);
    await warnings.unwarn('permissionRevoked');
  });
}
