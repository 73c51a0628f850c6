import { actionOf, readClick } from './action-of.ts';
import { meantElement } from './describe-element.ts';
import type { EarlyClick } from './early-events.ts';
import { hearEvents } from './hear-events.ts';
import { isFollowable, looksClickable } from './looks-clickable.ts';
import { isElement } from './node-kinds.ts';
import { pressPoint } from './press-point.ts';
import { watchRests } from './rests.ts';
import { watchPresses } from './watch-presses.ts';
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
    const { press: pressedOn, follow } = createReactionWatch(signal);
    /** Our own bar and picker stand outside the page: what is done there is no action of the walk. */
    const pressed = ({ isTrusted }: Event, target: EventTarget | null) =>
      isTrusted && isElement(target) && !target.hasAttribute('data-zyb-bar') ? target : undefined;
    const rests = watchRests(signal);
    const presses = watchPresses(
      (event, origin) => {
        const target = pressed(event, origin);
        const element = target && meantElement(target);
        const hovered = element ? rests.take(element) : [];
        if (!element || hasItsOwnWatcher(element)) return undefined;
        const clickable = looksClickable(target);
        if (clickable && isFollowable(element)) pressedOn(element);
        const tell = readClick(element, context, { point: pressPoint(event, element) }, hovered);
        return {
          element,
          clickable,
          tell: (at, told) => tell(at, (action) => told(clickable ? asClickable(action, element) : action)),
        };
      },
      report.action,
      signal,
    );
    hearEvents(
      ['click'],
      (event, origin) => {
        const target = pressed(event, origin);
        if (!target) return;
        const hit = meantElement(target);
        const press = presses.take(hit, event);
        if (press === 'told' || hasItsOwnWatcher(hit)) return;
        const element = press?.element ?? hit;
        if (
          event.detail === 0 &&
          element.matches('input[type=submit],input[type=image],button[type=submit],button:not([type])') &&
          recentEnter(element)
        )
          return;
        const clickable = press?.clickable ?? looksClickable(target);
        let told: PageAction | undefined;
        const tell = press?.tell ?? readClick(element, context, { point: pressPoint(event, element) });
        tell(Date.now(), (action) => {
          told = clickable ? asClickable(action, element) : action;
          report.action(told);
        });
        if (clickable && isFollowable(element))
          follow(event, element, (reactedMs) =>
            context.onceLearned(() => told && report.action({ ...told, reactedMs })),
          );
      },
      signal,
    );
    // The middle button opens a link in a tab of its own.
    hearEvents(
      ['auxclick'],
      (event, origin) => {
        const link = event.button === 1 && pressed(event, origin)?.closest('a[href]');
        if (!link) return;
        readClick(link, context, { point: pressPoint(event, link) })(Date.now(), report.action);
      },
      signal,
    );
    let enter: { at: number; on: EventTarget | null } | undefined;
    // Enter in a field makes the browser click the form's button: that is the key's doing, not a second action.
    const recentEnter = (element: Element) =>
      enter !== undefined && enter.on !== element && performance.now() - enter.at < 100;
    hearEvents(
      ['keydown'],
      ({ key }, on) => {
        if (key === 'Enter') enter = { at: performance.now(), on };
      },
      signal,
    );
  };

/** What has no role of its own and yet is shown as something to press. */
const asClickable = (action: PageAction, { localName }: Element): PageAction =>
  action.role === localName && !/^(?:button|summary|label)$/.test(localName)
    ? { ...action, role: 'clickable' }
    : action;

const hasItsOwnWatcher = (element: Element) =>
  element.matches('input[type=checkbox],input[type=radio],input[type=file],select,option');
