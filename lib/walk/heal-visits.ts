import type { Visit } from '../model/visit.ts';
import { isIdentityAddress } from './current-walk.ts';
import { mayTakeWords, stageOf } from './page-facts.ts';
import type { OpenWalk, WalkDependencies } from './types.ts';
import { againIdOf, type DocumentId, type VisitLog, visitIdFor } from './visit-log.ts';

/** What a page tells of itself: where it is, and since when. */
export type PageSays = { url: string; at: number; back: boolean; document: DocumentId };
/** What a page is called, and where it is called so; masked by the page itself, which knows whose name stands in it. */
export type PageIsCalled = { url: string; title: string; document: DocumentId };

/**
 * Visits whose browser event died with a worker: made up for from what the page itself says. A page that says hello
 * is a document that came; a page that has stood at another address for a while changed its route.
 */
export function createVisitHealer(dependencies: {
  log: VisitLog;
  redact: WalkDependencies['redact'];
  onArrived(visit: Visit): void;
}) {
  const { log, redact, onArrived } = dependencies;
  const visitOf = (walk: OpenWalk, tab: number, page: Omit<PageSays, 'document'>) => {
    return {
      at: Math.min(Date.now(), Math.max(page.at, walk.session.startedAt)),
      tab,
      frame: 0,
      url: redact.url(page.url, walk.profile),
      title: '',
      identity: isIdentityAddress(page.url, walk.profile),
      back: page.back,
      redirects: 0,
      ...stageOf(page.url, walk.profile),
    };
  };

  /** What an address says may have become known to be a name since it was kept. */
  const isSame = (kept: string, now: string, walk: OpenWalk) =>
    kept === now || redact.url(kept, walk.profile) === now;

  return {
    /** True when the visit of the document that says hello was missing. */
    async documentSaysHello(walk: OpenWalk, tab: number, page: PageSays): Promise<boolean> {
      if (walk.session.state !== 'recording') return false;
      const last = await log.latest(walk.session.id, tab, 'document');
      const id = visitIdFor(page.document);
      if (page.document ? last?.id.split('.')[0] === id : last && last.at >= page.at) return false;
      const known = page.document ? await log.find(walk.session.id, id) : undefined;
      if (known && last && last.at > page.at) return false;
      // The browser's own word, which says more, may have come meanwhile.
      const newest = await log.latest(walk.session.id, tab, 'document');
      if (page.document && newest?.id.split('.')[0] === id) return false;
      // A document that came back from the browser's cache has a visit of its own beside its first.
      const visit: Visit = {
        ...visitOf(walk, tab, page),
        id: known ? againIdOf(id, page.at) : id,
        kind: 'document',
      };
      await log.put(walk.session.id, visit);
      onArrived(visit);
      return true;
    },
    /**
     * The title that a document itself says, at the address where it says so: what the browser tells of a tab may be
     * another page's, and of a page that was gone back to it tells none.
     */
    async documentIsCalled(walk: OpenWalk, tab: number, page: PageIsCalled): Promise<void> {
      if (!page.title) return;
      const own = await log.latest(walk.session.id, tab, 'document');
      // A page that is being left says its last word when the next one is there already.
      const visit =
        !page.document || own?.id.split('.')[0] === visitIdFor(page.document)
          ? await log.latest(walk.session.id, tab, 'page')
          : await log.find(walk.session.id, visitIdFor(page.document));
      const title = redact.text(page.title).slice(0, 200);
      if (!visit || visit.identity || visit.title === title || !mayTakeWords(walk.session, visit.at)) return;
      if (isSame(visit.url, redact.url(page.url, walk.profile), walk))
        await log.change(walk.session.id, visit, { title });
    },
    /** `at` is since when the page has stood there; a route younger than the browser's event takes is not told. */
    async pageStandsAt(walk: OpenWalk, tab: number, page: { url: string; at: number }): Promise<boolean> {
      if (walk.session.state !== 'recording') return false;
      const last = await log.latest(walk.session.id, tab, 'page');
      const visit: Visit = {
        ...visitOf(walk, tab, { ...page, back: false }),
        id: visitIdFor(undefined),
        kind: 'route',
      };
      if (!last || last.at >= page.at || isSame(last.url, visit.url, walk)) return false;
      await log.put(walk.session.id, visit);
      onArrived(visit);
      return true;
    },
  };
}
export type VisitHealer = ReturnType<typeof createVisitHealer>;
