import { listenForHints } from './hints.ts';
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
        message: context.redactText(message),
        url: context.redactUrl(file || location.href),
        detail: context.redactText(stack || `${file}:${line}`),
      });
    },
    signal,
  );
};

/** Message, file, line and stack as page-hints joins them. */
function parse(detail: string): [string, string, number, string] {
  const [message = '', file = '', line = '', stack = ''] = detail.split('\0');
  return [message.slice(0, 500), file, Number(line) || 0, stack];
}
