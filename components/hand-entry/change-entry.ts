import type { HandEntry } from '../../lib/model/hand-entry.ts';

/** The entry with some of its session changed. */
export function withSession(entry: HandEntry, change: Partial<HandEntry['session']>): HandEntry {
  return { ...entry, session: { ...entry.session, ...change } };
}

/** The entry with some of what is stated changed. */
export function withStated(entry: HandEntry, change: Partial<HandEntry['session']['stated']>): HandEntry {
  return withSession(entry, { stated: { ...entry.session.stated, ...change } });
}
