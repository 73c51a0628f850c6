import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { ExtensionBrowser } from '../../support/launch-browser.ts';

/** As tests/support/launch-browser.ts, and no name is found but those of this machine: nothing leaves it. */
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
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
];

export type BenchBrowser = {
  context: BrowserContext;
  /** The tab that is measured. */
  page: Page;
  /** There when an extension was loaded. */
  extension: ExtensionBrowser | undefined;
  close(): Promise<void>;
};

/** A Chromium with a new profile, the same for every variant; an extension built before is loaded when named. */
export async function startChromium(extension?: string): Promise<BenchBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'zyb-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.ZYB_CHROMIUM || '/usr/bin/chromium',
    headless: true,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    args: [
      ...flags,
      ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    ],
    ...(extension ? { ignoreDefaultArgs: ['--disable-extensions'] } : {}),
    env: { ...process.env, LANGUAGE: 'zh_CN' },
  });
  const close = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, page, extension: extension ? await handleOf(context, close) : undefined, close };
}

async function handleOf(context: BrowserContext, close: () => Promise<void>): Promise<ExtensionBrowser> {
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
