/** Outside of a form for searching only what says so. */
export const searchButton = /搜|查找|查询|检索|search|query/i;

/** From a field up to what holds its button, too. */
const placeDepth = 4;

/** What is around a field and no other. */
export function placeOf(control: Element): Element {
  let place = control;
  for (let at = control.parentElement, n = 0; at && n < placeDepth; at = at.parentElement, n += 1) {
    if (at === document.body || at.querySelectorAll('input:not([type=hidden]),select,textarea').length > 1)
      break;
    place = at;
    if (at.querySelector('button,[role=button],input[type=button],input[type=submit]')) break;
  }
  return place;
}

const buttons = 'button,a,[role=button],input[type=button],input[type=submit],i,svg';
/** What one finds services and places by. */
const foundBy = /事项|政策|指南|法规|文号|栏目|网点|大厅|窗口|办理地点|服务名称|业务名称/;

/**
 * A kit's list around a field. The kit calls each of them a place for searching, also where anything may be written and
 * words are made of it; a field for searching that stands in one is what it is called.
 */
export function listAround(control: Element): Element | null {
  return control.closest('.ant-input-search') ? null : control.closest('.ant-select');
}

/** Whether words are typed here to find something by, which the page then shows: its own words, not somebody's. */
export function isForFinding(control: Element, label: string): boolean {
  if (foundBy.test(label)) return true;
  const list = listAround(control);
  const above = list ? list.parentElement : control;
  if (above?.closest('[role=search],form[class*="search"],.search,[class*="search-"],[class*="-search"]'))
    return true;
  for (const button of placeOf(list ?? control).querySelectorAll(buttons)) {
    if (list?.contains(button)) continue;
    const words = `${button.textContent ?? ''} ${button.getAttribute('class') ?? ''} ${button.getAttribute('value') ?? ''}`;
    if (searchButton.test(words)) return true;
  }
  return false;
}
