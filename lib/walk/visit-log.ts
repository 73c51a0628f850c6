import type { Visit } from '../model/visit.ts';
import type { Store } from '../store/open-store.ts';
import type { OwnRows } from './own-rows.ts';
import { type BrowserApi, freshId } from './types.ts';
import { inTime } from './with-limit.ts';

/** As for writes: a database that takes longer is blocked. */
const patience = 2000;

export type DocumentId = string | undefined;

/** The id of the visit that a document's commit makes: the browser's own name for the document, where it has one. */
export const visitIdFor = (document: DocumentId): string =>
  document ? `d${document.replace(/[^\w]/g, '')}` : freshId();

/** The visit id of a document's later coming, when the browser shows it again from its back/forward cache. */
export const againIdOf = (id: string, at: number): string => `${id}.${Math.round(at)}`;

/** The browser's name for the document that a tab shows now, where it has one. */
export async function documentOfTab(browser: BrowserApi, tabId: number): Promise<DocumentId> {
  const frame = await browser.webNavigation.getFrame({ tabId, frameId: 0 }).catch(() => null);
  return (frame as { documentId?: string } | null)?.documentId;
}

/** The visit id of the document that a tab shows now, for a walk that begins in a page that is open already. */
export const visitIdOfTab = async (browser: BrowserApi, tabId: number): Promise<string> =>
  visitIdFor(await documentOfTab(browser, tabId));

/**
 * Visits as they are written, and the newest of each tab, without reading them all: from memory where this worker
 * wrote it, else by the time index from its end.
 */
export function createVisitLog({ store, rows }: { store: Store; rows: OwnRows }) {
  const newest = new Map<string, Visit>();
  const keyOf = (sessionId: string, tab: number, kind: string) => `${sessionId}.${tab}.${kind}`;
  const remember = (sessionId: string, visit: Visit) => {
    if (visit.frame !== 0 || (visit.kind !== 'document' && visit.kind !== 'route')) return;
    for (const what of visit.kind === 'document' ? ['document', 'page'] : ['page']) {
      const key = keyOf(sessionId, visit.tab, what);
      if ((newest.get(key)?.at ?? 0) <= visit.at) newest.set(key, visit);
    }
  };
  /** A database that is blocked or broken knows of no visit; whoever asks goes on without. */
  const ask = async <T>(answer: () => PromiseLike<T | undefined>): Promise<T | undefined> =>
    rows.isWell() ? inTime(Promise.resolve(answer()), patience).catch(() => undefined) : undefined;
  const back = (sessionId: string, fits: (visit: Visit) => boolean): Promise<Visit | undefined> =>
    ask(() =>
      store.db.visits
        .where('[sessionId+at]')
        .between([sessionId, 0], [sessionId, Number.MAX_SAFE_INTEGER])
        .reverse()
        .filter(fits)
        .first(),
    );

  return {
    async put(sessionId: string, visit: Visit): Promise<void> {
      remember(sessionId, visit);
      await rows.put('visits', { ...visit, sessionId });
    },
    async change(sessionId: string, visit: Visit, change: Partial<Visit>): Promise<void> {
      Object.assign(visit, change);
      await rows.update('visits', visit.id, sessionId, change);
    },
    /** The tab's newest document, or its newest page: a document or a route in its main frame. */
    async latest(sessionId: string, tab: number, what: 'document' | 'page'): Promise<Visit | undefined> {
      const known = newest.get(keyOf(sessionId, tab, what));
      if (known) return known;
      const found = await back(
        sessionId,
        (row) =>
          row.tab === tab &&
          row.frame === 0 &&
          (row.kind === 'document' || (what === 'page' && row.kind === 'route')),
      );
      if (found && !newest.has(keyOf(sessionId, tab, what))) newest.set(keyOf(sessionId, tab, what), found);
      return newest.get(keyOf(sessionId, tab, what));
    },
    /** The newest visit for which this holds; reads backwards until it does. */
    back,
    /** A visit by its id, from memory or the store. */
    async find(sessionId: string, id: string): Promise<Visit | undefined> {
      for (const visit of newest.values()) if (visit.id === id) return visit;
      const row = await ask(() => store.db.visits.get(id));
      return row?.sessionId === sessionId ? row : undefined;
    },
  };
}
export type VisitLog = ReturnType<typeof createVisitLog>;
