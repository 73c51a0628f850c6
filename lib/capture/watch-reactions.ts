import { createRestlessFinder } from './find-restless.ts';
import { createRequestHearing, type RequestsHeard } from './hear-requests.ts';
import { listenForHints } from './hints.ts';
import { isReaction, telling } from './is-reaction.ts';
import { isShown } from './is-shown.ts';
import { isElement, isShadowRoot } from './node-kinds.ts';

/** Nothing within this is no reaction. Milliseconds. */
export const patienceMs = 2000;
/** A press that was followed by another one elsewhere this soon cannot be told to have done nothing. */
const leastWatchedMs = 1000;
const scrollTailMs = 100;
/** So long a pointer is held down for a press; milliseconds. */
const heldMs = 600;

type Followed = {
  element: Element;
  at: number;
  ended: boolean;
  /** What changes otherwise may come of a field that was left for this press. */
  valuesOnly?: boolean;
  /** What the page asks for from this press on. */
  requests?: RequestsHeard | undefined;
  tell(reactedMs: number | null): void;
};

/** Events that say the page, or the browser, does something now. */
const answers = [
  'submit',
  'invalid',
  'change',
  'input',
  'toggle',
  'play',
  'fullscreenchange',
  'copy',
  'visibilitychange',
];
const windowAnswers = ['beforeunload', 'pagehide', 'popstate', 'hashchange', 'beforeprint'];
/** Hints of the same: a dialog, a file from a link that is in no page, another look by the page's style sheets alone. */
const hinted = ['dialog', 'save', 'switch', 'rule', 'rule-in', 'rule-out', 'css', 'adopt'];

/**
 * Follows presses until the page first reacts. The watching begins with a press and ends with its reaction: a page
 * that answers costs one callback. Gives back `press`, for when the pointer goes down, and `follow`, for its click, which
 * tells the milliseconds to the first reaction, or null when none came in time; it tells nothing when the next press came
 * too soon after to say.
 */
