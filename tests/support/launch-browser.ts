import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';

export type ExtensionBrowser = {
  context: BrowserContext;
  /** The background's service worker, as it is now. */
  worker(): Promise<Worker>;
  extensionUrl(path: string): string;
  /** An extension page in a window of its own, so that the walked tab stays the visible one of its window. */
  openInOwnWindow(path: string): Promise<Page>;
  close(): Promise<void>;
};

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=Translate',
  '--lang=zh-CN',
];

export type LaunchOptions = {
  /** A folder with the built extension; none is loaded without. */
  extension?: string | undefined;
  headless?: boolean;
  /** A profile of one's own, which outlives the browser; else a new one. */
  profile?: string;
  viewport?: { width: number; height: number };
  /** Pages that are left stay in the back/forward cache, which Playwright switches off otherwise. */
  backForwardCache?: boolean;
  /** More of the browser's own flags. */
  flags?: readonly string[];
};

/** Debian's Chromium in a new profile unless one is named, with an extension in it if one is named. */
export async function openChromium(
  options: LaunchOptions,
): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const { extension } = options;
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'zyb-profile-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    headless: options.headless ?? true,
    locale: 'zh-CN',
    viewport: options.headless === false ? null : (options.viewport ?? { width: 1280, height: 800 }),
    args: [
      ...flags,
      ...(options.flags ?? []),
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
    ignoreDefaultArgs: [
      ...(extension ? ['--disable-extensions'] : []),
      ...(options.backForwardCache ? ['--disable-back-forward-cache'] : []),
    ],
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  return {
    context,
    async close() {
      await context.close();
      // The browser's last processes may write for a moment after it has closed.
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The extension in a browser that was opened with one. */
export async function extensionIn({
  context,
  close,
}: Awaited<ReturnType<typeof openChromium>>): Promise<ExtensionBrowser> {
  const worker = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL((await worker()).url()).host;
  const extensionUrl = (path: string) => `chrome-extension://${id}/${path}`;
  return {
    context,
    worker,
    extensionUrl,
    async openInOwnWindow(path) {
      const opened = context.waitForEvent('page', (page) => page.url().includes(path.split('?')[0] ?? path));
      await (await worker()).evaluate(
        (url) => chrome.windows.create({ url, type: 'popup', focused: false, width: 420, height: 720 }),
        extensionUrl(path),
      );
      const page = await opened;
      await page.waitForLoadState();
      return page;
    },
    close,
  };
}

/** Debian's Chromium with the built extension in it. */
export async function launchBrowser(
  options: LaunchOptions & { extension: string },
): Promise<ExtensionBrowser> {
  return extensionIn(await openChromium(options));
}
