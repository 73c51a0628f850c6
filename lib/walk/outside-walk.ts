import type { CurrentWalk } from './current-walk.ts';
import type { OwnRows } from './own-rows.ts';
import { type BrowserApi, freshId } from './types.ts';

/** Where the look that is on lies: outlives the worker, never touches a disk. */
const shelf = 'outside';
/** A shorter look is a tab on its way into the walk, or a glance: as for any stretch without replay (lib/assess/coverage.ts), ms. */
const gapAfterMs = 2000;

type Look = { gap: string; sessionId: string; from: number };

/**
 * Knows since when the walker has been looking at a page that is not of the walk, and nothing else of it: neither which,
 * nor what it is called. The panels and the browser's button say so at once; the evidence gets the times as a gap.
 */
export function createOutsideWatch(dependencies: {
  browser: BrowserApi;
  current: CurrentWalk;
  rows: OwnRows;
  /** Shows on the browser's button whether the page looked at is left out. */
  mark(isOutside: boolean): void;
  announce(): void;
}) {
  const { browser, current, rows, mark, announce } = dependencies;
  const area = browser.storage.session;
  let known: Look | null | undefined;

  const read = async (): Promise<Look | null> => {
    if (known === undefined) known = (await area.get<{ outside?: Look }>(shelf))[shelf] ?? null;
    return known;
  };
  const tell = async ({ gap, sessionId, from }: Look, to: number) => {
    if (to - from < gapAfterMs) return;
    await rows.put('gaps', { id: gap, sessionId, from, to, why: 'outside-walk', detail: '' });
  };

  return {
    isOutside: async (): Promise<boolean> => Boolean(await read()),

    /** Whether the page looked at is left out, seen at this moment; seen again, the gap goes on to it. */
    async see(isOutside: boolean, at: number): Promise<void> {
      const before = await read();
      const session = (await current.find())?.session;
      const goesOn = before !== null && before.sessionId === session?.id;
      if (goesOn) await tell(before, at);
      const isNow = isOutside && session?.state === 'recording';
      if (isNow ? goesOn : !before) return;
      known = isNow ? { gap: freshId(), sessionId: session.id, from: at } : null;
      await (known ? area.set({ [shelf]: known }) : area.remove(shelf));
      mark(isNow);
      announce();
    },
  };
}
export type OutsideWatch = ReturnType<typeof createOutsideWatch>;
