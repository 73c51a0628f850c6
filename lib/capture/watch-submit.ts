import { actionOf } from './action-of.ts';
import type { Watcher } from './watcher.ts';

/** Forms that were sent. */
export const watchSubmit: Watcher = (report, context, signal) => {
  document.addEventListener(
    'submit',
    (event) => {
      const form = event.composedPath()[0];
      if (event.isTrusted && form instanceof Element) report.action(actionOf('submit', form, context));
    },
    { capture: true, passive: true, signal },
  );
};
