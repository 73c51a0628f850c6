import { isAboutAnother } from '../../model/about-file.ts';
import type { SessionReport } from '../../model/report.ts';
import { findLastAt } from '../find-last-at.ts';
import { byTime } from './evidence-of.ts';
import { incidentsOf, sightingsOf } from './incidents-of.ts';

/** Words with which a file is refused. */
const refuses = /格式|大小|超过|过大|仅支持|只支持|不支持|MB|KB/i;
/** A refusal follows the upload within this, ms. */
const afterUpload = 15_000;
/** Notices are stamped with the first change that no look had seen, which may be before the upload, ms. */
const toldBefore = 1000;
/** Told by a notice and by a watcher at once, ms. */
const sameWithin = 3000;

export type Refusal = { id: string; at: number; tab: number; text: string };

/** Every time a file was not taken: as the recorder saw it, or as a message soon after an upload says. By time. */
export function refusalsIn(report: SessionReport): Refusal[] {
  const uploads = byTime(report.actions.filter((action) => action.kind === 'upload'));
  const messages = incidentsOf(report, 'toast', 'validation', 'native-dialog').filter((incident) => {
    const upload = findLastAt(uploads, incident.at + toldBefore, (action) => action.at);
    return (
      upload &&
      incident.at - upload.at <= afterUpload &&
      refuses.test(incident.message) &&
      !isAboutAnother(incident.message)
    );
  });
  const told = byTime<Refusal>([
    ...sightingsOf(report, 'file-refused'),
    ...messages.map((incident) => ({ ...incident, text: incident.message })),
  ]);
  return told.filter((each, index) => each.at - (told[index - 1]?.at ?? -Infinity) > sameWithin);
}
