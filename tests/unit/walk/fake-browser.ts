import type { BrowserApi } from '../../../lib/walk/types.ts';

type Listener = (...args: never[]) => unknown;

/** An event as the browser has them; `fire` waits for all who listen. */
export function fakeEvent() {
  const listeners: Listener[] = [];
  return {
    addListener: (listener: Listener) => void listeners.push(listener),
    removeListener: (listener: Listener) => void listeners.splice(listeners.indexOf(listener), 1),
    async fire(...args: unknown[]): Promise<void> {
      await Promise.all(listeners.map((listener) => listener(...(args as unknown as never[]))));
    },
  };
}

/** A storage area; `fail` makes its writes fail. */
export function fakeArea() {
  const kept = new Map<string, unknown>();
  const area = {
    kept,
    fail: false,
    async get(keys: string | string[] | null) {
      const names = keys === null ? [...kept.keys()] : [keys].flat();
      return Object.fromEntries(names.filter((name) => kept.has(name)).map((name) => [name, kept.get(name)]));
    },
    async set(rows: Record<string, unknown>) {
      if (area.fail) throw new Error('storage is full');
      for (const [key, value] of Object.entries(rows)) kept.set(key, structuredClone(value));
    },
    async remove(keys: string | string[]) {
      for (const key of [keys].flat()) kept.delete(key);
    },
  };
  return area;
}

/** What the background's parts use of the extension's interfaces; tabs are those in `tabs`. */
export function fakeBrowser() {
  const tabs = new Map<
    number,
    {
      id: number;
      url: string;
      openerTabId?: number;
      title?: string;
      status?: string;
      discarded?: boolean;
      active?: boolean;
    }
  >();
  const frames: { frameId: number; parentFrameId: number; url: string }[] = [];
  const documents = new Map<number, string>();
  const session = fakeArea();
  const local = fakeArea();
  const fake = {
    tabs: {
      all: tabs,
      get: async (id: number) => {
        const tab = tabs.get(id);
        if (!tab) throw new Error(`no tab ${id}`);
        return tab;
      },
      query: async () => [...tabs.values()],
      onUpdated: fakeEvent(),
      onCreated: fakeEvent(),
      onActivated: fakeEvent(),
      onReplaced: fakeEvent(),
      onRemoved: fakeEvent(),
    },
    windows: { onFocusChanged: fakeEvent(), WINDOW_ID_NONE: -1 },
    webNavigation: {
      /** The frames of every tab. */
      frames,
      getAllFrames: async () => frames,
      /** The browser's names of the documents that tabs show; a tab without one has none. */
      documents,
      getFrame: async ({ tabId }: { tabId: number }) => ({ documentId: documents.get(tabId) }),
      onBeforeNavigate: fakeEvent(),
      onCommitted: fakeEvent(),
      onCompleted: fakeEvent(),
      onErrorOccurred: fakeEvent(),
      onHistoryStateUpdated: fakeEvent(),
      onReferenceFragmentUpdated: fakeEvent(),
      onCreatedNavigationTarget: fakeEvent(),
    },
    webRequest: {
      onBeforeRequest: fakeEvent(),
      onBeforeRedirect: fakeEvent(),
      onResponseStarted: fakeEvent(),
      onCompleted: fakeEvent(),
      onErrorOccurred: fakeEvent(),
    },
    runtime: {
      onConnect: fakeEvent(),
      onStartup: fakeEvent(),
      onInstalled: fakeEvent(),
      getManifest: () => ({ version: '9.9.9' }),
    },
    scripting: {
      /** Frames in which no script runs, and those that do not answer. */
      dead: [] as number[],
      busy: [] as number[],
      /** All that a script was to run in. */
      asked: [] as number[],
      async executeScript({ target }: { target: { frameIds?: number[] } }) {
        const frames = target.frameIds ?? [];
        fake.scripting.asked.push(...frames);
        if (frames.some((frame) => fake.scripting.dead.includes(frame))) throw new Error('not ready');
        if (frames.some((frame) => fake.scripting.busy.includes(frame))) await new Promise(() => {});
        return frames.map((frameId) => ({ frameId, result: undefined }));
      },
    },
    alarms: {
      onAlarm: fakeEvent(),
      created: [] as string[],
      create: async (name: string) => void fake.alarms.created.push(name),
      clear: async (name: string) => {
        fake.alarms.created = fake.alarms.created.filter((each) => each !== name);
      },
    },
    permissions: { contains: async () => true, onAdded: fakeEvent(), onRemoved: fakeEvent() },
    storage: { session, local },
  };
  return fake;
}
export type FakeBrowser = ReturnType<typeof fakeBrowser>;

/** The fake in the place of the real one, for parts that use no more of it than it has. */
export const asBrowser = (fake: FakeBrowser): BrowserApi => fake as unknown as BrowserApi;
