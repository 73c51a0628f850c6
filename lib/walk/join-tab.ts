import type { Outcome } from '../messages.ts';
import type { Visit } from '../model/visit.ts';
import type { CurrentWalk } from './current-walk.ts';
import { failed } from './failed.ts';
import type { TabFollower } from './follow-tabs.ts';
import type { Injector } from './inject-recorder.ts';
import type { BrowserApi, WalkDependencies } from './types.ts';
import { type VisitLog, visitIdOfTab } from './visit-log.ts';
import { visitStanding } from './visit-standing.ts';
import type { Warnings } from './warn-walker.ts';

/** Takes a tab into the walk because the walker says so; nothing is known of what it showed before. */
export function createJoining(dependencies: {
  browser: BrowserApi;
  current: CurrentWalk;
  tabs: Pick<TabFollower, 'add'>;
  log: VisitLog;
  injector: Injector;
  redact: WalkDependencies['redact'];
  warn: Warnings['warn'];
  onArrived(visit: Visit): void;
}) {
  const { browser, current, tabs, log, injector, redact, warn, onArrived } = dependencies;
  return async function joinTab(tabId: number): Promise<Outcome> {
    const walk = await current.find();
    if (!walk) return failed('noSession');
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab?.url || !/^https?:/.test(tab.url)) return failed('notRecordable', tab?.url ?? '');
    if (walk.session.tabs.includes(tabId)) return { ok: true };
    const at = Date.now();
    await tabs.add(tabId, at);
    const id = await visitIdOfTab(browser, tabId);
    const visit = visitStanding(walk, { id, at, tab: tabId, kind: 'document', url: tab.url }, redact);
    // Before its recorder says hello: by its own account the page came when it was none of the walk's.
    await log.put(walk.session.id, visit);
    if (!(await injector.intoTab(tabId))) await warn('page-not-reached', visit.url);
    onArrived(visit);
    return { ok: true };
  };
}
