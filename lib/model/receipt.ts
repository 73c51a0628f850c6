import { Id, Moment, Sha256, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** What the collector signs: the report's id and hash, and how many objects it keeps with it. */
export const ReceiptBody = z.object({
  reportId: Id,
  /** SHA-256 of the report's JSON exactly as it was sent. */
  reportHash: Sha256,
  objects: z.number().int().nonnegative(),
  keptAt: Moment,
  collector: ShortText,
});

/** 回执: the collector's signed word that a report and all its objects are kept. */
export const Receipt = ReceiptBody.extend({
  algorithm: z.literal('ECDSA-P256-SHA256'),
  /** Public key, base64 SPKI. */
  publicKey: z.string().max(400),
  /** Over the UTF-8 of `receiptText(body)`, base64, IEEE P1363. */
  signature: z.string().max(400),
});
export type Receipt = z.infer<typeof Receipt>;

/** The exact text a receipt's signature covers. */
export function receiptText(body: z.infer<typeof ReceiptBody>): string {
  return JSON.stringify([body.reportId, body.reportHash, body.objects, body.keptAt, body.collector]);
}
