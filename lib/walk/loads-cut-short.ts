import type { Visit } from '../model/visit.ts';
import type { BrowserApi, OpenWalk, WalkDependencies } from './types.ts';
import { type DocumentId, type VisitLog, visitIdFor } from './visit-log.ts';

/**
 * Pages that never got to their load event: left or loaded anew before it, or still loading as the walk ends. The walker
 * waited for them until then, which is no load time.
 */
export function createLoadsCutShort(dependencies: {
  browser: BrowserApi;
  log: VisitLog;
  redact: WalkDependencies['redact'];
}) {
  const { browser, log, redact } = dependencies;
  /** The page on which the walk began was under way before it; what came from the cache was not loaded. */
  const isLoading = (visit: Visit) =>
    visit.loadMs === undefined && visit.transition !== undefined && !visit.id.includes('.');
  const note = (walk: OpenWalk, visit: Visit, at: number) =>
    log.change(walk.session.id, visit, { leftMs: Math.max(0, at - visit.at) });

  return {
    /** The browser says that this document's loading was called off; of a navigation that came to nothing, nothing follows. */
    async calledOff(
      walk: OpenWalk,
      said: { tabId: number; url: string; timeStamp: number; documentId?: DocumentId },
    ): Promise<void> {
      const visit = said.documentId
        ? await log.find(walk.session.id, visitIdFor(said.documentId))
        : undefined;
      if (!visit || !isLoading(visit)) return;
      const page = await log.latest(walk.session.id, said.tabId, 'page');
      const isIts = [visit.url, page?.url].some(
        (url) => url !== undefined && redact.url(url, walk.profile) === redact.url(said.url, walk.profile),
      );
      if (isIts) await note(walk, visit, said.timeStamp);
    },
    /** The walk ends at this moment, whatever is still loading. */
    async walkEnds(walk: OpenWalk, at: number): Promise<void> {
      for (const id of walk.session.tabs) {
        const tab = await browser.tabs.get(id).catch(() => undefined);
        if (tab?.status !== 'loading') continue;
        const visit = await log.latest(walk.session.id, id, 'document');
        if (visit && isLoading(visit)) await note(walk, visit, at);
      }
    },
  };
}
export type LoadsCutShort = ReturnType<typeof createLoadsCutShort>;
