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

/** A player puts a question to the page anew when it has gone on meanwhile: it has to have its answer by then, ms. */
const answerTime = 500;

/** True at once; the page goes back, or comes anew, when that has been heard. */
export const goesBack = `(setTimeout(() => history.back(), ${answerTime}), true)`;
export const reloads = `(setTimeout(() => location.reload(), ${answerTime}), true)`;

/** The page answers its next native dialogs itself, once each: nothing else can be done while one stands open. */
export function answersDialogs(kinds: readonly string[]): string {
  return `(${JSON.stringify(kinds)}.forEach((kind) => { const shown = window[kind]; window[kind] = (text, given) => { window[kind] = shown; return kind === 'prompt' ? (given ?? '') : true; }; }), true)`;
}

/** Nothing lies over the element's middle; a player clicks there all the same and hits the message on top. */
export function isUncovered(ways: readonly string[]): string {
  return `((element) => { if (!element) return true; const box = element.getBoundingClientRect(); const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2); return !top || element.contains(top) || top.contains(element); })(${findInPage(ways)})`;
}

/** Where common kits say which step of a wizard is the current one. */
export const wizardMarks =
  '.el-step__title.is-process,.ant-steps-item-process .ant-steps-item-title,[aria-current=step]';

/** The wizard shows this step, or is none that common kits mark. */
export function atWizardStep(title: string): string {
  return `((marks) => marks.length === 0 || marks.some((each) => each.textContent.replace(/\\s+/g, ' ').trim() === ${JSON.stringify(title)}))([...document.querySelectorAll(${JSON.stringify(wizardMarks)})])`;
}

/** So many answers came from addresses like this, or nothing has come for ten seconds: then there is no use in waiting. */
export function hasAnswered(pattern: string, count: number): string {
  return `((all) => all.filter((each) => new RegExp(${JSON.stringify(pattern)}).test(each.name)).length >= ${count} || performance.now() - Math.max(0, ...all.map((each) => each.responseEnd)) > 10000)(performance.getEntriesByType('resource'))`;
}
