/**
 * True of a page that a page has the browser fetch in advance (speculation rules), opened or not: nobody waits for it.
 * Chromium names the document that asks for it, as it never does for a page that is gone to, be it by a link, a form, a
 * script or another window; when such a page is gone to, that has a request of its own. Browsers that name no documents
 * (Chrome before 106) tell of it as of any other page.
 */
export const isAskedInAdvance = (details: {
  type: string;
  documentId?: string;
  documentLifecycle?: string;
}): boolean =>
  details.type === 'main_frame' &&
  (details.documentId !== undefined || details.documentLifecycle === 'prerender');
