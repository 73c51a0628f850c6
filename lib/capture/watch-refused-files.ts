import { hearEvents } from './hear-events.ts';
import { isTag } from './node-kinds.ts';
import { redactShort } from './redact-short.ts';
import { namesFile, refusesFile } from './signs/text-signs.ts';
import { watchLooseFileFields } from './watch-loose-file-fields.ts';
import { hearNotices } from './watch-notices.ts';
import { freshId, type Watcher } from './watcher.ts';

/** A refusal later than this answers something else than the upload, which may take a while itself. Milliseconds. */
const answersWithinMs = 15_000;

/**
 * A file that was chosen or dropped, and a notice soon after that its format, size or kind does not fit; one that names
 * no file where something else was filled in meanwhile speaks of that.
 */
export const watchRefusedFiles: Watcher = (report, context, signal) => {
  let uploadedAt = -Infinity;
  let filledIn = false;
  const uploaded = () => {
    uploadedAt = Date.now();
    filledIn = false;
  };
  hearEvents(
    ['change', 'drop'],
    ({ isTrusted, type }, target) => {
      if (!isTrusted) return;
      if (type === 'drop' || (isTag(target, 'input') && target.type === 'file')) uploaded();
      else filledIn = true;
    },
    signal,
  );
  hearEvents(
    ['input'],
    (_, target) => {
      filledIn ||= !(isTag(target, 'input') && target.type === 'file');
    },
    signal,
  );
  watchLooseFileFields(uploaded, signal);
  hearNotices(({ text, at }) => {
    // By the notice's own time: a busy page is looked at late.
    if (at - uploadedAt > answersWithinMs || !refusesFile(text) || (filledIn && !namesFile(text))) return;
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
