import type { SiteProfile } from '../model/site-profile.ts';
import { isIdentityAddress } from './current-walk.ts';
import type { BrowserApi } from './types.ts';

/**
 * True when nothing but kinds and times may be recorded in a frame: by its own address, or because any frame around it
 * belongs to the unified login. There `about:blank` and `srcdoc` hold parts of the login form, and frames of other hosts
 * the codes and face checks of other logins.
 */
export async function isIdentityFrame(
  browser: BrowserApi,
  { tab, frame, url }: { tab: number; frame: number; url: string },
  profile: SiteProfile | undefined,
): Promise<boolean> {
  if (isIdentityAddress(url, profile)) return true;
  if (frame === 0) return false;
  const frames = (await browser.webNavigation.getAllFrames({ tabId: tab }).catch(() => null)) ?? [];
  const byId = new Map(frames.map((each) => [each.frameId, each]));
  // A frame the browser does not list (yet) is in the tab's page all the same.
  const around = byId.get(frame) ?? byId.get(0);
  for (let at = around; at; at = byId.get(at.parentFrameId))
    if (isIdentityAddress(at.url, profile)) return true;
  return false;
}
