import type { SessionReport } from '../../model/report.ts';
import type { Signal } from '../../model/signal.ts';
import { a11yViolation } from './a11y-violation.ts';
import { activeTime } from './active-time.ts';
import { apiLatency } from './api-latency.ts';
import { authSteps } from './auth-steps.ts';
import { backtrack } from './backtrack.ts';
import { browserIncompat } from './browser-incompat.ts';
import { captchaCount } from './captcha-count.ts';
import { channelSwitch } from './channel-switch.ts';
import { clickCount } from './click-count.ts';
import { deadClick } from './dead-click.ts';
import { deadLink } from './dead-link.ts';
import type { SignalDefinition } from './define-signal.ts';
import { detour } from './detour.ts';
import { domainHops } from './domain-hops.ts';
import { draftLost } from './draft-lost.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { entryDepth } from './entry-depth.ts';
import { errorToast } from './error-toast.ts';
import { fieldCount } from './field-count.ts';
import { fileReject } from './file-reject.ts';
import { firstUseToSubmit } from './first-use-to-submit.ts';
import { guideFieldMissing } from './guide-field-missing.ts';
import { guideMismatch } from './guide-mismatch.ts';
import { httpError } from './http-error.ts';
import { jsError } from './js-error.ts';
import { loginRepeat } from './login-repeat.ts';
import { materialCount } from './material-count.ts';
import { materialRerequest } from './material-rerequest.ts';
import { materialShareable } from './material-shareable.ts';
import { nativeDialog } from './native-dialog.ts';
import { pageCount } from './page-count.ts';
import { pageLoad } from './page-load.ts';
import { paperRequired } from './paper-required.ts';
import { prefillRatio } from './prefill-ratio.ts';
import { rageClick } from './rage-click.ts';
import { redirectCount } from './redirect-count.ts';
import { searchAttempts } from './search-attempts.ts';
import { sessionTimeout } from './session-timeout.ts';
import { stepCount } from './step-count.ts';
import { stepDuration } from './step-duration.ts';
import { tabWindowCount } from './tab-window-count.ts';
import { validationError } from './validation-error.ts';
import { waitTime } from './wait-time.ts';

/** Every signal that is computed, in the order of the vocabulary. */
export const signals: readonly SignalDefinition[] = [
  stepDuration,
  activeTime,
  waitTime,
  pageLoad,
  apiLatency,
  firstUseToSubmit,
  clickCount,
  entryDepth,
  pageCount,
  stepCount,
  backtrack,
  detour,
  deadClick,
  rageClick,
  tabWindowCount,
  domainHops,
  redirectCount,
  httpError,
  jsError,
  deadLink,
  errorToast,
  nativeDialog,
  validationError,
  sessionTimeout,
  draftLost,
  browserIncompat,
  loginRepeat,
  authSteps,
  captchaCount,
  channelSwitch,
  searchAttempts,
  fieldCount,
  prefillRatio,
  duplicateEntry,
  materialCount,
  materialRerequest,
  fileReject,
  guideFieldMissing,
  guideMismatch,
  materialShareable,
  paperRequired,
  a11yViolation,
];

/** All signals of a report, in the order of the list. Pure; never throws on a report that fits its schema. */
export function computeSignals(report: SessionReport): Signal[] {
  return signals.map((signal) => signal.compute(report));
}
