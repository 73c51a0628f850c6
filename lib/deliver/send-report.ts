import { CollectorError, MissingReply } from '../model/collector-api.ts';
import type { ObjectEntry } from '../model/object-entry.ts';
import { Receipt, receiptText } from '../model/receipt.ts';
import type { z } from '../model/zod.ts';

/** What stops a delivery: `passing` faults are tried again, others need a person. */
export class DeliveryProblem extends Error {
  override name = 'DeliveryProblem' as const;
  readonly code: string;
  readonly passing: boolean;
  readonly field: string | undefined;
  constructor(code: string, message: string, passing: boolean, field?: string) {
    super(message);
    this.code = code;
    this.passing = passing;
    this.field = field;
  }
}

/** A worker's single task may not hang: each call gets this long. */
const callLimitMs = 25_000;
const missingAtOnce = 2000;
const uploadsAtOnce = 3;

type Enrolment = { url: string; key: string; publicKey: string };
type Sending = {
  enrolment: Enrolment;
  fetch: typeof fetch;
  reportJson: string;
  reportId: string;
  objects: ObjectEntry[];
  readObject(object: string): Promise<Uint8Array>;
  /** Called as objects are confirmed. */
  onProgress(sent: number, total: number): void | Promise<void>;
};

/**
 * Hands a report in: asks what is missing, puts each missing object (idempotent, so a stop in the middle loses
 * nothing), posts the report, and returns the receipt once its hash, count and signature have been checked.
 * Throws a DeliveryProblem.
 */
export async function sendReport(sending: Sending): Promise<Receipt> {
  const { enrolment, objects } = sending;
  const call = caller(sending);
  const missing = new Set<string>();
  for (let at = 0; at < objects.length; at += missingAtOnce) {
    const part = objects.slice(at, at + missingAtOnce).map((entry) => entry.object);
    const reply = await call('POST', '/api/objects/missing', JSON.stringify({ objects: part }), 'application/json');
    for (const object of mustFit(MissingReply, reply).missing) missing.add(object);
  }
  const todo = objects.filter((entry) => missing.has(entry.object));
  let sent = objects.length - todo.length;
  await sending.onProgress(sent, objects.length);
  await inParallel(todo, uploadsAtOnce, async (entry) => {
    await call('PUT', `/api/objects/${entry.object}`, await sending.readObject(entry.object), entry.type);
    sent += 1;
    await sending.onProgress(sent, objects.length);
  });
  const receipt = mustFit(Receipt, await call('POST', '/api/reports', sending.reportJson, 'application/json'));
  await checkReceipt(receipt, sending, enrolment.publicKey);
  return receipt;
}

function caller({ enrolment, fetch: doFetch }: Sending) {
  return async (method: string, path: string, body: string | Uint8Array, type: string): Promise<unknown> => {
    let response: Response;
    try {
      response = await doFetch(new URL(path, enrolment.url), {
        method,
        body: body as BodyInit,
        headers: { authorization: `Bearer ${enrolment.key}`, 'content-type': type },
        credentials: 'omit',
        redirect: 'error',
        signal: AbortSignal.timeout(callLimitMs),
      });
    } catch (error) {
      const slow = error instanceof Error && error.name === 'TimeoutError';
      throw new DeliveryProblem(slow ? 'collector-slow' : 'collector-unreachable', String(error), true);
    }
    const text = await response.text().catch((error: unknown) => {
      throw new DeliveryProblem('collector-unreachable', String(error), true);
    });
    if (response.ok) return text ? parseJson(text) : {};
    const refusal = CollectorError.safeParse(tryJson(text));
    if (refusal.success) {
      const passing = response.status >= 500 || response.status === 429 || response.status === 409 && refusal.data.code === 'objects-missing';
      throw new DeliveryProblem(refusal.data.code, refusal.data.message, passing, refusal.data.field);
    }
    throw new DeliveryProblem('collector-nonsense', `HTTP ${response.status}`, response.status >= 500);
  };
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  const value = tryJson(text);
  if (value === undefined) throw new DeliveryProblem('collector-nonsense', text.slice(0, 120), true);
  return value;
}

function mustFit<T extends z.ZodType>(schema: T, data: unknown): z.infer<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new DeliveryProblem('collector-nonsense', parsed.error.issues[0]?.path.join('.') ?? '', true);
}

/** A receipt counts only for this very report, with all its objects, signed by the collector that enrolled us. */
async function checkReceipt(receipt: Receipt, sending: Sending, publicKey: string): Promise<void> {
  const wrong = (what: string) => new DeliveryProblem('receipt-wrong', what, false);
  if (receipt.reportId !== sending.reportId) throw wrong('reportId');
  if (receipt.objects !== sending.objects.length) throw wrong('objects');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(sending.reportJson)));
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (receipt.reportHash !== hash) throw wrong('reportHash');
  if (receipt.publicKey !== publicKey) throw wrong('publicKey');
  const key = await crypto.subtle.importKey('spki', fromBase64(publicKey), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  const text = new TextEncoder().encode(receiptText(receipt));
  const good = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64(receipt.signature), text);
  if (!good) throw wrong('signature');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

async function inParallel<T>(items: T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: Math.min(width, queue.length) }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
}
