import type { Store } from '../store/open-store.ts';
import type { OwnRows } from './own-rows.ts';
import type { OpenWalk, WalkDependencies } from './types.ts';

/** Two rounds a second are enough: values come in bursts, and a walk has few visits. */
const pauseMs = 500;
/** A request is asked for by what was just typed; at the end of the walk all are gone through, ms. */
const requestsOf = 60_000;

/**
 * Titles and addresses, also those of requests, that the browser told before a page said who is meant: masked again in what is kept of the open
 * walk whenever its pages have learned something new.
 */
export function createToldWordsHealer({
  store,
  rows,
  redact,
  find,
}: {
  store: Pick<Store, 'db'>;
  rows: Pick<OwnRows, 'update'>;
  redact: WalkDependencies['redact'];
  find(): Promise<OpenWalk | undefined>;
}) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Resolves once everything kept so far has been gone through. */
  const now = async (since = -Infinity): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const walk = await find();
    if (!walk) return;
    const { session, profile } = walk;
    const of = { sessionId: session.id };
    const again = (row: { url: string; title?: string | undefined }) => {
      const change: { url?: string; title?: string } = {};
      const url = redact.url(row.url, profile);
      const title = redact.text(row.title ?? '');
      if (url !== row.url) change.url = url;
      if (title !== (row.title ?? '')) change.title = title;
      return Object.keys(change).length ? change : undefined;
    };
    for (const visit of await store.db.visits.where(of).toArray()) {
      const change = visit.identity ? undefined : again(visit);
      if (change) await rows.update('visits', visit.id, session.id, change);
    }
    for (const table of ['requests', 'incidents'] as const) {
      const late = store.db[table]
        .where('[sessionId+at]')
        .between([session.id, since], [session.id, Infinity]);
      for (const { id, url } of await late.toArray()) {
        const change = again({ url });
        if (change) await rows.update(table, id, session.id, change);
      }
    }
    for (const stream of await store.db.streams.where(of).toArray()) {
      const change = again(stream);
      if (change) await store.db.streams.update(stream.id, change);
    }
  };
  return {
    now,
    soon(): void {
      const from = Date.now() - requestsOf;
      timer ??= setTimeout(
        () => void now(from).catch((error: unknown) => console.error('told words:', error)),
        pauseMs,
      );
    },
  };
}
