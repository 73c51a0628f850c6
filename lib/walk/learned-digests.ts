import type { SessionDigests } from '../redact/session-digests.ts';
import type { BrowserApi, SessionRow, WalkDependencies } from './types.ts';

/** Where a session's key and digests lie: outlives the worker, never touches a disk, gone with the browser. */
export const learnedPrefix = 'learned.';
/** Sessions whose key is kept, for the look before they leave. */
const mostSessions = 8;
const mostAtOnce = 700;
const digest = /^[0-9a-z]{1,7} [0-9a-z]{1,7} [a-z-]{2,30}$/;

/** Key and digests as they lie in the memory of the browser, and as frames get them. */
export type Learned = { secret: string; digests: string[] };

/** As it lies there: `at` is when something of it was written last, epoch ms. */
type Row = Learned & { at?: number };

/** What was learned on a walk, as long as the browser that walked it has not been closed. */
export async function readLearned(
  area: { get(key: string): Promise<Record<string, unknown>> },
  sessionId: string,
): Promise<Learned | undefined> {
  const key = learnedPrefix + sessionId;
  const all: Record<string, unknown> = await area.get(key).catch(() => ({}));
  return all[key] as Learned | undefined;
}

const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const fresh = (): Learned => ({ secret: randomKey(), digests: [] });

/**
 * What the documents of the open walk have learned of names and numbers, as keyed digests (ADR 0021): takes them from
 * one frame, tells the others, and gives them to the background's own masking of titles and addresses.
 */
export function createLearnedDigests({
  browser,
  createDigests,
  tell,
}: {
  browser: Pick<BrowserApi, 'storage'>;
  createDigests: WalkDependencies['createDigests'];
  /** Tells all frames of a tab. */
  tell(tab: number, digests: string[]): Promise<void>;
}) {
  let open: { id: string; learned: Learned; digests: SessionDigests } | undefined;

  const keep = async (): Promise<void> => {
    if (!open) return;
    const { id, learned } = open;
    const row: Row = { ...learned, at: Date.now() };
    await browser.storage.session.set({ [learnedPrefix + id]: row }).catch(() => undefined);
  };
  const dropOldest = async (): Promise<void> => {
    const all = await browser.storage.session.get<Record<string, Row>>(null);
    // The browser gives keys in an order of its own.
    const momentOf = (key: string) => all[key]?.at ?? 0;
    const keys = Object.keys(all)
      .filter((key) => key.startsWith(learnedPrefix))
      .sort((a, b) => momentOf(a) - momentOf(b));
    const many = keys.length - mostSessions + 1;
    if (many > 0) await browser.storage.session.remove(keys.slice(0, many));
  };
  /** Adds what is new, from a page or from the background's own reading of titles. */
  const add = (digests: readonly string[]): string[] => {
    if (!open) return [];
    const { learned } = open;
    const known = new Set(learned.digests);
    const room = Math.max(0, mostAtOnce - known.size);
    const unknown = [...new Set(digests)]
      .filter((each) => digest.test(each) && !known.has(each))
      .slice(0, room);
    learned.digests.push(...unknown);
    open.digests.addKnown(unknown);
    return unknown;
  };

  const openAs = (id: string, learned: Learned): void => {
    open = { id, learned, digests: createDigests(learned.secret, learned.digests) };
  };

  return {
    /** Makes ready for a session: its key as it lies in memory, or a fresh one when the browser was closed meanwhile. */
    async open({ id }: Pick<SessionRow, 'id'>): Promise<void> {
      if (open?.id === id) return;
      const kept = await readLearned(browser.storage.session, id);
      if (!kept) await dropOldest();
      openAs(id, kept ?? fresh());
      if (!kept) await keep();
    },
    /** Of the session that was opened last. */
    now: (): SessionDigests | undefined => open?.digests,
    /** What was learned while it was allowed is not known any more, and its key is gone. */
    async forget(): Promise<void> {
      if (!open) return;
      openAs(open.id, fresh());
      await keep();
    },
    /** For a frame's orders. */
    async orders(): Promise<Learned | undefined> {
      if (!open) return undefined;
      // A title the browser told may have named somebody before any page did.
      if (add(open.digests.takeFresh()).length) await keep();
      return { secret: open.learned.secret, digests: [...open.learned.digests] };
    },
    /** Takes what a page has learned and lets the other pages of the walk know; true when some of it was new. */
    async take(tabs: readonly number[], digests: readonly unknown[]): Promise<boolean> {
      const words = digests.slice(0, mostAtOnce).filter((each) => typeof each === 'string');
      const news = add(words);
      if (!news.length) return false;
      await keep();
      await Promise.all(tabs.map((tab) => tell(tab, news).catch(() => undefined)));
      return true;
    },
  };
}
export type LearnedDigests = ReturnType<typeof createLearnedDigests>;
