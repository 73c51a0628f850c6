import { actionOf } from './action-of.ts';
import { labelOf, shorten } from './describe-element.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';
import type { Watcher } from './watcher.ts';

const buttons = 'button:not([type]),button[type=submit],input[type=submit],input[type=image]';

/** Forms that were sent, called by the button that sends them: a form's own text is everything in it. */
export const watchSubmit: Watcher = (report, context, signal) => {
  hearEvents(
    ['submit'],
    (event, form) => {
      if (!event.isTrusted || !isElement(form)) return;
      const button = event.submitter ?? form.querySelector(buttons);
      const label = button && context.privacy === 'full' ? shorten(context.redactText(labelOf(button))) : '';
      report.action(actionOf('submit', form, context, label ? { label } : {}));
    },
    signal,
  );
};
