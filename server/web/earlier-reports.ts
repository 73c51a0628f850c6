import type { EarlierWalks } from '../../components/session-review/assessors.ts';
import { earlierOf } from '../../lib/assess/reductions/same-item.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { ServiceItem } from '../../lib/model/service-item.ts';
import { api } from './api.ts';

/** Earlier received reports of the same item, by its name. */
export function earlierReports({ session, id }: SessionReport): EarlierWalks {
  return {
    async list() {
      const { reports } = await api.reports(session.item.name);
      // With what was only stated nothing measured can be compared.
      const recorded = reports.filter((row) => row.figures.byHand !== 1);
      const others = recorded.map((row) => ({ ...row, item: ServiceItem.parse({ name: row.item }) }));
      const own = { id, startedAt: session.startedAt, item: ServiceItem.parse({ name: session.item.name }) };
      return earlierOf(own, others).map((row) => ({ id: row.id, startedAt: row.startedAt }));
    },
    read: (other) => api.report(other),
  };
}
