import { browser } from 'wxt/browser';
import type { CapabilityRow } from '../../components/options/options-props.ts';
import { pagesGranted } from '../popup/browser-doors.ts';

/** What this browser lets the extension do: forks and policies take things away without saying so. */
export async function checkCapabilities(): Promise<CapabilityRow[]> {
  const has = (id: CapabilityRow['id'], there: boolean, detail?: string): CapabilityRow => ({
    id,
    state: there ? 'ok' : 'missing',
    ...(detail ? { detail } : {}),
  });
  const granted = await pagesGranted();
  const commands = (await browser.commands?.getAll?.()) ?? [];
  return [
    has('hosts', granted),
    has('scripting', Boolean(browser.scripting?.registerContentScripts)),
    has('webRequest', Boolean(browser.webRequest?.onCompleted)),
    has(
      'screenshots',
      granted && Boolean(browser.tabs.captureVisibleTab) && typeof OffscreenCanvas === 'function',
    ),
    has('sidePanel', Boolean((browser as { sidePanel?: object }).sidePanel)),
    has('storage', await canStore()),
    has('signing', Boolean(globalThis.crypto?.subtle)),
    has('compression', typeof CompressionStream === 'function'),
    has(
      'shortcuts',
      commands.some((each) => each.shortcut),
      commands
        .map((each) => each.shortcut)
        .filter(Boolean)
        .join(' · '),
    ),
  ];
}

function canStore(): Promise<boolean> {
  return new Promise((resolve) => {
    const request = indexedDB.open('zouyibian-self-test');
    request.onerror = () => resolve(false);
    request.onsuccess = () => {
      request.result.close();
      indexedDB.deleteDatabase('zouyibian-self-test');
      resolve(true);
    };
  });
}
