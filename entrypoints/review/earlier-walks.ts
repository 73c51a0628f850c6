import type { EarlierWalks } from '../../components/session-review/assessors.ts';
import { earlierOf } from '../../lib/assess/reductions/same-item.ts';
import { isByHand } from '../../lib/model/session.ts';
import { readReport, store } from './local.ts';

/** Earlier walks of the same item in this browser, walked here or opened from a file. */
export function earlierWalks(sessionId: string): EarlierWalks {
  return {
    async list() {
      const session = (await readReport(sessionId))?.report.session;
      if (!session) return [];
      const own = await store.db.sessions.toArray();
      const imported = (await store.imported.all()).map(({ report }) => report.session);
      const finished = own.filter(({ state }) => state === 'finished');
      // With what was only stated nothing measured can be compared.
      const recorded = [...finished, ...imported].filter((each) => !isByHand(each));
      return earlierOf(session, recorded).map(({ id, startedAt }) => ({ id, startedAt }));
    },
    async read(id) {
      const found = await readReport(id);
      if (!found) throw new Error('session-missing');
      return found.report;
    },
  };
}
