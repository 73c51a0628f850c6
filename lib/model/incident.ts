import { Duration, Id, LongText, Moment } from './primitives.ts';
import { z } from './zod.ts';

export const incidentKinds = [
  'script-error',
  'unhandled-rejection',
  'failed-request',
  'slow-request',
  'dead-resource',
  'page-error',
  'toast',
  'validation',
  'native-dialog',
  'login-again',
  'recorder-error',
] as const;
export const IncidentKind = z.enum(incidentKinds);
export type IncidentKind = z.infer<typeof IncidentKind>;

/** 异常: one thing that went wrong by itself. */
export const Incident = z.object({
  id: Id,
  at: Moment,
  kind: IncidentKind,
  tab: z.number().int(),
  frame: z.number().int(),
  stream: Id.optional(),
  /** What the page, the browser or the server said, redacted. */
  message: LongText,
  /** Redacted address it concerns: the request's, or the page's. */
  url: LongText.default(''),
  status: z.number().int().optional(),
  duration: Duration.optional(),
  method: z.string().max(20).optional(),
  /** Script errors: redacted stack, shortened. Dialogs: alert, confirm or prompt. */
  detail: LongText.optional(),
});
export type Incident = z.infer<typeof Incident>;
