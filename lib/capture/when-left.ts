/**
 * What a page has to say when it is left, in this order: watchers tell what they hold (`tell`), what waits is masked
 * (`mask`), and goes out (`send`). Chromium calls listeners of `pagehide` as they were added, whether they capture or
 * not, so those of a watcher begun later would come after the last batch; hence one listener for all.
 */
const turns = ['tell', 'mask', 'send'] as const;
type Turn = (typeof turns)[number];

type Work = { turn: Turn; early: boolean; run: () => void };
let works: readonly Work[] = [];

/**
 * Does `run` when the page is left, in its turn. `early` has it done on `beforeunload` already where a script may close
 * the window: nothing sent on the `pagehide` of such a window arrives. It may then come again, or the page may stay.
 */
export function whenLeft(turn: Turn, run: () => void, signal: AbortSignal, early = false): void {
  if (signal.aborted) return;
  const work = { turn, early, run };
  works = [...works, work];
  // The same listener is there once, however often it is added.
  addEventListener('pagehide', left);
  addEventListener('beforeunload', mayBeClosed);
  signal.addEventListener('abort', () => {
    works = works.filter((each) => each !== work);
    if (works.length > 0) return;
    removeEventListener('pagehide', left);
    removeEventListener('beforeunload', mayBeClosed);
  });
}

const left = () => doAll(works);

/** A script may close a window that one opened, and one that has shown nothing else. Frames share the tab's history. */
const mayBeClosed = () => {
  if (top?.opener || history.length === 1) doAll(works.filter(({ early }) => early));
};

function doAll(due: readonly Work[]): void {
  for (const turn of turns)
    for (const { run } of due.filter((each) => each.turn === turn)) {
      try {
        run();
      } catch (error) {
        reportError(error);
      }
    }
}
