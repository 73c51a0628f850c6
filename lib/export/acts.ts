import { type Action, isTickOf } from '../model/action.ts';

/** What was done by hand; with the click that opened a file dialog beside the upload it led to. */
export type Act = { action: Action; opener?: Action };

/**
 * The actions to be done again, in order, without those that follow by themselves: a submit from its button or Enter,
 * a tick from the click on its label, the dialog that a click on "选择文件" opens, the key from the click that the browser
 * makes of Enter. A file field that was pressed itself needed no such click.
 */
export function actsOf(actions: readonly Action[]): Act[] {
  const acts: Act[] = [];
  for (const action of [...actions].sort((a, b) => a.at - b.at)) {
    if (/^(submit|navigate|back|reload|tab)$/.test(action.kind)) continue;
    const last = acts.at(-1);
    if (last && isClickOfEnter(last.action, action)) {
      acts[acts.length - 1] = { action };
      continue;
    }
    const lastClick =
      last?.action.kind === 'click' && last.action.stream === action.stream ? last.action : undefined;
    if (action.kind === 'click' && last && isEndOf(last.action, action)) continue;
    if (lastClick && isTickOf(lastClick, action)) continue;
    if (action.kind === 'upload' && lastClick && !action.point) {
      acts[acts.length - 1] = { action, opener: lastClick };
      continue;
    }
    acts.push({ action });
  }
  return acts;
}

/** The browser makes a click of a press and a release on the same thing, however far the pointer was moved meanwhile. */
function isEndOf(drag: Action, click: Action): boolean {
  const { drop, point } = drag;
  if (drag.kind !== 'drag' || drag.stream !== click.stream || !drop || !point || !click.point) return false;
  return Math.hypot(point.x + drop.by.x - click.point.x, point.y + drop.by.y - click.point.y) < 3;
}

/** The browser makes a click of Enter on a link or a button in the same turn, ms; older records tell both. */
const enterClicksWithin = 100;

function isClickOfEnter(key: Action, click: Action): boolean {
  if (key.kind !== 'key' || key.value?.key !== 'Enter' || click.kind !== 'click') return false;
  if (key.stream !== click.stream || click.at - key.at > enterClicksWithin) return false;
  return key.selectors[0] !== undefined && key.selectors[0] === click.selectors[0];
}
