import { browser } from 'wxt/browser';

const everywhere = { origins: ['<all_urls>'] };

/** Asks once for the pages a walk may lead to; must be called from a click. */
export const askForPages = (): Promise<boolean> => browser.permissions.request(everywhere);

export const pagesGranted = (): Promise<boolean> => browser.permissions.contains(everywhere);

/** Opens one of our own pages in a tab, or shows the tab that has it. */
export async function openPage(path: string): Promise<void> {
  const url = browser.runtime.getURL(`/${path}` as never);
  const bare = url.split('#')[0] ?? url;
  const [known] = await browser.tabs.query({ url: `${bare}*` });
  if (known?.id === undefined) return void (await browser.tabs.create({ url }));
  await browser.tabs.update(known.id, { url, active: true });
}

let windowHere: number | undefined;
void browser.windows.getCurrent().then(({ id }) => {
  windowHere = id;
});

/** Opens the side panel beside the page, from a click (no await before it); undefined where the browser has none. */
export const openSidePanel: (() => void) | undefined = browser.sidePanel?.open
  ? () => {
      if (windowHere !== undefined) void browser.sidePanel.open({ windowId: windowHere });
    }
  : undefined;

/** Closes the browser's own popup; a panel or a tab that shows the same page stays. */
export function closePopup(): void {
  if (browser.extension?.getViews?.({ type: 'popup' }).includes(window)) window.close();
}
