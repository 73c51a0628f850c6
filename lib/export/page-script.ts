/** Expressions for a player's "wait until true" in the page: the one door through which a recording can look or act there. */

function findInPage(ways: readonly string[]): string {
  const finds = ways.map((way) =>
    way.startsWith('xpath/')
      ? `document.evaluate(${JSON.stringify(way.slice('xpath/'.length))}, document, null, 9, null).singleNodeValue`
      : `document.querySelector(${JSON.stringify(way)})`,
  );
  return finds.join(' || ') || 'null';
}

/**
 * Which option the walker chose was not recorded, and players set a select by an option's value alone: so the first
 * usable option is chosen in the page, with the events a choice by hand gives.
 */
export function chooseFirst(ways: readonly string[]): string {
  return `((field) => { const option = field && [...field.options].find((each) => !each.disabled && each.value !== '' && !/请选择|^[-—\\s]*$/.test(each.text)); if (!option) return false; field.value = option.value; for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true })); return true; })(${findInPage(ways)})`;
}

/** How long a player waits for a page that never stops moving, ms. */
const restLimit = 2000;

/**
 * Nothing on its way moves: a list or calendar that is still closing takes the focus back from what is pressed meanwhile.
 * A person is slower than that, a player is not. What moves without end, or for too long, is not waited for.
 */
export const isAtRest = `((now) => { const moves = document.getAnimations().some(({ playState, effect }) => playState === 'running' && Number.isFinite(effect?.getComputedTiming().endTime)); const since = (window.zouyibianMoves ??= now); if (moves && now - since < ${restLimit}) return false; delete window.zouyibianMoves; return true; })(performance.now())`;

/** What a pointer opened is there and at rest, or has not come for too long. */
export function isOpened(ways: readonly string[]): string {
  return `((element, now) => { const since = (window.zouyibianOpens ??= now); if (!element?.getClientRects().length && now - since < ${restLimit}) return false; if (!${isAtRest}) return false; delete window.zouyibianOpens; return true; })(${findInPage(ways)}, performance.now())`;
}

/** How long a menu may take to close when the pointer leaves it, ms. */
const closingTime = 500;

/**
 * The pointer is over nothing for a while: a player leaves it where it pressed last, and a menu that was opened by hovering
 * stays open and lies over what is pressed next.
 */
export const leavesMenu = `((now, { style }) => { const past = now - (window.zouyibianLeaves ??= now); style.pointerEvents = past < ${closingTime} ? 'none' : ''; if (past < ${closingTime}) return false; delete window.zouyibianLeaves; return true; })(performance.now(), document.documentElement)`;

/** The field that was typed into is left before something else is pressed: what its page says of it then moves the rest. */
export const leavesField = '(document.activeElement?.blur(), true)';

/** A player puts a question to the page anew when it has gone on meanwhile: it has to have its answer by then, ms. */
const answerTime = 500;

/** True at once; the page goes back or forward, or comes anew, when that has been heard. */
export const goesBack = `(setTimeout(() => history.back(), ${answerTime}), true)`;
export const goesForward = `(setTimeout(() => history.forward(), ${answerTime}), true)`;
export const reloads = `(setTimeout(() => location.reload(), ${answerTime}), true)`;

/** The page answers its next native dialogs itself, once each: nothing else can be done while one stands open. */
export function answersDialogs(kinds: readonly string[]): string {
  return `(${JSON.stringify(kinds)}.forEach((kind) => { const shown = window[kind]; window[kind] = (text, given) => { window[kind] = shown; return kind === 'prompt' ? (given ?? '') : true; }; }), true)`;
}

/**
 * Nothing lies over the element's middle; a player clicks there all the same and hits the message on top. What is not
 * shown yet the player waits for itself.
 */
export function isUncovered(ways: readonly string[]): string {
  return `((element) => { if (!element?.getClientRects().length) return true; const box = element.getBoundingClientRect(); const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); return !top || element.contains(top) || top.contains(element); })(${findInPage(ways)})`;
}

/** A list is narrowed by what is typed as soon as nothing more is typed for a while, and a remote one when it has been asked; ms. */
const narrowedAfter = 700;
const listLimit = 3000;

/**
 * What was typed to search a list narrows it to nothing where a placeholder stands for it: if what was chosen next does not
 * show, its own words are typed instead.
 */
export function searchesAgain(field: readonly string[], chosen: readonly string[], words: string): string {
  return `((field, chosen, now) => { const past = now - (window.zouyibianTyped ??= now); if (past < ${narrowedAfter}) return false; const shown = chosen?.getClientRects().length > 0; if (!shown && past < ${listLimit}) return false; delete window.zouyibianTyped; if (shown || !field) return true; Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, ${JSON.stringify(words)}); for (const event of [new KeyboardEvent('keydown', { bubbles: true }), new InputEvent('input', { bubbles: true }), new KeyboardEvent('keyup', { bubbles: true })]) field.dispatchEvent(event); return true; })(${findInPage(field)}, ${findInPage(chosen)}, performance.now())`;
}

/** Where common kits say which step of a wizard is the current one. */
export const wizardMarks =
  '.el-step__title.is-process,.ant-steps-item-process .ant-steps-item-title,[aria-current=step]';

/** The wizard shows this step, or is none that common kits mark. */
export function atWizardStep(title: string): string {
  return `((marks) => marks.length === 0 || marks.some((each) => each.textContent.replace(/\\s+/g, ' ').trim() === ${JSON.stringify(title)}))([...document.querySelectorAll(${JSON.stringify(wizardMarks)})])`;
}

/**
 * So many answers came from addresses like this, or nothing has come for ten seconds since they are waited for: then there is
 * no use in waiting.
 */
export function hasAnswered(pattern: string, count: number): string {
  return `((all, now) => { const since = (window.zouyibianWaits ??= now); const came = all.filter((each) => new RegExp(${JSON.stringify(pattern)}).test(each.name)).length >= ${count}; if (!came && now - Math.max(since, ...all.map((each) => each.responseEnd)) <= 10000) return false; delete window.zouyibianWaits; return true; })(performance.getEntriesByType('resource'), performance.now())`;
}
