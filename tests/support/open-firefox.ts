import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import puppeteer, { type Page } from 'puppeteer-core';
import { builtForFirefox } from '../../scripts/build-all.ts';

export type FirefoxBrowser = {
  /** The tab that is walked in. */
  page: Page;
  /** Opens a page of the extension in a tab of its own; the browser does not tell when it has come. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
};

/**
 * Debian's Firefox in a new profile, with the extension built for it. By Puppeteer, since Playwright drives no Firefox but
 * its own; pages of extensions are opened only with `--remote-allow-system-access`. Throws when there is no Firefox.
 */
export async function openFirefox(): Promise<FirefoxBrowser> {
  const executablePath = process.env.ZYB_FIREFOX || '/usr/bin/firefox-esr';
  if (!existsSync(executablePath))
    throw new Error(
      `no Firefox at ${executablePath}: install firefox-esr and firefox-esr-l10n-zh-cn, or name one with ZYB_FIREFOX`,
    );
  const host = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    args: ['--remote-allow-system-access', '--width=1400', '--height=900'],
    defaultViewport: null,
    extraPrefsFirefox: {
      'extensions.originControls.grantByDefault': true,
      'extensions.webextensions.uuids': JSON.stringify({ 'zouyibian@example.org': host }),
      'intl.locale.requested': 'zh-CN',
      // Presses reach frames of other origins; nothing is asked of the browser's maker.
      'remote.events.async.enabled': true,
      'services.settings.server': 'data:,',
    },
  });
  await browser.installExtension(builtForFirefox);
  const page = (await browser.pages())[0] ?? (await browser.newPage());
  return {
    page,
    async openExtensionPage(path) {
      const opened = await browser.newPage();
      await showExtensionPage(opened, `moz-extension://${host}/${path}`);
      await opened.bringToFront();
      return opened;
    },
    close: () => browser.close(),
  };
}

async function showExtensionPage(page: Page, url: string): Promise<void> {
  page.goto(url).catch(() => undefined);
  for (let tries = 0; tries < 100; tries += 1) {
    const there = await page.evaluate(() => `${location.href} ${document.readyState}`).catch(() => '');
    if (there === `${url} complete`) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} did not come`);
}
