import { actionOf } from './action-of.ts';
import { hearEvents } from './hear-events.ts';
import { isElement, isTag } from './node-kinds.ts';
import type { Watcher } from './watcher.ts';

/** Elements of other kinds that a page has made controls of: the browser makes no click of a key there. */
const ownControls =
  '[role=button],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=option],[role^=menuitem],[role=treeitem]';
const native = 'button,input,select,textarea,summary';
/** Here the browser makes a click of Enter. */
const clickedByEnter =
  'button,a[href],area[href],summary,input[type=button],input[type=submit],input[type=reset],input[type=image]';

/** In a part that can be written in Enter begins a line, and the page says so within this, ms. */
const lineMs = 50;

/** Keys that act rather than type: Enter and Escape, and Space on a control of the page's own making. */
export const watchKeys: Watcher = (report, context, signal) => {
  let clicks = 0;
  let inputs = 0;
  hearEvents(['click'], () => (clicks += 1), signal);
  hearEvents(['input'], () => (inputs += 1), signal);
  hearEvents(
    ['keydown'],
    ({ key, isTrusted, isComposing, repeat }, target) => {
      if (!isTrusted || isComposing || !isElement(target) || isTag(target, 'textarea')) return;
      const spaced =
        key === ' ' &&
        !repeat &&
        target.matches(ownControls) &&
        !target.matches(native) &&
        !(target as HTMLElement).isContentEditable;
      if (key !== 'Enter' && key !== 'Escape' && !spaced) return;
      const action = actionOf('key', target, context, { value: { key: spaced ? 'Space' : key } });
      if (key === 'Enter' && (target as HTMLElement).isContentEditable) {
        // Written, not acted, unless the page takes the key for its own, as where it sends a message.
        const before = inputs;
        setTimeout(() => inputs === before && report.action(action), lineMs);
        return;
      }
      if (key !== 'Enter' || !target.matches(clickedByEnter)) return report.action(action);
      // The browser clicks it, which tells itself; where the page keeps it from that, the key is what was done.
      const before = clicks;
      setTimeout(() => clicks === before && report.action(action));
    },
    signal,
  );
};
