import { relievedEvent } from '../messages.ts';
import type { BrowserApi } from './types.ts';

const ids = ['zyb-page-hints', 'zyb-recorder', 'zyb-identity'];
/** The registered script comes a moment after the browser's word that the document did, milliseconds. */
const registeredFirstMs = 150;

/** Match patterns of a site profile's host, whatever its port; see hostMatches. */
const patternsOf = (host: string) => [`*://${host.replace(/:\d+$/, '')}/*`];

/**
 * The recorder reaches pages only while a session is open: registered for document start, so that nothing early is
 * missed, and run in the tabs that are open already. A page outside the session's tabs is told so and stays untouched
 * (docs/adr/0003-registered-while-open.md). The unified login gets a lighter script of its own.
 */
export function createInjector(browser: BrowserApi) {
  return {
    async register(identityHosts: readonly string[] = []): Promise<void> {
      await this.unregister();
      const pages = ['http://*/*', 'https://*/*'];
      const common = {
        matches: pages,
        allFrames: true,
        runAt: 'document_start',
        persistAcrossSessions: false,
      } as const;
      const identity = identityHosts.flatMap(patternsOf);
      const scripts = (extra: object) => [
        { ...common, ...extra, id: 'zyb-page-hints', js: ['page-hints.js'], world: 'MAIN' as const },
        {
          ...common,
          ...extra,
          id: 'zyb-recorder',
          js: ['recorder.js'],
          ...(identity.length ? { excludeMatches: identity } : {}),
        },
        ...(identity.length
          ? [{ ...common, ...extra, matches: identity, id: 'zyb-identity', js: ['identity.js'] }]
          : []),
      ];
      try {
        await browser.scripting.registerContentScripts(scripts({ matchOriginAsFallback: true }));
      } catch {
        // Before Chrome 119 frames without an address of their own are reached by `intoTab` alone.
        await browser.scripting.registerContentScripts(scripts({}));
      }
    },
    async unregister(): Promise<void> {
      const known = await browser.scripting.getRegisteredContentScripts();
      const ours = known.map((script) => script.id).filter((id) => ids.includes(id));
      if (ours.length) await browser.scripting.unregisterContentScripts({ ids: ours });
    },
    /** Recorders that an updated extension left behind in a tab stop and take their hints back. */
    async relieveIn(tabId: number): Promise<void> {
      await browser.scripting
        .executeScript({
          target: { tabId, allFrames: true },
          injectImmediately: true,
          func: (name: string) => void document.dispatchEvent(new CustomEvent(name)),
          args: [relievedEvent],
        })
        .catch(() => undefined);
    },
    /** The hints alone, again, in a frame whose recorder begins anew. */
    async hintsInto(tabId: number, frameId: number): Promise<void> {
      await browser.scripting
        .executeScript({
          target: { tabId, frameIds: [frameId] },
          files: ['/page-hints.js'],
          world: 'MAIN',
          injectImmediately: true,
        })
        .catch(() => undefined);
    },
    /** Into one frame just come, unless the registered script was there first: running it again costs the page. */
    async intoFrame(tabId: number, frameId: number): Promise<void> {
      const isThere = async () => {
        const found = await browser.scripting
          .executeScript({
            target: { tabId, frameIds: [frameId] },
            injectImmediately: true,
            func: () => 'zybRecorder' in globalThis,
          })
          .catch(() => []);
        return found[0]?.result === true;
      };
      if (await isThere()) return;
      await new Promise((resolve) => setTimeout(resolve, registeredFirstMs));
      if (!(await isThere())) await this.intoTab(tabId, [frameId]);
    },
    /** Runs in a tab that is open already; harmless where it runs already. False where the browser forbids it. */
    async intoTab(tabId: number, frameIds?: number[]): Promise<boolean> {
      const target = frameIds ? { tabId, frameIds } : { tabId, allFrames: true };
      try {
        await browser.scripting.executeScript({
          target,
          files: ['/page-hints.js'],
          world: 'MAIN',
          injectImmediately: true,
        });
        await browser.scripting.executeScript({ target, files: ['/recorder.js'], injectImmediately: true });
        return true;
      } catch {
        return false;
      }
    },
  };
}
export type Injector = ReturnType<typeof createInjector>;
