import { actionOf } from './action-of.ts';
import type { Watcher } from './watcher.ts';

/** Keys that act rather than type: Enter and Escape. */
export const watchKeys: Watcher = (report, context, signal) => {
  document.addEventListener(
    'keydown',
    (event) => {
      const target = event.composedPath()[0];
      if (!event.isTrusted || event.isComposing || !(target instanceof Element)) return;
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      if (target instanceof HTMLTextAreaElement) return;
      report.action(actionOf('key', target, context, { value: { key: event.key } }));
    },
    { capture: true, passive: true, signal },
  );
};
