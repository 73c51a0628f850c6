import { actionOf } from './action-of.ts';
import { hearEvents } from './hear-events.ts';
import { isElement, isTag } from './node-kinds.ts';
import type { Watcher } from './watcher.ts';

/** Keys that act rather than type: Enter and Escape. */
export const watchKeys: Watcher = (report, context, signal) => {
  hearEvents(
    ['keydown'],
    (event, target) => {
      if (event.key !== 'Enter' && event.key !== 'Escape') return;
      if (!event.isTrusted || event.isComposing || !isElement(target)) return;
      if (isTag(target, 'textarea')) return;
      report.action(actionOf('key', target, context, { value: { key: event.key } }));
    },
    signal,
  );
};
