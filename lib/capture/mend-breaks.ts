import { freshId, type PageGap } from './watcher.ts';
import { whenLeft } from './when-left.ts';

/** A break is mended by a snapshot this long after it, ms; the next try comes no sooner than so long after the last. */
const quietMs = 1000;
const apartMs = 30_000;

/**
 * What to do when recording a page's changes breaks: changes are lost then, and it may go on with every further change.
 * A gap lasts from the first error until a snapshot is there again, which is tried for now and then.
 */
export function createBreakMender({
  gap,
  snapshot,
  signal,
}: {
  gap(gap: PageGap): void;
  snapshot(): void;
  signal: AbortSignal;
}) {
  let open: (PageGap & { id: string }) | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let triedAt = -Infinity;
  const tryNow = () => {
    timer = undefined;
    if (signal.aborted || !open) return;
    triedAt = Date.now();
    snapshot();
    // It broke too, without a word.
    if (open) plan();
  };
  const plan = () => {
    timer ??= setTimeout(tryNow, Math.max(quietMs, triedAt + apartMs - Date.now()));
  };
  const tell = () => {
    if (open) gap({ ...open, to: Date.now() });
  };
  whenLeft('tell', tell, signal);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    tell();
    open = undefined;
  });

  return {
    /** Something was lost, for this error. */
    broke(error: unknown): void {
      const name = error instanceof Error ? error.name : '';
      // A frame that has become another site's says so; it records itself.
      if (signal.aborted || name === 'SecurityError') return;
      const at = Date.now();
      if (!open) {
        open = { id: freshId(), from: at, to: at, why: 'recorder-stopped', detail: name };
        tell();
      }
      plan();
    },
    /** A whole snapshot came. */
    mended(): void {
      if (!open) return;
      tell();
      open = undefined;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
