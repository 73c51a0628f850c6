import { readClickPath } from '../../lib/assess/click-path/read-click-path.ts';
import { sha256 } from '../../lib/deliver/hash.ts';
import { keptWords } from '../../lib/deliver/scan/kept-words.ts';
import { layOver } from '../../lib/model/lay-over.ts';
import type { FormSession, FormSource } from '../../lib/model/official-form.ts';
import { isByHand, type Session } from '../../lib/model/session.ts';
import { packs, readReport, store } from './local.ts';

/** Finished sessions of this browser and those opened from files, as they are chosen for a form. */
export async function readFormSessions(): Promise<FormSession[]> {
  const own = await store.db.sessions.where('state').equals('finished').toArray();
  const painPoints = await store.db.painPoints.toArray();
  const ids = new Set((await store.db.sessions.toArray()).map(({ id }) => id));
  const imported = (await store.imported.all()).filter(({ report }) => !ids.has(report.id));
  const count = (points: readonly { kind: string }[]) => points.filter(({ kind }) => kind === 'pain').length;
  // After what the live query has to see: profiles are files.
  const practice = await practiceProfiles();
  return [
    ...own.map((session) =>
      rowOf(session.id, session, count(painPoints.filter((each) => each.sessionId === session.id)), false),
    ),
    ...imported.map(({ report }) => rowOf(report.id, report.session, count(report.painPoints), true)),
  ].map(({ siteProfileId = '', ...row }) => ({ ...row, practice: practice.has(siteProfileId) }));
}

function rowOf(id: string, session: Session, painPoints: number, imported: boolean) {
  const { item, walker, mode, programme, startedAt, siteProfileId } = session;
  return {
    id,
    itemName: item.name,
    unit: walker.unit,
    walker: walker.name,
    mode,
    programme: programme.title,
    startedAt,
    painPoints,
    imported,
    byHand: isByHand(session),
    siteProfileId,
  };
}

/** Site profiles of practice portals. */
async function practiceProfiles(): Promise<Set<string>> {
  const profiles = await packs.siteProfiles();
  return new Set(profiles.filter(({ practice }) => practice).map(({ id }) => id));
}

/** A session with what forms need beside its report; what the liaison set down is laid over one from a file. */
export async function readFormSource(id: string): Promise<FormSource> {
  const found = await readReport(id);
  if (!found) throw new Error('session-missing');
  const report = found.own ? found.report : layOver(found.report, await store.rectifications.of(id));
  const programmes = await packs.programmes();
  const programme = programmes.find((each) => each.id === report.session.programme.id);
  const practice = (await practiceProfiles()).has(report.session.siteProfileId ?? '');
  const kept = await keptWords(report, sha256);
  return { report, programme, practice, kept, clickPath: () => readClickPath(report) };
}
