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

/**
 * True when of a request only the host may be kept: it goes to the unified login, or a page of it, or a frame in one,
 * asks (a captcha, a face check, a look at the device). The address of a page or frame is judged by itself and what stands
 * around it: the unified login sends people on to the portal.
 */
export async function isIdentityRequest(
  browser: BrowserApi,
  request: {
    tabId: number;
    frameId: number;
    type: string;
    url: string;
    initiator?: string;
    documentUrl?: string;
  },
  profile: SiteProfile | undefined,
): Promise<boolean> {
  const { tabId: tab, frameId: frame, type, url, initiator, documentUrl } = request;
  if (type === 'main_frame') return isIdentityAddress(url, profile);
  // Chromium names who asks by the origin, Firefox by the address.
  if (type !== 'sub_frame' && isIdentityAddress(initiator ?? documentUrl ?? '', profile)) return true;
  return isIdentityFrame(browser, { tab, frame, url }, profile);
}
