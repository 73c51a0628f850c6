import type { Severity } from '../../model/pain-point.ts';
import type { SignalCode } from '../../model/signal.ts';

/** What evidence of one signal makes one defect. */
export type Grouping =
  /** The same words or address. */
  | 'same-words'
  /** The same page or request, whatever was said. */
  | 'same-address'
  /** The walk as a whole: a figure beyond its limit. */
  | 'walk';

type Rule = { group: Grouping; severity: Severity; rank: number };

/**
 * How each signal becomes suggestions: what makes one defect, how bad it is unless a person says otherwise, and its
 * rank: where several signals tell of one defect, the one of the highest rank speaks for it. Severities are ours:
 * `serious` what stops or loses the walker's work, `moderate` what makes the way longer, `minor` what only annoys.
 */
export const suggestionRules: Readonly<Record<SignalCode, Rule>> = {
  session_timeout: { group: 'walk', severity: 'serious', rank: 98 },
  draft_lost: { group: 'same-address', severity: 'serious', rank: 96 },
  browser_incompat: { group: 'same-address', severity: 'serious', rank: 94 },
  paper_required: { group: 'same-words', severity: 'serious', rank: 90 },
  channel_switch: { group: 'same-words', severity: 'serious', rank: 92 },
  material_shareable: { group: 'same-words', severity: 'moderate', rank: 88 },
  guide_mismatch: { group: 'same-words', severity: 'moderate', rank: 86 },
  guide_field_missing: { group: 'walk', severity: 'moderate', rank: 84 },
  login_repeat: { group: 'same-address', severity: 'moderate', rank: 87 },
  material_rerequest: { group: 'same-words', severity: 'moderate', rank: 80 },
  file_reject: { group: 'same-words', severity: 'moderate', rank: 78 },
  duplicate_entry: { group: 'same-words', severity: 'moderate', rank: 76 },
  dead_link: { group: 'same-address', severity: 'serious', rank: 74 },
  rage_click: { group: 'same-words', severity: 'moderate', rank: 72 },
  dead_click: { group: 'same-words', severity: 'moderate', rank: 70 },
  http_error: { group: 'same-address', severity: 'serious', rank: 68 },
  js_error: { group: 'same-words', severity: 'moderate', rank: 66 },
  validation_error: { group: 'walk', severity: 'minor', rank: 64 },
  native_dialog: { group: 'same-words', severity: 'minor', rank: 60 },
  error_toast: { group: 'same-words', severity: 'moderate', rank: 58 },
  captcha_count: { group: 'walk', severity: 'moderate', rank: 61 },
  auth_steps: { group: 'walk', severity: 'moderate', rank: 54 },
  search_attempts: { group: 'walk', severity: 'moderate', rank: 52 },
  wait_time: { group: 'walk', severity: 'moderate', rank: 50 },
  api_latency: { group: 'same-address', severity: 'moderate', rank: 48 },
  page_load: { group: 'same-address', severity: 'moderate', rank: 46 },
  redirect_count: { group: 'walk', severity: 'minor', rank: 44 },
  domain_hops: { group: 'walk', severity: 'minor', rank: 42 },
  tab_window_count: { group: 'walk', severity: 'minor', rank: 40 },
  detour: { group: 'walk', severity: 'minor', rank: 38 },
  backtrack: { group: 'walk', severity: 'minor', rank: 36 },
  entry_depth: { group: 'walk', severity: 'minor', rank: 34 },
  material_count: { group: 'walk', severity: 'moderate', rank: 32 },
  field_count: { group: 'walk', severity: 'moderate', rank: 30 },
  prefill_ratio: { group: 'walk', severity: 'moderate', rank: 28 },
  step_duration: { group: 'walk', severity: 'minor', rank: 26 },
  active_time: { group: 'walk', severity: 'minor', rank: 24 },
  first_use_to_submit: { group: 'walk', severity: 'moderate', rank: 22 },
  step_count: { group: 'walk', severity: 'minor', rank: 20 },
  page_count: { group: 'walk', severity: 'minor', rank: 18 },
  click_count: { group: 'walk', severity: 'minor', rank: 16 },
  a11y_violation: { group: 'walk', severity: 'minor', rank: 14 },
};

/**
 * Figures of the whole walk that another suggestion explains: a login met again redirects, words that find nothing make
 * the way in longer. They are named beside it, not said again.
 */
export const explainedBy: Partial<Record<SignalCode, readonly SignalCode[]>> = {
  redirect_count: ['login_repeat'],
  entry_depth: ['search_attempts'],
  page_count: ['step_count', 'detour'],
  click_count: ['step_count', 'field_count'],
  active_time: ['first_use_to_submit'],
};

/** Signals that tell of the same sort of trouble: where a programme names none of one, an item of the next will do. */
export const kindred: readonly (readonly SignalCode[])[] = [
  ['http_error', 'dead_link', 'js_error', 'error_toast', 'validation_error', 'native_dialog', 'dead_click'],
  ['dead_click', 'rage_click', 'dead_link', 'js_error', 'step_duration'],
  ['browser_incompat', 'js_error', 'http_error', 'step_duration'],
  ['session_timeout', 'login_repeat', 'draft_lost', 'auth_steps'],
  ['captcha_count', 'auth_steps', 'login_repeat'],
  ['wait_time', 'api_latency', 'page_load', 'step_duration', 'first_use_to_submit'],
  ['active_time', 'first_use_to_submit', 'step_duration'],
  ['redirect_count', 'domain_hops', 'tab_window_count', 'page_count', 'login_repeat'],
  ['detour', 'backtrack', 'entry_depth', 'page_count', 'search_attempts', 'guide_dwell' as SignalCode],
  ['material_count', 'material_rerequest', 'material_shareable', 'paper_required', 'file_reject'],
  ['field_count', 'duplicate_entry', 'prefill_ratio'],
  ['draft_lost', 'duplicate_entry', 'validation_error'],
  ['guide_mismatch', 'guide_field_missing', 'guide_missing' as SignalCode],
  ['step_count', 'page_count', 'click_count'],
  ['channel_switch', 'paper_required', 'declared_visits' as SignalCode],
  ['a11y_violation', 'elder_mode' as SignalCode],
];
