/** Codes a check item may name: measured ones, ones read off the guide page, and `manual_*` for what people judge. */
export const usedSignals: readonly string[] = (
  'step_duration active_time wait_time page_load api_latency first_use_to_submit click_count entry_depth ' +
  'page_count step_count backtrack detour dead_click rage_click tab_window_count domain_hops ' +
  'redirect_count http_error js_error dead_link error_toast native_dialog validation_error session_timeout ' +
  'draft_lost browser_incompat login_repeat auth_steps captcha_count channel_switch guide_missing guide_field_missing ' +
  'guide_mismatch guide_dwell search_attempts jargon guide_entry field_count prefill_ratio duplicate_entry ' +
  'material_count material_rerequest material_shareable file_reject paper_required online_apply_entry online_depth appointment_entry ' +
  'consult_entry progress_entry evaluation_entry delivery_option result_feedback fee_shown policy_public declared_limit ' +
  'declared_visits declared_form a11y_violation elder_mode screenshot replay_clip manual_rating manual_note ' +
  'compare'
).split(' ');
