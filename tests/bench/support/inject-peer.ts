import type { BrowserContext } from '@playwright/test';

/**
 * Puts a script tag at the top of every document, as a vendor's snippet does: asynchronous, from another host,
 * cacheable. Frames of the page's own origin are left out: each recorder reaches them from the page above.
 */
export async function injectPeer(context: BrowserContext, scriptUrl: string): Promise<void> {
  await context.addInitScript((src) => {
    if (!/^https?:$/.test(location.protocol)) return;
    try {
      if (window !== window.top && window.frameElement) return;
    } catch {
      // A frame of another origin has its page to itself.
    }
    const add = () => {
      const script = document.createElement('script');
      script.async = true;
      script.src = src;
      (document.head ?? document.documentElement).append(script);
    };
    if (document.documentElement) return add();
    new MutationObserver((_, observer) => {
      if (!document.documentElement) return;
      observer.disconnect();
      add();
    }).observe(document, { childList: true });
  }, scriptUrl);
}
