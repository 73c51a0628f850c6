/** In a document younger than this, ms, what is there already came with it: the server's answer to the step before. */
const cameWithItMs = 5000;

/** Whether this document came only just now, by its first bytes: a slow server's answer is no older for being slow. */
export function hasJustCome(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return performance.now() - (navigation?.responseStart ?? 0) < cameWithItMs;
}
