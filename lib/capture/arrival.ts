import { pageTitle } from './page-title.ts';

/**
 * When this document came, wall clock, ms: as its first bytes arrived, which is when the browser commits to it; or
 * now, when it was there already and is shown now: again, from the back/forward cache, or from a prerender.
 */
export function arrivalOf(again: boolean): { at: number; back: boolean } {
  const [navigation] = performance.getEntriesByType('navigation');
  const came = performance.timeOrigin + (navigation?.responseStart ?? 0);
  return { at: again ? new Date().getTime() : came, back: navigation?.type === 'back_forward' };
}

/**
 * Resolves once the page is shown, with whether it had to be waited for: a page that the browser made ready in advance
 * is no visit until then.
 */
export function whenShown(): Promise<boolean> {
  if (!(document as { prerendering?: boolean }).prerendering) return Promise.resolve(false);
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(true), { once: true });
  });
}

/** After this long at an address the browser's own word of a route change has come, or never will. */
const settledAfterMs = 1500;

/** Says where the page stands once it has stood there for a while; asked whenever something is sent. */
export function createPlaceTeller(
  now: () => number = () => Date.now(),
): () => { url: string; at: number } | undefined {
  let place = { url: location.href, at: now() };
  return () => {
    if (location.href !== place.url) place = { url: location.href, at: now() };
    return now() - place.at >= settledAfterMs ? place : undefined;
  };
}

/** Says what the page is called and where it stands, when either has changed since it last said so; `again`: repeat. */
export function createTitleTeller(): { (): { url: string; title: string } | undefined; again(): void } {
  let told = '';
  const tell = () => {
    const title = pageTitle();
    const { href: url } = location;
    const now = `${url}\n${title}`;
    if (!title || now === told) return undefined;
    told = now;
    return { url, title: title.slice(0, 1000) };
  };
  return Object.assign(tell, {
    again: () => {
      told = '';
    },
  });
}
