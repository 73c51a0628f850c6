/**
 * Calls `reopened` once when the page's document was written anew (`document.open`) or its root element replaced: the
 * listeners that were on it are gone then, and nothing that was known of its nodes holds any more. Looks again before
 * it says so, since a document that is being written has its new root only at the end.
 */
export function watchReopenedDocument(reopened: () => void, signal: AbortSignal): void {
  let root = document.documentElement;
  const observer = new MutationObserver(() => {
    const now = document.documentElement;
    if (!now || now === root) return;
    // The parser's own first element.
    const isFirst = !root;
    root = now;
    if (isFirst) return;
    observer.disconnect();
    if (!signal.aborted) reopened();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
