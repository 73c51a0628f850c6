import type { Action } from '../model/action.ts';
import type { Act } from './acts.ts';

/** Words that are longer than this may have been cut, and were hardly typed. */
const mostLetters = 40;
/** What nobody finds by typing. */
const otherThings =
  /^(?:button|textbox|searchbox|spinbutton|combobox|checkbox|radio|switch|tab|label|summary|img)$/;

/**
 * What was pressed on the page right after something was typed, where it may stand in a list that was searched by that,
 * with words that tell nothing about a person. Whether it does shows when it is done again.
 */
export function chosenAfter(acts: readonly Act[], { action }: Act): { chosen?: Action } {
  if (action.kind !== 'type') return {};
  const chosen = acts.find((each) => each.action.at >= action.at && each.action !== action)?.action;
  if (chosen?.kind !== 'click' || chosen.stream !== action.stream || otherThings.test(chosen.role)) return {};
  const { label } = chosen;
  return label && label.length <= mostLetters && !/[〔"]/.test(label) ? { chosen } : {};
}
