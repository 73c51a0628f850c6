/**
 * Whether the document comes from an address and its parser is still at work. One that a script writes is "loading" to the
 * browser until the script closes it, which old systems never do: an empty page it was written into, or one that had been
 * read before and was written anew. Its address says nothing: writing gives it that of the page whose script writes.
 */
export function isBeingRead(): boolean {
  if (document.readyState !== 'loading') return false;
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation?.name !== 'about:blank' && !((navigation?.domContentLoadedEventEnd ?? 0) > 0);
}
