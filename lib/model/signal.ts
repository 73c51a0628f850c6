import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

export const signalCodes = [
  'step_duration',
  'active_time',
  'wait_time',
  'page_load',
  'api_latency',
  'first_use_to_submit',
  'click_count',
  'entry_depth',
  'page_count',
  'step_count',
  'backtrack',
  'detour',
  'dead_click',
  'rage_click',
  'tab_window_count',
  'domain_hops',
  'redirect_count',
  'http_error',
  'js_error',
  'dead_link',
  'error_toast',
  'native_dialog',
  'validation_error',
  'session_timeout',
  'draft_lost',
  'browser_incompat',
  'login_repeat',
  'auth_steps',
  'captcha_count',
  'channel_switch',
  'search_attempts',
  'field_count',
  'prefill_ratio',
  'duplicate_entry',
  'material_count',
  'material_rerequest',
  'file_reject',
  'guide_field_missing',
  'guide_mismatch',
  'material_shareable',
  'paper_required',
  'a11y_violation',
] as const;
export const SignalCode = z.enum(signalCodes);
export type SignalCode = z.infer<typeof SignalCode>;

export const signalUnits = ['ms', 'count', 'ratio'] as const;
export const SignalUnit = z.enum(signalUnits);
export type SignalUnit = z.infer<typeof SignalUnit>;

/**
 * Why something was not observed: `old-report` the recorder of that time did not watch for it; `metrics-only` the walk
 * kept no page contents; `identity-host` it happens on login pages, which are never looked into; `no-recorder` no
 * recorder ran in the pages; `nothing-to-measure` the walk held nothing of the kind (no submission, no request).
 */
export const unseenReasons = [
  'old-report',
  'metrics-only',
  'identity-host',
  'no-recorder',
  'nothing-to-measure',
] as const;
export const UnseenReason = z.enum(unseenReasons);
export type UnseenReason = z.infer<typeof UnseenReason>;

/** A moment or stretch of the walk on which a signal rests, with the rows of the report that show it. */
export const SignalEvidence = z.object({
  at: Moment,
  to: Moment.optional(),
  /** What of the stretch counts, milliseconds, without pauses and sleep; where a time was measured. */
  ms: z.number().nonnegative().optional(),
  tab: z.number().int().optional(),
  stepId: Id.optional(),
  /**
   * Ids of the report's rows: actions, incidents, visits, requests, fields, waits, sightings, timings, steps, guide
   * pages, page checks.
   */
  refs: z.array(Id).default([]),
  /** What it was, redacted: a label, a message, an address. */
  text: ShortText.default(''),
});
export type SignalEvidence = z.infer<typeof SignalEvidence>;

/** 信号: a measured fact computed from the evidence; null when it was not observed, never 0. */
export const Signal = z.object({
  code: SignalCode,
  value: z.number().nonnegative().nullable(),
  unit: SignalUnit,
  /** The last value that is still all right; null where there is no limit. */
  threshold: z.number().nonnegative().nullable(),
  /** On which side of the threshold the trouble lies. */
  side: z.enum(['above', 'below']),
  /** Null when the value or the threshold is. */
  over: z.boolean().nullable(),
  evidence: z.array(SignalEvidence),
  /** What the value is made of, or beside it: `required` and `optional` fields, `failed` captchas, `empty` searches. */
  parts: z.record(z.string().max(40), z.number().nonnegative()).optional(),
  /** With a null: why. With a value: a part of the walk was not observed for this reason, the true value may be more. */
  unseen: UnseenReason.optional(),
});
export type Signal = z.infer<typeof Signal>;
