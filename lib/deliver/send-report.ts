import { CollectorError, MissingReply, receiptHeader } from '../model/collector-api.ts';
import type { ObjectEntry } from '../model/object-entry.ts';
import { Receipt } from '../model/receipt.ts';
import type { z } from '../model/zod.ts';
import { callCollector, findJson } from './call-collector.ts';
import { checkReceipt } from './check-receipt.ts';
import { DeliveryProblem } from './delivery-problem.ts';
import { gzip } from './gzip.ts';

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
  /** The receipt for what was handed in of this session before. */
  receipt?: Receipt | undefined;
  /** Called as objects are confirmed. */
  onProgress(sent: number, total: number): void | Promise<void>;
  /** How long one call may take, ms; 25 s unless told. */
  limitMs?: number;
};

/**
 * Hands a report in: asks what is missing, puts each missing object (idempotent, so a stop in the middle loses
 * nothing), posts the report gzipped, and returns the receipt once its hash, count and signature have been checked.
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
  const left = new Map(
    objects.flatMap((entry) => (missing.has(entry.object) ? [[entry.object, entry]] : [])),
  );
  const tell = () => sending.onProgress(objects.length - left.size, objects.length);
  const put = async (entry: ObjectEntry) => {
    await call('PUT', `/api/objects/${entry.object}`, await sending.readObject(entry.object), entry.type);
    left.delete(entry.object);
    await tell();
  };
  await tell();
  await inParallel([...left.values()], uploadsAtOnce, put).catch((error: unknown) => {
    if (codeOf(error) !== 'collector-slow') throw error;
    // Together they had too little of a slow line to be there in time, and would have so at every try.
    return inParallel([...left.values()], 1, put);
  });
  const receipt = mustFit(Receipt, await postReport(sending, call));
  await checkReceipt(receipt, {
    reportId,
    reportJson,
    objects: objects.length,
    publicKey: enrolment.publicKey,
  });
  return receipt;
}

/** Shows the receipt of an earlier hand-in where the collector asks whose the report is: after enrolling anew. */
async function postReport({ enrolment, reportJson, receipt }: Sending, call: Call): Promise<unknown> {
  const packed = await gzip(reportJson);
  const post = (headers = {}) =>
    call('POST', '/api/reports', packed, 'application/json', { 'content-encoding': 'gzip', ...headers });
  return post().catch((error: unknown) => {
    const isOurs = codeOf(error) === 'report-exists' && receipt?.publicKey === enrolment.publicKey;
    if (!isOurs) throw error;
    return post({ [receiptHeader]: receipt.signature });
  });
}

type Call = ReturnType<typeof caller>;

const codeOf = (error: unknown) => (error instanceof DeliveryProblem ? error.code : undefined);

function caller({ enrolment, fetch, limitMs }: Sending) {
  return async (
    method: string,
    path: string,
    body: string | Uint8Array,
    type: string,
    more: Record<string, string> = {},
  ): Promise<unknown> => {
    const { ok, status, text } = await callCollector({
      fetch,
      limitMs,
      url: new URL(path, enrolment.url),
      init: {
        method,
        body: body as BodyInit,
        headers: { authorization: `Bearer ${enrolment.key}`, 'content-type': type, ...more },
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
