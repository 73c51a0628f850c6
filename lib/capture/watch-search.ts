import { isBeingRead } from './being-read.ts';
import { kindOf } from './describe-field.ts';
import { findFields } from './find-fields.ts';
import { hearEvents } from './hear-events.ts';
import { isElement } from './node-kinds.ts';
import { firstWords } from './read-notices.ts';
import { placeOf, searchButton } from './search-place.ts';
import { resultCountIn } from './signs/text-signs.ts';
import { freshId, type PageSighting, type Watcher } from './watcher.ts';
import { whenLeft } from './when-left.ts';
import { whenSettled } from './when-settled.ts';

/** Address parameters in which portals pass on what was searched for. */
const searchParams =
  /^(?:q|query|keywords?|key|wd|kw|search|searchWord|searchKey|searchText|itemName|title)$/i;
/** How long a search in the page is waited for. Milliseconds. */
const answerMs = 10_000;
const readAtMost = 1500;

/**
 * A search that was made: a page whose address carries what was searched for, or a search field sent off in the page. Told
 * with the count of results once the page says one; none found is 0. What was searched for is not kept.
 */
export const watchSearch: Watcher = (report, context, signal) => {
  let open: PageSighting | undefined;
  let before: string | undefined;
  const begin = (at: number) => {
    open = { id: freshId(), at, kind: 'search-result', text: '', detail: '', url: '' };
  };
  if (carriesSearch()) begin(Date.now());

  whenSettled((since) => {
    if (!open || isBeingRead()) return;
    if (since - open.at > answerMs) open = undefined;
    else tell(open);
  }, signal);
  const tell = (sighting: PageSighting) => {
    const words = firstWords(readAtMost);
    // The answer of the search before it is still there.
    if (words === before) return;
    const count = resultCountIn(words);
    report.sighting({
      ...sighting,
      url: context.redactUrl(location.href),
      ...(count === undefined ? {} : { count }),
    });
    if (count !== undefined) open = undefined;
  };

  const send = (isOf: (control: Element) => boolean) => {
    const field = findFields().find((each) => {
      const [control] = each.controls;
      return control?.value.trim() && isOf(control) && kindOf(each) === 'search';
    });
    if (!field) return;
    before = firstWords(readAtMost);
    begin(Date.now());
  };
  hearEvents(
    ['keydown'],
    (event, target) => {
      if (event.key === 'Enter' && event.isTrusted && !event.isComposing && isElement(target))
        send((control) => control === target);
    },
    signal,
  );
  hearEvents(
    ['click'],
    ({ isTrusted }, target) => {
      if (isTrusted && isElement(target) && target.closest('button,a,input,i,[role=button]'))
        send((control) => isBeside(target, control));
    },
    signal,
  );
  // The search goes to another page, which tells it.
  const drop = () => {
    open = undefined;
  };
  whenLeft('tell', drop, signal);
  document.addEventListener('submit', (event) => queueMicrotask(() => !event.defaultPrevented && drop()), {
    signal,
  });
};

function carriesSearch(): boolean {
  for (const [name, value] of new URLSearchParams(location.search))
    if (searchParams.test(name) && value.trim()) return true;
  return false;
}

/** The button beside the field; who presses the field itself is about to type. */
function isBeside(target: Element, control: Element): boolean {
  if (target.closest('input,textarea,select')?.matches(':not([type=submit],[type=button],[type=image])'))
    return false;
  const pressed = target.closest('button,a,input,[role=button]') ?? target;
  const named = `${pressed.textContent ?? ''} ${pressed.id} ${pressed.getAttribute('class') ?? ''} ${pressed.getAttribute('value') ?? ''}`;
  if (otherButton.test(named)) return false;
  const around = control.closest('form,[role=search],.search,[class*="search"]');
  return around?.contains(target) || (searchButton.test(named) && placeOf(control).contains(target));
}

/** What empties the field, or shows more of them. */
const otherButton = /重置|清空|清除|取消|高级|展开|收起|reset|clear/i;
