import { DeliveryProblem } from './delivery-problem.ts';

/** A worker's single task may not hang: a fetch over 30 s has the browser stop it, so a call gets less than that. */
export const callLimitMs = 25_000;

type Call = { fetch: typeof fetch; url: URL | string; init: RequestInit; limitMs?: number | undefined };
export type Answer = { ok: boolean; status: number; text: string };

/**
 * One call to the collector, answer and body within the limit. No cookies, no redirects. Throws a DeliveryProblem
 * that passes: `collector-slow` when the limit was reached, `collector-unreachable` otherwise.
 */
export async function callCollector({
  fetch: doFetch,
  url,
  init,
  limitMs = callLimitMs,
}: Call): Promise<Answer> {
  // AbortSignal.timeout came with Chromium 103.
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), limitMs);
  try {
    const response = await doFetch(url, {
      ...init,
      credentials: 'omit',
      redirect: 'error',
      signal: cut.signal,
    });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (error) {
    throw new DeliveryProblem(
      cut.signal.aborted ? 'collector-slow' : 'collector-unreachable',
      String(error),
      true,
    );
  } finally {
    clearTimeout(timer);
  }
}

/** The JSON value of a text; undefined when it is none. */
export function findJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
