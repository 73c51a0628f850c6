import type { ReadOpenProblems } from '../../components/aims/aims-field.tsx';
import { isSameItem } from '../../lib/assess/reductions/same-item.ts';
import type { AimRequest } from '../../lib/model/aim.ts';
import { findCheckItem } from '../../lib/model/checklist.ts';
import type { PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import { store } from './read-start.ts';

/** So many say where to look; the rest stands in the records. */
const most = 10;

/** Reads the problems of earlier walks of an item, walked here or opened from a file, that nobody has called mended. */
export function openProblemsOf(programmes: readonly Programme[]): ReadOpenProblems {
  const checklists = programmes.flatMap((programme) => programme.checklists);
  const words = (point: PainPoint) =>
    (point.note.trim() || findCheckItem(checklists, point.checkItemId)?.item.text || '').slice(0, 300);
  const aimOf = (sessionId: string, point: PainPoint): AimRequest => ({
    text: words(point),
    from: 'earlier',
    dimensionId: point.dimensionId,
    checkItemId: point.checkItemId,
    earlier: { sessionId, painPointId: point.id },
  });
  return async ({ name, code }) => {
    const item = { name, ...(code ? { code } : {}) };
    const own = (await store.db.sessions.where('state').equals('finished').toArray()).filter((session) =>
      isSameItem(session.item, item),
    );
    const found: { startedAt: number; aims: AimRequest[] }[] = [];
    for (const { id, startedAt } of own) {
      const points = await store.db.painPoints.where({ sessionId: id }).sortBy('at');
      found.push({ startedAt, aims: points.filter(isOpen).map((point) => aimOf(id, point)) });
    }
    const ids = new Set(own.map(({ id }) => id));
    for (const { report } of await store.imported.all()) {
      if (ids.has(report.id) || !isSameItem(report.session.item, item)) continue;
      const kept = await store.rectifications.of(report.id);
      const points = report.painPoints.map((point) => ({
        ...point,
        rectification: kept.get(point.id) ?? point.rectification,
      }));
      found.push({
        startedAt: report.session.startedAt,
        aims: points.filter(isOpen).map((point) => aimOf(report.id, point)),
      });
    }
    const aims = found.sort((a, b) => b.startedAt - a.startedAt).flatMap((each) => each.aims);
    const named = new Map(aims.filter(({ text }) => text).map((aim) => [aim.text, aim]));
    return [...named.values()].slice(0, most);
  };
}

const isOpen = ({ kind, rectification }: PainPoint): boolean => kind === 'pain' && !rectification?.done;
