import type { SignalCode } from '../../lib/model/signal.ts';

/** How the signals stand under one another: what they are about, in the order in which one asks. */
export const signalGroups = {
  time: ['first_use_to_submit', 'step_duration', 'active_time', 'wait_time', 'page_load', 'api_latency'],
  path: [
    'step_count',
    'page_count',
    'click_count',
    'entry_depth',
    'search_attempts',
    'backtrack',
    'detour',
    'tab_window_count',
    'domain_hops',
    'redirect_count',
  ],
  errors: [
    'http_error',
    'js_error',
    'dead_link',
    'dead_click',
    'rage_click',
    'error_toast',
    'native_dialog',
    'validation_error',
    'browser_incompat',
  ],
  login: ['login_repeat', 'auth_steps', 'captcha_count', 'session_timeout', 'channel_switch'],
  forms: [
    'field_count',
    'prefill_ratio',
    'duplicate_entry',
    'draft_lost',
    'material_count',
    'material_rerequest',
    'file_reject',
    'material_shareable',
    'paper_required',
  ],
  guide: ['guide_field_missing', 'guide_mismatch', 'a11y_violation'],
} as const satisfies Record<string, readonly SignalCode[]>;

export type SignalGroup = keyof typeof signalGroups;
export const groupNames = Object.keys(signalGroups) as SignalGroup[];
