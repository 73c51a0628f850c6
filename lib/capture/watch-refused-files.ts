import { hearEvents } from './hear-events.ts';
import { isTag } from './node-kinds.ts';
import { redactShort } from './redact-short.ts';
import { refusesFile } from './signs/text-signs.ts';
import { watchLooseFileFields } from './watch-loose-file-fields.ts';
import { hearNotices } from './watch-notices.ts';
import { freshId, type Watcher } from './watcher.ts';

/** A refusal later than this answers something else than the upload. Milliseconds. */
const answersWithinMs = 5000;

/** A file that was chosen or dropped, and a notice soon after that its format, size or kind does not fit. */
export const watchRefusedFiles: Watcher = (report, context, signal) => {
  let uploadedAt = -Infinity;
  hearEvents(
    ['change', 'drop'],
    ({ isTrusted, type }, target) => {
      if (isTrusted && (type === 'drop' || (isTag(target, 'input') && target.type === 'file')))
        uploadedAt = Date.now();
    },
    signal,
  );
  watchLooseFileFields(() => {
    uploadedAt = Date.now();
  }, signal);
  hearNotices(({ text, at }) => {
    if (Date.now() - uploadedAt > answersWithinMs || !refusesFile(text)) return;
    // One refusal an upload, however often it is said.
    uploadedAt = -Infinity;
    report.sighting({
      id: freshId(),
      at,
      kind: 'file-refused',
      text: context.privacy === 'full' ? redactShort(context, text, 200) : '',
      detail: '',
      url: context.redactUrl(location.href),
    });
  }, signal);
};
