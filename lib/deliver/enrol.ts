import { CollectorError, EnrolReply } from '../model/collector-api.ts';
import type { Enrolment } from '../model/settings.ts';
import { DeliveryProblem } from './send-report.ts';

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
export async function enrol(typed: string, code: string, device: string, doFetch: typeof fetch = fetch): Promise<Enrolment> {
  const url = mustReadAddress(typed);
  const response = await doFetch(`${url}/api/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: code.trim(), device }),
    credentials: 'omit',
    signal: AbortSignal.timeout(callLimitMs),
  }).catch((error: unknown) => {
    throw new DeliveryProblem('collector-unreachable', String(error), true, 'url');
  });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const reply = EnrolReply.safeParse(body);
    if (reply.success) return { url, key: reply.data.key, collector: reply.data.collector, publicKey: reply.data.publicKey };
  } else {
    const refusal = CollectorError.safeParse(body);
    if (refusal.success) throw new DeliveryProblem(refusal.data.code, refusal.data.message, false, refusal.data.field ?? 'code');
  }
  throw new DeliveryProblem('collector-nonsense', `HTTP ${response.status}`, false, 'url');
}

/** Whether a collector answers at this address, and what it calls itself. Throws a DeliveryProblem. */
export async function askHealth(typed: string, doFetch: typeof fetch = fetch): Promise<{ name: string }> {
  const url = mustReadAddress(typed);
  const response = await doFetch(`${url}/healthz`, { credentials: 'omit', signal: AbortSignal.timeout(callLimitMs) }).catch((error: unknown) => {
    throw new DeliveryProblem('collector-unreachable', String(error), true, 'url');
  });
  const body = (await response.json().catch(() => undefined)) as { ok?: unknown; name?: unknown } | undefined;
  if (!response.ok || body?.ok !== true) throw new DeliveryProblem('collector-nonsense', `HTTP ${response.status}`, false, 'url');
  return { name: String(body.name ?? '') };
}
