/** Things that react by nature, by their role, or by their author's word. */
const clickable =
  'button,a[href],summary,input,select,textarea,label,option,[onclick],[tabindex]:not([tabindex="-1"]),' +
  '[role=button],[role=link],[role=menuitem],[role=option],[role=tab],[role=switch],[role=checkbox],[role=radio]';
/** What reacts in ways that leave no trace in the document: watched by nobody. */
const unwatchable = 'input,textarea,select,option,canvas,video,audio,object,embed,[contenteditable]';

/** A person would take it for something to press: by what it is, or by the hand the pointer turns into over it. */
export function looksClickable(target: Element): boolean {
  return target.closest(clickable) !== null || getComputedStyle(target).cursor === 'pointer';
}

/** A press on it may be followed to its reaction. */
export function isFollowable(element: Element): boolean {
  return (
    !element.matches(unwatchable) ||
    element.matches('input[type=button],input[type=submit],input[type=image]')
  );
}
