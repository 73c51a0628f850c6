import { hearEvents } from './hear-events.ts';
import { listenForHints } from './hints.ts';
import { isElement } from './node-kinds.ts';
import { freshId, type Watcher } from './watcher.ts';

const fileEnding = /\.(docx?|xlsx?|pptx?|wps|et|ofd|pdf|zip|rar|7z|txt|csv|exe|msi|apk|dmg)(?:$|[?#])/i;

/**
 * A press on a link that leads to a file, and a file that a script saves by a link that never was in the page. What a
 * server gives in answer to any other address the background sees (lib/walk/watch-file-answers.ts).
 */
export const watchDownloads: Watcher = (report, context, signal) => {
  const tell = (ending: string | undefined, url: string) =>
    report.sighting({
      id: freshId(),
      at: Date.now(),
      kind: 'download',
      text: '',
      detail: ending?.toLowerCase() ?? '',
      url,
    });
  hearEvents(
    ['click'],
    (_event, target) => {
      const link = isElement(target) ? target.closest('a') : null;
      if (!link?.href) return;
      const ending = fileEnding.exec(link.download || link.pathname)?.[1];
      if (ending || link.hasAttribute('download')) tell(ending, context.redactUrl(link.href));
    },
    signal,
  );
  listenForHints(
    ['save'],
    ({ detail }) => tell(fileEnding.exec(detail)?.[1], context.redactUrl(location.href)),
    signal,
  );
};
