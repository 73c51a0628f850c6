import type { SessionReport } from '../../model/report.ts';
import type { Wait } from '../../model/wait.ts';
import { defineSignal } from './define-signal.ts';
import { byTime, evidenceOf } from './evidence-of.ts';
import { countedAtLogin } from './seen.ts';

/**
 * How many codes the walker had to give (验证码): captchas of every form, and codes sent by message, each attempt after
 * a refusal included; `failed` of them were refused.
 *
 * Login pages tell these by kind alone; a walk with one that did not, and no code elsewhere, has no value rather than
 * none. Threshold 2, ours: one captcha and one message in a walk; a third is a refusal or a second login. The
 * elder-friendly specification asks for other forms beside a captcha (1.4.3).
 */
export const captchaCount = defineSignal({
  code: 'captcha_count',
  unit: 'count',
  threshold: 2,
  source: 'ours, after 互联网网站适老化通用设计规范 1.4.3',
  measure(report) {
    const attempts = attemptsIn(report);
    const evidence = attempts.map((each) =>
      evidenceOf(each, { to: each.to, text: `${each.kind} ${each.outcome}` }),
    );
    const failed = attempts.filter((each) => each.outcome === 'failed').length;
    const captchas = attempts.filter((each) => each.kind === 'captcha').length;
    const parts = { captchas, messages: attempts.length - captchas, failed };
    return { ...countedAtLogin(report, evidence), parts };
  },
});

/** Attempts. A refusal that came with the next document has no length and is no attempt of its own. */
function attemptsIn(report: SessionReport): Wait[] {
  const waits = byTime(report.waits.filter((wait) => wait.kind === 'captcha' || wait.kind === 'sms'));
  const latest = new Map<string, Wait>();
  const attempts: Wait[] = [];
  for (const wait of waits) {
    const key = `${wait.tab} ${wait.kind}`;
    const before = latest.get(key);
    if (wait.detail === 'before') {
      if (before) before.outcome = 'failed';
      continue;
    }
    const attempt = { ...wait };
    attempts.push(attempt);
    latest.set(key, attempt);
  }
  // A captcha that merely stood there was not given.
  return attempts.filter(({ kind, outcome }) => kind === 'sms' || outcome !== 'unknown');
}
