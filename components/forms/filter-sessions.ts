import type { FormSession } from '../../lib/model/official-form.ts';
import { formatDate } from '../format/format-date.ts';

/** `from` and `to` are days such as "2026-05-12", both inclusive. Undefined or empty: no matter. */
export type FormFilter = {
  programme?: string | undefined;
  unit?: string | undefined;
  mode?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** The sessions a filter leaves, newest first. */
export function filterSessions(sessions: readonly FormSession[], filter: FormFilter): FormSession[] {
  return sessions
    .filter((session) => {
      const day = formatDate(session.startedAt).slice(0, 10);
      return (
        (!filter.programme || session.programme === filter.programme) &&
        (!filter.unit || session.unit === filter.unit) &&
        (!filter.mode || session.mode === filter.mode) &&
        (!filter.from || day >= filter.from) &&
        (!filter.to || day <= filter.to)
      );
    })
    .sort((a, b) => b.startedAt - a.startedAt);
}
