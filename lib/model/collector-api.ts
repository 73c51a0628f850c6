import { Id, Sha256, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** What the collector and the extension say to each other. Errors are `CollectorError` with a 4xx/5xx status. */

/** POST /api/enrol: a one-time code for an upload-only key. */
export const EnrolRequest = z.object({ code: z.string().min(4).max(80), device: ShortText.min(1) });
export const EnrolReply = z.object({
  key: z.string().min(16).max(200),
  collector: ShortText,
  publicKey: z.string().max(400),
});
export type EnrolReply = z.infer<typeof EnrolReply>;

/** POST /api/objects/missing: which of these are not kept yet. At most 2,000 a call. */
export const MissingRequest = z.object({ objects: z.array(Sha256).max(2000) });
export const MissingReply = z.object({ missing: z.array(Sha256) });

/**
 * Header of POST /api/reports: the signature of a receipt for this report, by which a browser that enrolled anew may hand
 * in over what it handed in before.
 */
export const receiptHeader = 'zyb-receipt';

/** The body of every refusal: a stable code, a sentence for people, and the field it concerns. */
export const CollectorError = z.object({
  code: Id,
  message: z.string().max(2000),
  field: z.string().max(300).optional(),
});
export type CollectorError = z.infer<typeof CollectorError>;

/** One row of GET /api/reports. */
export const ReportListRow = z.object({
  id: Id,
  receivedAt: z.number(),
  startedAt: z.number(),
  item: ShortText,
  unit: ShortText,
  walker: ShortText,
  programme: ShortText,
  mode: ShortText,
  figures: z.record(z.string(), z.number()),
});
export type ReportListRow = z.infer<typeof ReportListRow>;
export const ReportList = z.object({ reports: z.array(ReportListRow), next: z.string().max(200).nullable() });
export type ReportList = z.infer<typeof ReportList>;
