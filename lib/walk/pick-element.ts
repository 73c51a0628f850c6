import type { Outcome, PickFrom } from '../messages.ts';
import { PickedElement } from '../model/picked-element.ts';
import type { WalkState } from '../model/walk-state.ts';
import { type CurrentWalk, isIdentityAddress } from './current-walk.ts';
import { failed } from './failed.ts';
import { withoutWords } from './metrics-only.ts';
import type { Shooter } from './shoot-tab.ts';
import type { Speaker } from './speaker.ts';
import type { WalkDependencies } from './types.ts';
import { inTime } from './with-limit.ts';

/** Where the element lies that was pointed at and not tagged yet: outlives the worker, never touches a disk. */
const shelf = 'picked';
/** Nobody waits longer for the picture, ms. */
const patience = 2500;

type Picked = { sessionId: string; element: PickedElement; screenshotId?: string };

/**
 * Lets the walker point at an element of the page they look at. What they pointed at waits, with a picture of that
 * moment, for the next tag. Never on the unified login; in metrics mode no word of it is kept.
 */
export function createPicker(
  dependencies: Pick<WalkDependencies, 'browser'> & {
    current: CurrentWalk;
    shooter: Shooter;
    speak: Pick<Speaker, 'beginPick' | 'endPick' | 'openTagging'>;
    announce(): void;
  },
) {
  const { browser, current, shooter, speak, announce } = dependencies;
  const area = browser.storage.session;
  const read = async (): Promise<Picked | undefined> => {
    const walk = await current.find();
    const { [shelf]: picked } = await area.get<{ picked?: Picked }>(shelf);
    return walk && picked?.sessionId === walk.session.id ? picked : undefined;
  };
  /** Where it is pointed. Only shown: a worker that was stopped meanwhile forgets it, and the page goes on all the same. */
  let picking: { sessionId: string; tab: number } | undefined;
  const forget = async () => {
    await area.remove(shelf);
    announce();
  };

  /** The page on which it was pointed is gone, and what stood over it with it. */
  const gone = (tab: number) => {
    if (picking?.tab !== tab) return;
    picking = undefined;
    announce();
  };
  browser.tabs.onRemoved.addListener(gone);
  browser.webNavigation.onCommitted.addListener((details) => {
    const { documentLifecycle } = details as { documentLifecycle?: string };
    if (details.frameId === 0 && documentLifecycle !== 'prerender') gone(details.tabId);
  });

  return {
    /** Whether the walker of that session is pointing at this moment. */
    isPicking: (sessionId: string) => picking?.sessionId === sessionId,

    /** What waits, as the panels show it. */
    async picked(): Promise<WalkState['picked']> {
      const { label, role } = (await read())?.element ?? {};
      return label === undefined || role === undefined ? undefined : { label, role };
    },

    /** What waits, for the tag that takes it; it waits no longer. */
    async take(): Promise<Picked | undefined> {
      const picked = await read();
      if (picked) await forget();
      return picked;
    },

    async beginPick(from: PickFrom): Promise<Outcome> {
      const walk = await current.find();
      if (!walk) return failed('noSession');
      const tab = await browser.tabs.get(walk.session.visibleTab).catch(() => undefined);
      if (
        walk.session.state !== 'recording' ||
        !tab?.url ||
        !/^https?:/.test(tab.url) ||
        isIdentityAddress(tab.url, walk.profile)
      )
        return failed('not-pickable');
      await browser.tabs.update(walk.session.visibleTab, { active: true }).catch(() => undefined);
      const { id: sessionId, visibleTab: tabId } = walk.session;
      return speak.beginPick(tabId, from).then(
        () => {
          picking = { sessionId, tab: tabId };
          announce();
          return { ok: true };
        },
        (error: unknown) => failed('not-pickable', String(error)),
      );
    },

    /** A frame says what was pointed at in it; what comes from a page is parsed. */
    async elementPicked(tab: number, url: string, told: { element: unknown; from: PickFrom }): Promise<void> {
      picking = undefined;
      const walk = await current.findFor(tab);
      await speak.endPick(tab).catch(() => undefined);
      const parsed = PickedElement.safeParse(told.element);
      if (!walk || !parsed.success || isIdentityAddress(url, walk.profile)) return;
      const { session } = walk;
      const element = session.privacy === 'metrics' ? withoutWords(parsed.data) : parsed.data;
      const picked: Picked = { sessionId: session.id, element };
      await area.set({ [shelf]: picked });
      announce();
      const screenshotId = await inTime(shooter.now(tab, 'pain-point'), patience).catch(() => undefined);
      if (screenshotId && (await read())?.element) await area.set({ [shelf]: { ...picked, screenshotId } });
      // The side panel shows it itself; a popup is gone by now. Who points anew is not disturbed.
      if (told.from !== 'sidePanel' && !picking) await speak.openTagging(tab).catch(() => undefined);
    },

    async cancelPick(tab: number | undefined): Promise<void> {
      const walk = await current.find();
      picking = undefined;
      const where = tab ?? walk?.session.visibleTab;
      if (where !== undefined) await speak.endPick(where).catch(() => undefined);
      announce();
    },

    /** Nothing is pointed at any more, as the walk pauses, ends or changes what it keeps. */
    async stop(): Promise<void> {
      const where = picking;
      picking = undefined;
      if (where) await speak.endPick(where.tab).catch(() => undefined);
    },

    /** That walk has ended; another may have begun meanwhile, with an element of its own. */
    async isOver(sessionId: string): Promise<void> {
      if (picking?.sessionId === sessionId) await this.stop();
      const { [shelf]: picked } = await area.get<{ picked?: Picked }>(shelf);
      if (picked?.sessionId === sessionId) await forget();
    },

    async dropPicked(): Promise<Outcome> {
      await forget();
      return { ok: true };
    },
  };
}
export type Picker = ReturnType<typeof createPicker>;
