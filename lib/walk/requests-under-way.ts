import type { BrowserApi } from './types.ts';

/** What is asked for, of one that was sent on the newest. */
export type Asked = {
  tabId: number;
  frameId: number;
  type: string;
  method: string;
  url: string;
  initiator?: string;
  documentUrl?: string;
};
/** What a navigation came to once it was answered: the browser shows the document, or saves the answer as a file. */
type Became = 'shown' | 'file';
/** `answeredAt`: its answer has begun to come. `asked` is unknown of what another worker saw begin outside the walk. */
export type Begun = { at: number; redirects: number; answeredAt?: number; became?: Became; asked?: Asked };

const documents = new Set(['main_frame', 'sub_frame']);
const withoutHash = (url: string) => url.split('#', 1)[0];

const key = 'requestsUnderWay';
/** Under way this long, a request is written down: it may outlive the worker, which an idle half minute ends. */
const writeAfterMs = 2000;
const rememberAtMost = 5000;

/**
 * Requests that have begun and not ended. Quick ones live in memory alone; slow ones, which are what matters, are
 * found again by the worker that comes after a stopped one. What neither knows has an unknown beginning.
 */
export function createRequestsUnderWay(
  area: BrowserApi['storage']['session'],
  walkedTabs: () => Promise<readonly number[]>,
) {
  const begun = new Map<string, Begun>();
  /** Answers to what another worker saw begin. */
  const answers = new Map<string, number>();
  let written = '{}';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const before = area
    .get(key)
    .then((stored) => takeUp((stored[key] ?? {}) as Record<string, Begun>))
    .catch(() => undefined);

  const takeUp = (earlier: Record<string, Begun>) => {
    for (const [id, known] of Object.entries(earlier)) {
      const sentOn = begun.get(id);
      const answeredAt = answers.get(id);
      begun.set(id, {
        ...known,
        ...(answeredAt === undefined ? {} : { answeredAt }),
        ...sentOn,
        at: known.at,
        redirects: known.redirects + (sentOn ? sentOn.redirects + 1 : 0),
      });
    }
    answers.clear();
    if (begun.size) writeSoon();
  };
  const writeSlow = async () => {
    const tabs = await walkedTabs();
    timer = undefined;
    const now = Date.now();
    const slow = [...begun].filter(([, { at }]) => now - at >= writeAfterMs);
    // No address of what is looked at outside the walk is written anywhere.
    const toWrite = ({ asked, ...times }: Begun): Begun =>
      asked && tabs.includes(asked.tabId) ? { ...times, asked } : times;
    const next = Object.fromEntries(slow.map(([id, each]) => [id, toWrite(each)]));
    if (JSON.stringify(next) !== written) {
      written = JSON.stringify(next);
      void area.set({ [key]: next }).catch(() => undefined);
    }
    if (begun.size) writeSoon();
  };
  const writeSoon = () => {
    timer ??= setTimeout(() => void writeSlow(), writeAfterMs);
  };

  return {
    begin(id: string, at: number, asked: Asked): void {
      const known = begun.get(id);
      begun.set(id, { at: known?.at ?? at, redirects: known ? known.redirects + 1 : 0, asked });
      if (begun.size > rememberAtMost) begun.delete(begun.keys().next().value as string);
      writeSoon();
    },
    /** Its answer began to come. */
    answer(id: string, at: number): void {
      const known = begun.get(id);
      if (known) known.answeredAt = at;
      else answers.set(id, at);
      if (answers.size > rememberAtMost) answers.delete(answers.keys().next().value as string);
    },
    /** A navigation that was answered came to something; what it came to first counts. */
    async became(page: Pick<Asked, 'tabId' | 'frameId' | 'url'>, what: Became): Promise<void> {
      await before;
      for (const each of begun.values()) {
        const { asked, answeredAt } = each;
        if (!asked || answeredAt === undefined || !documents.has(asked.type)) continue;
        if (asked.tabId !== page.tabId || asked.frameId !== page.frameId) continue;
        if (withoutHash(asked.url) === withoutHash(page.url)) each.became ??= what;
      }
    },
    /** How it began, once; undefined when the worker that saw it begin is gone. */
    async end(id: string): Promise<Begun | undefined> {
      await before;
      const known = begun.get(id);
      begun.delete(id);
      answers.delete(id);
      return known;
    },
    /** Those still open of the ones meant; their ends are not asked for any more. */
    async cut(isMeant: (asked: Asked) => boolean): Promise<Begun[]> {
      await before;
      const open = [...begun].filter(([, { asked }]) => asked && isMeant(asked));
      for (const [id] of open) begun.delete(id);
      return open.map(([, each]) => each);
    },
  };
}
