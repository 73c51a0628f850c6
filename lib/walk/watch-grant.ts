import type { CurrentWalk } from './current-walk.ts';
import type { Injector } from './inject-recorder.ts';
import type { OwnRows } from './own-rows.ts';
import { type BrowserApi, freshId } from './types.ts';
import type { Warnings } from './warn-walker.ts';

const key = 'notGranted';
type Withdrawn = { gap: string; sessionId: string; from: number };

/**
 * The right to read pages, withdrawn and given back in the middle of a walk: the walker is told, pages are caught up
 * with, and the time between is a gap: the browser tells nothing of requests then, and new pages have no recorder.
 */
export function watchGrant(dependencies: {
  browser: BrowserApi;
  current: CurrentWalk;
  injector: Pick<Injector, 'intoTab'>;
  rows: OwnRows;
  warnings: Pick<Warnings, 'warn' | 'unwarn'>;
}): {
  /** Brings the gap up to now; also one whose beginning or end the browser's word was lost of. */
  look(): Promise<void>;
} {
  const { browser, current, injector, rows, warnings } = dependencies;
  const area = browser.storage.session;
  const isGranted = () => browser.permissions.contains({ origins: ['<all_urls>'] });

  let turn: Promise<unknown> = Promise.resolve();
  const look = (): Promise<void> => {
    const done = turn.then(lookNow);
    turn = done.catch(() => undefined);
    return done;
  };
  const lookNow = async (): Promise<void> => {
    const walk = await current.find();
    if (!walk) return;
    const sessionId = walk.session.id;
    const granted = await isGranted();
    const kept = (await area.get<Record<string, Withdrawn>>(key))[key];
    const known = kept?.sessionId === sessionId ? kept : undefined;
    if (granted && !known) return;
    const now = Date.now();
    const open = known ?? { gap: freshId(), sessionId, from: now };
    if (granted) await area.remove(key);
    else if (!known) await area.set({ [key]: open });
    await rows.put('gaps', {
      id: open.gap,
      sessionId,
      from: open.from,
      to: Math.max(open.from, now),
      why: 'not-granted',
      detail: '',
    });
  };

  browser.permissions.onRemoved.addListener(async () => {
    if (await isGranted()) return;
    await look();
    await warnings.warn('permissionRevoked');
  });
  browser.permissions.onAdded.addListener(async () => {
    const walk = await current.find();
    if (!walk || !(await isGranted())) return;
    await look();
    // Pages that came while it was withdrawn have no recorder yet.
    for (const tab of walk.session.tabs) await injector.intoTab(tab);
    await warnings.unwarn('permissionRevoked');
  });
  return { look };
}
