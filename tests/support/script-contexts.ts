import type { CDPSession, Frame, Page } from '@playwright/test';

type Context = { origin: string; name: string; auxData?: { frameId?: string; type?: string } };
export type ScriptContext = Context & { of: string };

/**
 * Every execution context of a tab's frames as the browser reports them, from now on; frames of another origin live in
 * a process of their own and are asked separately. `belongingTo` picks those of one extension.
 */
export async function watchContexts(page: Page) {
  const seen: ScriptContext[] = [];
  const asked = new Set<Frame>();
  const listen = async (session: CDPSession, of: string) => {
    session.on('Runtime.executionContextCreated', ({ context }: { context: Context }) =>
      seen.push({ ...context, of }),
    );
    await session.send('Runtime.enable');
  };
  await listen(await page.context().newCDPSession(page), 'tab');
  return {
    /** Asks the frames that came since; call it when the page stands. */
    async all(): Promise<ScriptContext[]> {
      for (const frame of page.frames().filter((each) => each !== page.mainFrame() && !asked.has(each))) {
        asked.add(frame);
        const session = await page
          .context()
          .newCDPSession(frame)
          .catch(() => undefined);
        // A frame without a process of its own was reported with its tab.
        if (session) await listen(session, frame.url());
      }
      return seen;
    },
    belongingTo(extension: string, contexts: ScriptContext[]): ScriptContext[] {
      return contexts.filter(
        ({ origin, name }) => origin.includes(extension) || /Zouyibian|走一遍/.test(name),
      );
    },
  };
}
