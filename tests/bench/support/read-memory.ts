import type { CDPSession, Page } from '@playwright/test';

export type PageMemory = {
  /** Script heap after a collection, megabytes (10^6); a frame of another origin counts with its page. */
  heapMB: number;
  nodes: number;
  listeners: number;
};

/** Memory of a tab, after a garbage collection in each of its processes. */
export async function readMemory(page: Page): Promise<PageMemory> {
  const context = page.context();
  const sessions: CDPSession[] = [await context.newCDPSession(page)];
  for (const frame of page.frames()) {
    if (frame === page.mainFrame()) continue;
    // A frame without a process of its own is counted with its page.
    const session = await context.newCDPSession(frame).catch(() => undefined);
    if (session) sessions.push(session);
  }
  const memory: PageMemory = { heapMB: 0, nodes: 0, listeners: 0 };
  for (const session of sessions) {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('Performance.enable');
    const { metrics } = await session.send('Performance.getMetrics');
    const read = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    memory.heapMB += read('JSHeapUsedSize') / 1e6;
    memory.nodes += read('Nodes');
    memory.listeners += read('JSEventListeners');
    await session.detach();
  }
  return memory;
}
