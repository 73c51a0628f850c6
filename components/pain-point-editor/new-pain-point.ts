import type { Bookmark } from '../../lib/model/bookmark.ts';
import { lastMinute, type PainPoint } from '../../lib/model/pain-point.ts';
import type { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { findAround, findLastBefore, nearest } from '../replay-panel/last-before.ts';

/** How far away a picture may be and still show what the pain point is about, ms. */
const pictureReach = 5_000;

/** A pain point as it would have been tagged at that moment: last minute, step, place, nearest picture. */
export function newPainPoint(report: SessionReport, programme: Programme, at: number): PainPoint {
  const dimension = programme.checklists[0]?.dimensions[0];
  const visit = findLastBefore(report.visits, at);
  const shot = nearest(report.screenshots, at, 1)[0];
  return {
    id: crypto.randomUUID(),
    kind: 'pain',
    at,
    interval: lastMinute(at, report.session.startedAt),
    dimensionId: dimension?.id ?? '',
    checkItemId: dimension?.items[0]?.id ?? '',
    severity: 'moderate',
    note: '',
    need: '',
    measure: '',
    stepId: findAround(report.steps, at)?.id,
    screenshotId: shot && Math.abs(shot.at - at) <= pictureReach ? shot.id : undefined,
    url: visit?.url ?? '',
    title: visit?.title ?? '',
  };
}

/** A pain point as it would have been tagged when the bookmark was set: its moment, page and picture. */
export function fromBookmark(report: SessionReport, programme: Programme, bookmark: Bookmark): PainPoint {
  const { at, interval, screenshotId, url, title } = bookmark;
  const fresh = newPainPoint(report, programme, at);
  return {
    ...fresh,
    interval,
    screenshotId: screenshotId ?? fresh.screenshotId,
    url: url || fresh.url,
    title: title || fresh.title,
  };
}
