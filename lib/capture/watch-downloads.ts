import { hearEvents } from './hear-events.ts';
import { freshId, type Watcher } from './watcher.ts';

const fileEnding = /\.(docx?|xlsx?|pptx?|wps|et|ofd|pdf|zip|rar|7z|txt|csv|exe|msi|apk|dmg)(?:$|[?#])/i;

/** A press on a link that leads to a file. Files that a script or an answer of the server gives are not seen here. */
export const watchDownloads: Watcher = (report, context, signal) => {
  hearEvents(
    ['click'],
    (_event, target) => {
      const link = target instanceof Element ? target.closest('a') : null;
      if (!link?.href) return;
      const ending = fileEnding.exec(link.download || link.pathname)?.[1]?.toLowerCase();
      if (!ending && !link.hasAttribute('download')) return;
      report.sighting({
        id: freshId(),
        at: Date.now(),
        kind: 'download',
        text: '',
        detail: ending ?? '',
        url: context.redactUrl(link.href),
      });
    },
    signal,
  );
};
