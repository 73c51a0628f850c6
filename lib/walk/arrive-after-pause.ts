import type { Visit } from '../model/visit.ts';
import type { CurrentWalk } from './current-walk.ts';
import type { InOrder } from './turns.ts';
import type { BrowserApi, OpenWalk, WalkDependencies } from './types.ts';
import { againIdOf, documentOfTab, type VisitLog, visitIdFor } from './visit-log.ts';
import { visitStanding } from './visit-standing.ts';

/**
 * Writes where the walk's tabs stand as it goes on after a pause, in which nobody was followed: a page that was reached
 * meanwhile is visited from that moment on. A page that is still the one from before the pause has its visit.
 */
export function createArrivalAfterPause(dependencies: {
  browser: BrowserApi;
  current: CurrentWalk;
  log: VisitLog;
  redact: WalkDependencies['redact'];
  /** Handles the browser's events one after another: a page that commits just now has its visit by that event. */
  inOrder: InOrder;
  onArrived(visit: Visit): void;
}) {
  const { browser, current, log, redact, inOrder, onArrived } = dependencies;

  const findNew = async (walk: OpenWalk, tab: number, at: number): Promise<Visit | undefined> => {
    const url = (await browser.tabs.get(tab).catch(() => undefined))?.url ?? '';
    if (!/^https?:/.test(url)) return undefined;
    const document = await documentOfTab(browser, tab);
    const id = visitIdFor(document);
    const newest = await log.latest(walk.session.id, tab, 'document');
    const isSameDocument = document !== undefined && newest?.id.split('.')[0] === id;
    const page = await log.latest(walk.session.id, tab, 'page');
    const isSamePlace =
      page !== undefined && redact.url(page.url, walk.profile) === redact.url(url, walk.profile);
    // Without the browser's name for documents, one that stands at the same address is taken for the same.
    if (isSamePlace && (isSameDocument || document === undefined)) return undefined;
    if (isSameDocument)
      return visitStanding(walk, { id: visitIdFor(undefined), at, tab, kind: 'route', url }, redact);
    const known = await log.find(walk.session.id, id);
    return visitStanding(
      walk,
      { id: known ? againIdOf(id, at) : id, at, tab, kind: 'document', url },
      redact,
    );
  };

  return function arriveAfterPause(): Promise<void> {
    const at = Date.now();
    return inOrder(async () => {
      const walk = await current.find();
      if (walk?.session.state !== 'recording') return;
      for (const tab of walk.session.tabs) {
        const visit = await findNew(walk, tab, at);
        if (!visit) continue;
        await log.put(walk.session.id, visit);
        onArrived(visit);
      }
    });
  };
}
