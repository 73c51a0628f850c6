import { actionOf, clickInTurn } from './action-of.ts';
import { meantElement } from './describe-element.ts';
import type { EarlyClick } from './early-events.ts';
import { hearEvents } from './hear-events.ts';
import { isFollowable, looksClickable } from './looks-clickable.ts';
import { isElement } from './node-kinds.ts';
import { pressPoint } from './press-point.ts';
import { createReactionWatch } from './watch-reactions.ts';
import type { PageAction, Watcher } from './watcher.ts';

/**
 * Clicks by a person (trusted events only); a click on a checkbox, radio, select or file field is told by its own watcher.
 * Those that came before the orders are told first, without their reaction, of which nobody knows. A click on something that looks as if it would react is told again, under the same id, with the time to the reaction.
 */
export const watchClicks =
  (early: EarlyClick[]): Watcher =>
  (report, context, signal) => {
    for (const { element: target, at, point } of early) {
      const element = meantElement(target);
      if (!hasItsOwnWatcher(element))
        report.action({ ...actionOf('click', element, context, { point }), at });
    }
    const follow = createReactionWatch(signal);
    hearEvents(
      ['click'],
      (event, target) => {
        // Our own bar and picker stand outside the page: what is done there is no action of the walk.
        if (!event.isTrusted || !isElement(target) || target.hasAttribute('data-zyb-bar')) return;
        const element = meantElement(target);
        if (hasItsOwnWatcher(element)) return;
        if (
          event.detail === 0 &&
          element.matches('input[type=submit],button[type=submit],button:not([type])') &&
          recentEnter()
        )
          return;
        const clickable = looksClickable(target);
        let told: PageAction | undefined;
        clickInTurn(element, context, { point: pressPoint(event, element) }, (action) => {
          if (
            clickable &&
            action.role === element.localName &&
            !/^(?:button|summary|label)$/.test(action.role)
          )
            action.role = 'clickable';
          told = action;
          report.action(action);
        });
        if (clickable && isFollowable(element))
          follow(event, element, (reactedMs) =>
            context.onceLearned(() => told && report.action({ ...told, reactedMs })),
          );
      },
      signal,
    );
    let enterAt = 0;
    // Enter in a field makes the browser click the form's button: that is the key's doing, not a second action.
    const recentEnter = () => performance.now() - enterAt < 100;
    hearEvents(
      ['keydown'],
      ({ key }) => {
        if (key === 'Enter') enterAt = performance.now();
      },
      signal,
    );
  };

const hasItsOwnWatcher = (element: Element) =>
  element.matches('input[type=checkbox],input[type=radio],input[type=file],select,option');
