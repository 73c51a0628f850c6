import { hasJustCome } from './came-with-it.ts';
import { listenForHints } from './hints.ts';
import { type Notice, readNotices } from './read-notices.ts';
import { freshSince, whenSettled } from './when-settled.ts';

type Hear = (notice: {
  text: string;
  at: number;
  element?: Element | undefined;
  /** It stood there before anybody looked: it came before the pause or before the walk, and answers nothing. */
  stood: boolean;
}) => void;

const hearers = new Set<Hear>();
let life: AbortController | undefined;
/** The document has been looked at, may be before a pause. */
let looked = false;

/**
 * Calls `hear` with the words of each notice when it comes on the screen, and again when it has gone and come back or
 * says something else. One reading of the page serves all who hear. Native dialogs are notices too. Unredacted.
 */
export function hearNotices(hear: Hear, signal: AbortSignal): void {
  hearers.add(hear);
  signal.addEventListener('abort', () => {
    hearers.delete(hear);
    if (hearers.size > 0) return;
    life?.abort();
    life = undefined;
  });
  if (life) return;
  life = new AbortController();
  let shown = new Map<Element, string>();
  const tell = (text: string, at: number, stood = false, element?: Element) => {
    for (const each of hearers) each({ text, at, element, stood });
  };
  let first = true;
  whenSettled((since) => {
    const stood = first && (looked || !hasJustCome());
    first = false;
    looked = true;
    const notices = readNotices();
    if (notices.length === 0 && shown.size === 0) return;
    const now = new Map<Element, string>();
    const fresh: Notice[] = [];
    for (const notice of outermost(notices)) {
      now.set(notice.element, notice.text);
      if (shown.get(notice.element) !== notice.text) fresh.push(notice);
    }
    shown = now;
    for (const { element, text } of fresh) tell(text, freshSince(since), stood, element);
  }, life.signal);
  listenForHints(
    ['dialog'],
    ({ detail }) => tell(detail.replace(/^\w+:/, '').slice(0, 2400), Date.now()),
    life.signal,
  );
}

/** A toast inside a status region is told once, by the outer one, unless only the inner one is short enough to tell. */
function outermost(notices: Notice[]): Notice[] {
  if (notices.length < 2) return notices;
  const elements = new Set(notices.map((each) => each.element));
  return notices.filter(({ element }) => {
    for (let at = element.parentElement; at; at = at.parentElement) if (elements.has(at)) return false;
    return true;
  });
}
