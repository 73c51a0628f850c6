import { isNode } from '../node-kinds.ts';

/** How long rrweb may tell added nodes at a stretch, ms, and how long the page then has its turn. */
const sliceMs = 20;
const turnMs = 8;

/** What matters here of rrweb's buffer of changes: nodes that are to be told as added. */
export type Adds = { addedSet: Set<Node>; frozen: boolean; emit(): void };

/**
 * A page may add thousands of nodes at once, and telling them all held it for as long as that took. What one stretch does
 * not come to stays in rrweb's buffer, where it is treated as what was added and not told yet (a node that goes again is
 * never told), and is told a little later, also while the states of a flood are held back: it is one state, begun already.
 * Once `isOutdated`, it is another, and held back like others.
 * `isFresh`: told in this very task, with what it stands in; `isTold`: ever. `run` weighs what telling costs.
 */
export function createSlices(
  isFresh: (node: Node) => boolean,
  isTold: (node: Node) => boolean,
  run: (work: () => void) => void,
  isOutdated: () => boolean,
) {
  const unfinished = new Set<Adds>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let whole = false;
  /** What waits until all is told. */
  let jobs: (() => void)[] = [];

  const finish = () => {
    whole = true;
    try {
      goOn();
    } finally {
      whole = false;
    }
  };
  /** What is pressed must have been told. */
  const onPress = (event: Event) => {
    const [target] = event.composedPath();
    if (isNode(target) && !isTold(target)) finish();
  };
  const pressed = { capture: true, passive: true } as const;
  const goOn = () => {
    clearTimeout(timer);
    timer = undefined;
    removeEventListener('pointerdown', onPress, pressed);
    if (!whole && isOutdated()) return;
    const buffers = [...unfinished];
    unfinished.clear();
    for (const buffer of buffers) {
      const { frozen } = buffer;
      buffer.frozen = false;
      run(() => buffer.emit());
      buffer.frozen ||= frozen;
    }
    if (unfinished.size > 0) return;
    const due = jobs;
    jobs = [];
    for (const job of due)
      try {
        job();
      } catch (error) {
        // The others have waited too.
        reportError(error);
      }
  };

  return {
    /** Asked before each node: whether this stretch is over; never before the first. Undefined where all must be told at once. */
    slice(): { isOver(): boolean } | undefined {
      if (whole || document.visibilityState === 'hidden') return undefined;
      let end: number | undefined;
      return {
        isOver() {
          const now = performance.now();
          end ??= now + sliceMs;
          return now >= end;
        },
      };
    },
    /** What is left of a buffer's nodes after a stretch, to be told in the next one. */
    rest(buffer: Adds): Set<Node> {
      const left = new Set<Node>();
      for (const node of buffer.addedSet) if (!isFresh(node)) left.add(node);
      if (left.size === 0) {
        unfinished.delete(buffer);
        return left;
      }
      unfinished.add(buffer);
      if (timer === undefined) {
        timer = setTimeout(goOn, turnMs);
        addEventListener('pointerdown', onPress, pressed);
      }
      return left;
    },
    /** Tells at once all that is left: a snapshot comes, the page is left, recording ends, or somebody must know of it. */
    finish,
    /** Does something once nothing is left; at once when nothing is. */
    afterRest(job: () => void): void {
      if (unfinished.size > 0) jobs.push(job);
      else job();
    },
    isLeft: () => unfinished.size > 0,
  };
}
