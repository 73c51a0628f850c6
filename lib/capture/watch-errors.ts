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

function parse(detail: string): [string, string, number, string] {
  try {
    const [message, file, line, stack] = JSON.parse(detail) as unknown[];
    return [String(message ?? ''), String(file ?? ''), Number(line ?? 0), String(stack ?? '')];
  } catch {
    return [detail.slice(0, 300), '', 0, ''];
  }
}
