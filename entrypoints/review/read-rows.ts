import { browser } from 'wxt/browser';
import type { SessionRow } from '../../components/session-list/session-row.ts';
import { awayBetween } from '../../lib/model/away.ts';
import { countRectified } from '../../lib/model/rectification.ts';
import { figuresOf } from '../../lib/model/report.ts';
import { isByHand } from '../../lib/model/session.ts';
import { store } from './local.ts';

/** One row for each session walked here and each report opened from a file. */
export async function readRows(): Promise<SessionRow[]> {
  // Wrapped, because a live query loses track of what is read after a promise that is not Dexie's.
  const { run } = await Promise.resolve(browser.storage.session.get<{ run?: string }>('run'));
  const sessions = await store.db.sessions.toArray();
  const own = sessions.map(async (session): Promise<SessionRow> => {
    const of = { sessionId: session.id };
    const count = (table: { where(of: object): { count(): Promise<number> } }) => table.where(of).count();
    const open = session.state === 'recording' || session.state === 'paused';
    const byHand = isByHand(session);
    const gaps = await store.db.gaps.where(of).toArray();
    return {
      id: session.id,
      itemName: session.item.name,
      mode: session.mode,
      startedAt: session.startedAt,
      durationMs:
        session.endedAt &&
        session.endedAt -
          session.startedAt -
          awayBetween({ session, gaps }, session.startedAt, session.endedAt),
      state: open && session.browserRun !== run ? 'unfinished' : session.state,
      byHand,
      figures: {
        ...(byHand
          ? {}
          : {
              steps: await count(store.db.steps),
              actions: await store.countRecords(session.id, 'actions'),
              incidents: await store.countRecords(session.id, 'incidents'),
            }),
        screenshots: await store.countRecords(session.id, 'screenshots'),
        painPoints: await count(store.db.painPoints),
      },
      delivery: await store.deliveries.read(session.id),
      storedBytes: await store.sessions.storedBytes(session.id),
    };
  });
  const imported = (await store.imported.all()).filter(
    ({ report }) => !sessions.some((each) => each.id === report.id),
  );
  const opened = imported.map(async ({ report }): Promise<SessionRow> => {
    const figures = figuresOf(report);
    const { session } = report;
    const byHand = isByHand(session);
    return {
      id: report.id,
      itemName: session.item.name,
      mode: session.mode,
      startedAt: session.startedAt,
      durationMs:
        figures.durationMs - awayBetween(report, session.startedAt, session.endedAt ?? report.createdAt),
      state: 'imported',
      byHand,
      figures: byHand ? { screenshots: figures.screenshots, painPoints: figures.painPoints } : figures,
      rectified: countRectified(await store.rectifications.of(report.id)),
      storedBytes: figures.bytes,
    };
  });
  return Promise.all([...own, ...opened]);
}