export function createReactionWatch(signal: AbortSignal) {
  const isRestless = createRestlessFinder(signal);
  const hearRequests = createRequestHearing(signal);
  let followed: Followed[] = [];
  /** Takes back all the watching there is. */
  let unwatch: (() => void) | undefined;

  const tell = (one: Followed, reactedMs: number | null | undefined) => {
    if (reactedMs !== undefined) one.tell(reactedMs === null ? null : tenths(reactedMs));
  };
  const end = (one: Followed, reactedMs: number | null | undefined) => {
    if (one.ended) return;
    one.ended = true;
    one.requests?.stop();
    followed = followed.filter((each) => each !== one);
    if (followed.length > 0) return tell(one, reactedMs);
    unwatch?.();
    unwatch = undefined;
    tell(one, reactedMs);
  };
  /**
   * The walker has gone on to something else: what comes now may come of that. A request tells its beginning only when it
   * has been answered; the row is put right then.
   */
  const movedOn = (one: Followed, at: number) => {
    const { requests } = one;
    const watchedMs = at - one.at;
    if (watchedMs < leastWatchedMs) return end(one, undefined);
    one.requests = undefined;
    end(one, null);
    requests?.tell((afterMs) => afterMs < watchedMs && tell(one, afterMs));
  };
  let held: (Followed & { reactedMs?: number | null }) | undefined;
  const reacted = (byValue = false) => {
    for (const one of followed) if (byValue || !one.valuesOnly) end(one, performance.now() - one.at);
  };

  const watch = () => {
    // By hand and not by a signal, which every listener would have to be hung on: this comes with every press.
    const heard: [EventTarget, string, (event: Event) => void][] = [];
    const hear = (target: EventTarget, kinds: readonly string[], act: (event: Event) => void) => {
      for (const kind of kinds) {
        target.addEventListener(kind, act, true);
        heard.push([target, kind, act]);
      }
    };
    const stood = { x: scrollX, y: scrollY, at: performance.now(), byHand: false };
    /** Not the tail of a scroll that came before the press, which is told after it. */
    const scrolled = (target: EventTarget | null) => {
      if (stood.byHand) return false;
      if (target === document) return scrollX !== stood.x || scrollY !== stood.y;
      return performance.now() - stood.at > scrollTailMs;
    };
    const observer = new MutationObserver((records) => {
      for (const record of records) {
        if (isRestless(record.target)) continue;
        if (followed.some((one) => !one.valuesOnly && isReaction(record, one.element))) return reacted();
      }
    });
    unwatch = () => {
      observer.disconnect();
      for (const [target, kind, act] of heard) target.removeEventListener(kind, act, true);
    };
    const changes = {
      childList: true,
      subtree: true,
      characterData: true,
      attributeFilter: telling,
      attributeOldValue: true,
    };
    for (const place of [document, ...sameOriginParents()]) {
      observer.observe(place, changes);
      // A sibling frame, or one inside, that shows another page now.
      hear(place, ['load'], ({ target }) => isFrame(target) && reacted());
    }
    hear(document, answers, () => reacted());
    hear(window, windowAnswers, () => reacted());
    hear(window, ['blur'], ({ target }) => target === window && reacted());
    hear(document, ['focusin'], ({ target }) => {
      if (!followed.some(({ element }) => element === target || element.contains(target as Node))) reacted();
    });
    // A link or a file field pressed by the page's own script.
    hear(document, ['click'], (event) => !event.isTrusted && reacted());
    hear(document, ['wheel', 'touchmove', 'keydown'], () => {
      stood.byHand = true;
    });
    // Before what that does: a field that is gone into answers nobody's press.
    hear(document, ['pointerdown', 'keydown'], (event) => {
      if (!event.isTrusted || isModifier(event)) return;
      const on = event.composedPath();
      const now = performance.now();
      for (const one of followed) if (one !== held && !on.includes(one.element)) movedOn(one, now);
    });
    hear(document, ['scroll'], ({ target }) => scrolled(target) && reacted());
    return observer;
  };
  listenForHints(hinted, () => reacted(), signal);
  // A number that a button counts up is in no attribute.
  listenForHints(
    ['value'],
    ({ target }) => followed.length > 0 && isShownField(target) && reacted(true),
    signal,
  );
  signal.addEventListener('abort', () => {
    for (const one of followed) end(one, undefined);
  });

  /** The pointer went down on it: what acts then has answered before the click. */
  const press = (element: Element): void => {
    if (held) end(held, undefined);
    const { activeElement } = document;
    const one: Followed & { reactedMs?: number | null } = {
      element,
      at: performance.now(),
      ended: false,
      valuesOnly:
        activeElement !== null && activeElement !== document.body && !element.contains(activeElement),
      tell(reactedMs) {
        one.reactedMs = reactedMs;
      },
    };
    held = one;
    followed.push(one);
    if (!unwatch) watch();
    setTimeout(() => end(one, undefined), heldMs);
  };

  const follow = (event: MouseEvent, element: Element, tell: (reactedMs: number | null) => void): void => {
    const down = held;
    held = undefined;
    if (down?.element === element && typeof down.reactedMs === 'number') return tell(down.reactedMs);
    if (down) end(down, undefined);
    const at = performance.now();
    for (const one of followed) if (one.element !== element) movedOn(one, at);
    const requests = hearRequests(at, patienceMs);
    const one: Followed = { element, at, ended: false, requests, tell };
    followed.push(one);
    const observer = unwatch ? undefined : watch();
    for (const root of shadowRootsOf(event)) observer?.observe(root, { childList: true, subtree: true });
    setTimeout(() => !event.defaultPrevented && leadsElsewhere(element) && end(one, performance.now() - at));
    setTimeout(() => {
      if (one.ended) return;
      movedOn(one, performance.now());
    }, patienceMs);
  };
  return { press, follow };
}

const tenths = (ms: number) => Math.max(0, Math.round(ms * 10) / 10);

const isModifier = (event: Event) =>
  /^(?:Shift|Control|Alt|Meta)$/.test((event as Partial<KeyboardEvent>).key ?? '');

const isShownField = (target: EventTarget | null) =>
  isElement(target) && target.getAttribute('type') !== 'hidden' && isShown(target);

const isFrame = (target: EventTarget | null) => isElement(target) && /^I?FRAME$/.test(target.tagName);

/** A link of which the browser itself opens another page, here or elsewhere. */
function leadsElsewhere(element: Element): boolean {
  const link = element.closest<HTMLAnchorElement | HTMLAreaElement>('a,area');
  if (!link?.href || !/^(?:https?|ftp|mailto|tel|blob|data):/.test(link.href)) return false;
  return link.href.split('#')[0] !== location.href.split('#')[0];
}

function sameOriginParents(): Document[] {
  const found: Document[] = [];
  for (let above: Window = window; above.frameElement; ) {
    above = above.parent;
    found.push(above.document);
  }
  return found;
}

function shadowRootsOf(event: Event): ShadowRoot[] {
  if (!(event.target as Partial<Element> | null)?.shadowRoot) return [];
  return event.composedPath().filter(isShadowRoot);
}
