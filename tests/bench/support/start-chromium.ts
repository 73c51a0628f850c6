import type { BrowserContext, Page } from '@playwright/test';
import { type ExtensionBrowser, extensionIn, openChromium } from '../../support/launch-browser.ts';

/** No name is found but those of this machine: nothing leaves it. */
const flags = [
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
  const browser = await openChromium({ extension, flags });
  const { context, close } = browser;
  const page = context.pages()[0] ?? (await context.newPage());
  return { context, page, extension: extension ? await extensionIn(browser) : undefined, close };
}
