import { CollectorError, MissingReply } from '../model/collector-api.ts';
import type { ObjectEntry } from '../model/object-entry.ts';
import { Receipt } from '../model/receipt.ts';
import type { z } from '../model/zod.ts';
import { callCollector, findJson } from './call-collector.ts';
import { checkReceipt } from './check-receipt.ts';
import { DeliveryProblem } from './delivery-problem.ts';

export { DeliveryProblem } from './delivery-problem.ts';

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
  /** How long one call may take, ms; 25 s unless told. */
  limitMs?: number;
};

/**
 * Hands a report in: asks what is missing, puts each missing object (idempotent, so a stop in the middle loses
 * nothing), posts the report, and returns the receipt once its hash, count and signature have been checked.
 * Throws a DeliveryProblem, and only when nothing of this try is under way any more.
 */
export async function sendReport(sending: Sending): Promise<Receipt> {
  const { enrolment, objects, reportId, reportJson } = sending;
  const call = caller(sending);
  const missing = new Set<string>();
  for (let at = 0; at < objects.length; at += missingAtOnce) {
    const part = objects.slice(at, at + missingAtOnce).map((entry) => entry.object);
    const reply = await call(
      'POST',
      '/api/objects/missing',
      JSON.stringify({ objects: part }),
      'application/json',
    );
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
  const receipt = mustFit(Receipt, await call('POST', '/api/reports', reportJson, 'application/json'));
  await checkReceipt(receipt, {
    reportId,
    reportJson,
    objects: objects.length,
    publicKey: enrolment.publicKey,
  });
  return receipt;
}

function caller({ enrolment, fetch, limitMs }: Sending) {
  return async (method: string, path: string, body: string | Uint8Array, type: string): Promise<unknown> => {
    const { ok, status, text } = await callCollector({
      fetch,
      limitMs,
      url: new URL(path, enrolment.url),
      init: {
        method,
        body: body as BodyInit,
        headers: { authorization: `Bearer ${enrolment.key}`, 'content-type': type },
      },
    });
    if (ok) return text ? mustReadJson(text) : {};
    const refusal = CollectorError.safeParse(findJson(text));
    if (!refusal.success) throw new DeliveryProblem('collector-nonsense', `HTTP ${status}`, status >= 500);
    const { code, message, field } = refusal.data;
    const passing = status >= 500 || status === 429 || (status === 409 && code === 'objects-missing');
    throw new DeliveryProblem(code, message, passing, field);
  };
}

function mustReadJson(text: string): unknown {
  const value = findJson(text);
  if (value === undefined) throw new DeliveryProblem('collector-nonsense', text.slice(0, 120), true);
  return value;
}

function mustFit<T extends z.ZodType>(schema: T, data: unknown): z.infer<T> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new DeliveryProblem('collector-nonsense', parsed.error.issues[0]?.path.join('.') ?? '', true);
}

/**
 * At most `width` at once. After a failure nothing new begins, and it is thrown only when what had begun has ended:
 * a straggler must not report progress into the next try.
 */
async function inParallel<T>(items: T[], width: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  let failure: { error: unknown } | undefined;
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined && !failure; item = queue.shift()) {
      await work(item).catch((error: unknown) => {
        failure ??= { error };
      });
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  if (failure) throw failure.error;
}
