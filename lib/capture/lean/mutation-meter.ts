/** Share of the page's time that recording its changes may take in the long run. */
const share = 0.04;
/** What may be spent at once, ms: a page that shows its content, a route that changes. */
const purseMs = 200;
/** No state is held back longer than this, ms. */
const longestHoldMs = 5000;
/** A flood is over after so long without holding, ms. */
const calmMs = 1000;
/** What masking is taken to cost beside telling until a page has shown it, as if that had taken so long so far, ms. */
const assumed = { toldMs: 10, maskedMs: 20 };

type Doors = {
  /** Makes rrweb collect changes without telling them. */
  freeze(): void;
  /** Lets it tell the state reached by now. */
  release(): void;
  /** Called once a stretch in which states were left out is over. */
  held(from: number, to: number): void;
};

/**
 * Weighs what recording a page's changes costs. When a flood of changes has used up what may be spent, only every so
 * often a state is told, until the cost is earned back; an action of the walker releases at once (rrweb's own rule for
 * frozen pages), so that what is seen at a click is what was there. What is told waits to be masked: that is weighed at
 * once, by what it cost so far, since a flood would be over before the bill comes.
 */
export function createMutationMeter({ freeze, release, held }: Doors) {
  let purse = purseMs;
  let countedAt = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let calm: ReturnType<typeof setTimeout> | undefined;
  let heldFrom: number | undefined;
  let frozenAt = 0;
  /** Changes collected since the freeze: from the second on a state is lost. */
  let collected = 0;
  let total = 0;
  let longest = 0;
  const so = { ...assumed };
  /** Weighed already of what is still to be masked, ms. */
  let expected = 0;

  const spend = (ms: number) => {
    const now = performance.now();
    purse = Math.min(purseMs, purse + (now - countedAt) * share) - ms;
    countedAt = now;
    if (purse < 0) hold();
  };
  const hold = () => {
    clearTimeout(timer);
    if (timer === undefined) {
      frozenAt = Date.now();
      collected = 0;
    }
    freeze();
    timer = setTimeout(letGo, Math.min(longestHoldMs, -purse / share));
  };
  const noteLost = () => {
    if (collected < 2) return;
    heldFrom ??= frozenAt;
    clearTimeout(calm);
    calm = setTimeout(endWhenCalm, calmMs);
  };
  const endWhenCalm = () => {
    if (timer === undefined) endStretch();
    else calm = setTimeout(endWhenCalm, calmMs);
  };
  const endStretch = () => {
    clearTimeout(calm);
    calm = undefined;
    if (heldFrom !== undefined) held(heldFrom, Date.now());
    heldFrom = undefined;
  };
  const letGo = () => {
    timer = undefined;
    noteLost();
    release();
  };

  return {
    /** Runs the handling of changes and weighs it. Gives back what masking them is expected to cost, ms. */
    run(work: () => void): number {
      if (timer !== undefined) collected += 1;
      return this.goOn(work);
    },
    /** The same for what is left of a change. */
    goOn(work: () => void): number {
      const began = performance.now();
      work();
      const ms = performance.now() - began;
      total += ms;
      longest = Math.max(longest, ms);
      const toMask = (ms * so.maskedMs) / so.toldMs;
      so.toldMs += ms;
      expected += toMask;
      spend(ms + toMask);
      return toMask;
    },
    /** Whether changes are held back. */
    holdsNews: () => timer !== undefined && collected > 0,
    /** rrweb tells what it collected, because the hold is over or the walker did something. */
    thaw(work: () => void): number {
      if (timer !== undefined) {
        clearTimeout(timer);
        timer = undefined;
        noteLost();
      }
      return this.run(work);
    },
    /** Lets out at once what is held back: the page is left, or recording is about to stop. */
    flush(): void {
      if (timer === undefined) return;
      clearTimeout(timer);
      letGo();
    },
    /** What masking and packing a change cost later on; `weighed`: what was expected of it. */
    masked(ms: number, weighed: number): void {
      so.maskedMs += ms;
      const counted = Math.min(expected, weighed);
      expected -= counted;
      spend(ms - counted);
    },
    /** Nothing waits to be masked any more: what was weighed too much is given back, and holds no longer. */
    caughtUp(): void {
      purse = Math.min(purseMs, purse + expected);
      expected = 0;
      if (timer === undefined || purse < 0) return;
      clearTimeout(timer);
      letGo();
    },
    /** Own time so far and the longest stretch since last asked, ms. */
    take() {
      const taken = { ms: total, longestMs: longest };
      total = 0;
      longest = 0;
      return taken;
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
      endStretch();
    },
  };
}
