import type { BrowserApi } from './types.ts';

const keyOf = (tab: number) => `redirects.${tab}`;

/**
 * Redirects of a main frame's navigation that is under way. Few and telling, as in the hops of a unified login, so
 * each is written where a stopped worker finds it again.
 */
export function createRedirectCounter(area: BrowserApi['storage']['session']) {
  const counts = new Map<number, number>();
  const read = async (tab: number): Promise<number> => {
    const known = counts.get(tab);
    if (known !== undefined) return known;
    const stored = await area.get(keyOf(tab)).catch(() => ({}));
    const count = (stored as Record<string, unknown>)[keyOf(tab)];
    return counts.get(tab) ?? (typeof count === 'number' ? count : 0);
  };
  const write = (tab: number, count: number): Promise<void> => {
    counts.set(tab, count);
    return area.set({ [keyOf(tab)]: count }).catch(() => undefined);
  };
  return {
    begin(tab: number): void {
      counts.set(tab, 0);
      void area.remove(keyOf(tab)).catch(() => undefined);
    },
    async add(tab: number): Promise<void> {
      await write(tab, (await read(tab)) + 1);
    },
    read,
  };
}
