import { listenForHints } from './hints.ts';
import { redactShort } from './redact-short.ts';
import { freshId, type Watcher } from './watcher.ts';

/** Native dialogs (alert, confirm, prompt), which stop the page until somebody answers. */
export const watchDialogs: Watcher = (report, context, signal) => {
  listenForHints(
    ['dialog'],
    ({ detail }) => {
      const [, kind = '', message = ''] = /^(alert|confirm|prompt):([\s\S]*)$/.exec(detail) ?? [];
      if (!kind) return;
      report.incident({
        id: freshId(),
        at: Date.now(),
        kind: 'native-dialog',
        message: context.privacy === 'full' ? redactShort(context, message, 500) : '',
        url: context.redactUrl(location.href),
        detail: kind,
      });
    },
    signal,
  );
};
