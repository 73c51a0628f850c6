import { listenForHints } from './hints.ts';
import { redactShort } from './redact-short.ts';
import { freshId, type Watcher } from './watcher.ts';

/** The page's own uncaught errors and unhandled rejections, as the page's world hints them. */
export const watchErrors: Watcher = (report, context, signal) => {
  listenForHints(
    ['error', 'rejection'],
    ({ kind, detail }) => {
      const [message, file, line, stack] = parse(detail);
      // Our own files and the replay engine's are not the portal's fault.
      if (/-extension:\/\//.test(file + stack)) return;
      report.incident({
        id: freshId(),
        at: Date.now(),
        kind: kind === 'error' ? 'script-error' : 'unhandled-rejection',
        message: context.privacy === 'full' ? redactShort(context, message, 500) : nameOf(message),
        url: context.redactUrl(file || location.href),
        detail: context.privacy === 'full' ? redactShort(context, stack || `${file}:${line}`, 1200) : '',
      });
    },
    signal,
  );
};

/** The kind of error alone: what else it says are the page's own words. */
const nameOf = (message: string) => /\b[A-Z][A-Za-z]{0,40}Error\b/.exec(message)?.[0] ?? '';

/** Message, file, line and stack as page-hints joins them. */
function parse(detail: string): [string, string, number, string] {
  const [message = '', file = '', line = '', stack = ''] = detail.split('\0');
  return [message, file, Number(line) || 0, stack];
}
