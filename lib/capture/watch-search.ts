import { isBeingRead } from './being-read.ts';
import { cameBySearch } from './came-by-search.ts';
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
/** Routes pass on the titles of what they lead to, too. */
const routeParams = /^(?:q|query|keywords?|wd|kw|search|searchWord|searchKey|searchText)$/i;
/** A suggestion is picked so soon after its field was written in. Milliseconds. */
const pickedWithinMs = 15_000;
/** One entry of a list of suggestions. */
const suggestion =
  '[role=option],[role=listbox] li,.ivu-select-item,.ui-menu-item,[class*="suggest"] li,[class*="autocomplete"] li,[class*="suggest-item"]';
/** How long a search in the page is waited for. Milliseconds. */
const answerMs = 10_000;
const readAtMost = 1500;

/** Where this document stood when it was first watched, and since when: pauses and the back/forward cache bring no other. */
let arrival: { href: string; at: number; isTold: boolean } | undefined;
/** What routes of this document were told to have searched for: who comes back to one does not search again. */
const routesTold = new Set<string>();

/**
 * A search that was made: a page whose address carries what was searched for, a search field sent off in the page, or a
 * suggestion or a route that brought a count of results. Told with that count once the page says one; none found is
 * 0. Who goes back to results, loads them anew or turns their pages does not search again. What was searched for is not
 * kept.
 */
export const watchSearch: Watcher = (report, context, signal) => {
  let open: PageSighting | undefined;
  let before: string | undefined;
  /** A suggestion may only fill in the field: it is a search once results are counted. */
  let onlyCounted = false;
  let begunAt = -Infinity;
  const begin = (at: number, picked = false) => {
    onlyCounted = picked;
    begunAt = at;
    open = { id: freshId(), at, kind: 'search-result', text: '', detail: '', url: '' };
  };
  arrival ??= { href: location.href, at: Date.now(), isTold: false };
  const arrived =
    !arrival.isTold && arrival.href === location.href && Date.now() - arrival.at < answerMs && cameBySearch();
  if (arrived && wordsIn(location.search, searchParams)) begin(Date.now());
  let searched = wordsInRoute();
  if (arrived && searched && !open) begin(Date.now(), true);

  whenSettled((since) => {
    const now = wordsInRoute();
    // What was sent off in the page may have brought the router there.
    if (now && now !== searched && !routesTold.has(now) && since - begunAt > answerMs) begin(since, true);
    searched = now;
    if (!open || isBeingRead()) return;
    if (since - open.at > answerMs) open = undefined;
    else tell(open);
  }, signal);
  const tell = (sighting: PageSighting) => {
    const words = firstWords(readAtMost);
    // The answer of the search before it is still there.
    if (words === before) return;
    const count = resultCountIn(words);
    if (onlyCounted && count === undefined) return;
    if (arrival) arrival.isTold = true;
    if (searched) routesTold.add(searched);
    report.sighting({
      ...sighting,
      url: context.redactUrl(location.href),
      ...(count === undefined ? {} : { count }),
    });
    if (count !== undefined) open = undefined;
  };

  const send = (isOf: (control: Element) => boolean, picked = false) => {
    const field = findFields().find((each) => {
      const [control] = each.controls;
      return control?.value.trim() && isOf(control) && kindOf(each) === 'search';
    });
    if (!field) return;
    before = firstWords(readAtMost);
    begin(Date.now(), picked);
  };
  let written: { on: Element; at: number } | undefined;
  hearEvents(
    ['input'],
    ({ isTrusted }, target) => {
      if (isTrusted && isElement(target)) written = { on: target, at: Date.now() };
    },
    signal,
  );
  hearEvents(
    ['focusin'],
    (_, target) => {
      // The next list that opens is another field's.
      if (written && target !== written.on && isElement(target) && target.matches('input,select,textarea'))
        written = undefined;
    },
    signal,
  );
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
      if (!isTrusted || !isElement(target)) return;
      const last = written && Date.now() - written.at < pickedWithinMs ? written.on : undefined;
      if (last && target.closest(suggestion)) {
        written = undefined;
        send((control) => control === last, true);
      } else if (target.closest('button,a,input,i,[role=button]'))
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

function wordsIn(query: string, params: RegExp): string {
  for (const [name, value] of new URLSearchParams(query)) if (params.test(name) && value.trim()) return value;
  return '';
}

/** What was searched for, behind the route of a router; kept nowhere. */
function wordsInRoute(): string {
  const { hash } = location;
  return hash.includes('?') ? wordsIn(hash.slice(hash.indexOf('?')), routeParams) : '';
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
