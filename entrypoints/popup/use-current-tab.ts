import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { CurrentTab, WhyNot } from '../../components/walk-panel/walk-panel-props.ts';

/** The tab the walker looks at: the active one of this window, or, in a window of our own, the one `?tab=` names. */
export function useCurrentTab(): CurrentTab | undefined {
  const [tab, setTab] = useState<CurrentTab>();
  useEffect(() => {
    const read = () => void findTab().then(setTab);
    read();
    browser.tabs.onActivated.addListener(read);
    browser.tabs.onUpdated.addListener(read);
    return () => {
      browser.tabs.onActivated.removeListener(read);
      browser.tabs.onUpdated.removeListener(read);
    };
  }, []);
  return tab;
}

async function findTab(): Promise<CurrentTab | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  const tab = Number.isInteger(named)
    ? await browser.tabs.get(named).catch(() => undefined)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  if (tab?.id === undefined) return undefined;
  const why = whyNot(tab.url ?? '');
  return {
    id: tab.id,
    title: tab.title ?? '',
    url: tab.url ?? '',
    recordable: why === undefined,
    ...(why ? { why } : {}),
  };
}

function whyNot(url: string): WhyNot | undefined {
  if (
    /^https?:\/\/(chromewebstore\.google\.com|addons\.mozilla\.org|microsoftedge\.microsoft\.com\/addons)/.test(
      url,
    )
  )
    return 'store';
  if (/^https?:/.test(url)) return undefined;
  if (/^file:/.test(url)) return 'file';
  return url ? 'browserPage' : 'none';
}
