import type { SessionReport } from '../../lib/model/report.ts';
import type { Screenshot } from '../../lib/model/screenshot.ts';
import { formatClock } from '../format/format-duration.ts';
import type { Text } from '../text.tsx';

/** What a picture is called: the moment it was taken at, or of a photo, which has none, what is said to be in it. */
export function pictureName(report: SessionReport, shot: Screenshot, text: Text): string {
  if (shot.by !== 'photo') return formatClock(shot.at - report.session.startedAt);
  return (
    shot.caption || text('byHand.photo.nth', report.screenshots.findIndex(({ id }) => id === shot.id) + 1)
  );
}
