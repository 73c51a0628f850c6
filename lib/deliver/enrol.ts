import { CollectorError, EnrolReply } from '../model/collector-api.ts';
import type { Enrolment } from '../model/settings.ts';
import { callCollector, findJson } from './call-collector.ts';
import { DeliveryProblem } from './delivery-problem.ts';

/** Somebody is looking on while these calls run. */
const callLimitMs = 15_000;

/** The collector's address as typed, made whole: http(s) only, no path. Throws a DeliveryProblem `address`. */
export function mustReadAddress(typed: string): string {
  try {
    const url = new URL(/^[a-z]+:\/\//i.test(typed.trim()) ? typed.trim() : `http://${typed.trim()}`);
    if (url.protocol === 'http:' || url.protocol === 'https:') return url.origin;
  } catch {
    // Told below, like an address of another kind.
  }
  throw new DeliveryProblem('address', typed, false, 'url');
}

/** Changes a one-time code for this browser's upload-only key. Throws a DeliveryProblem. */
export async function enrol(
  typed: string,
  code: string,
  device: string,
  doFetch: typeof fetch = fetch,
  limitMs = callLimitMs,
): Promise<Enrolment> {
  const url = mustReadAddress(typed);
  const answer = await ask(`${url}/api/enrol`, doFetch, limitMs, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: code.trim(), device }),
  });
  const reply = EnrolReply.safeParse(answer.body);
  if (answer.ok && reply.success)
    return { url, key: reply.data.key, collector: reply.data.collector, publicKey: reply.data.publicKey };
  const refusal = CollectorError.safeParse(answer.body);
  if (!answer.ok && refusal.success) {
    throw new DeliveryProblem(refusal.data.code, refusal.data.message, false, refusal.data.field ?? 'code');
  }
  throw new DeliveryProblem('collector-nonsense', `HTTP ${answer.status}`, false, 'url');
}

/** Whether a collector answers at this address, and what it calls itself. Throws a DeliveryProblem. */
export async function askHealth(
  typed: string,
  doFetch: typeof fetch = fetch,
  limitMs = callLimitMs,
): Promise<{ name: string }> {
  const { ok, status, body } = await ask(`${mustReadAddress(typed)}/healthz`, doFetch, limitMs, {});
  const health = body as { ok?: unknown; name?: unknown } | null | undefined;
  if (!ok || health?.ok !== true)
    throw new DeliveryProblem('collector-nonsense', `HTTP ${status}`, false, 'url');
  return { name: String(health.name ?? '') };
}

async function ask(url: string, doFetch: typeof fetch, limitMs: number, init: RequestInit) {
  const answer = await callCollector({ fetch: doFetch, url, init, limitMs }).catch(
    (error: DeliveryProblem) => {
      throw new DeliveryProblem(error.code, error.message, true, 'url');
    },
  );
  return { ...answer, body: findJson(answer.text) };
}
