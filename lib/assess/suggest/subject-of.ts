import type { SignalCode, SignalEvidence } from '../../model/signal.ts';

/** The words of a long text that a signal is about. */
const about: Partial<Record<SignalCode, RegExp>> = {
  channel_switch: /窗口|大厅|柜台|现场|服务中心|APP|小程序|公众号|邮寄|快递|客户端|扫码/i,
  paper_required: /原件|纸质|盖章|公章|打印/,
  browser_incompat: /浏览器|控件|插件|IE|Key|证书|ActiveX/i,
  session_timeout: /登录|登陆|失效|过期|超时/,
  material_rerequest: /材料|证明|扫描件|照片|复印件|上传/,
};
/** Signals that are about the walk as a whole and not about any one of their moments. */
const ofNothing: ReadonlySet<SignalCode> = new Set([
  'captcha_count',
  'auth_steps',
  'wait_time',
  'search_attempts',
  'step_count',
  'page_count',
  'click_count',
  'entry_depth',
  'redirect_count',
  'domain_hops',
  'tab_window_count',
  'backtrack',
  'field_count',
  'prefill_ratio',
  'active_time',
  'first_use_to_submit',
  'a11y_violation',
]);
/** Whole pages are read where they say little; a subject is one sentence of it. Characters. */
const longest = 60;
const shortest = 8;
const fewMost = 3;

/** What a defect is about, short enough for one sentence: a label, the telling part of a message, an address. */
export function subjectOf(code: SignalCode, evidence: readonly SignalEvidence[]): string {
  if (ofNothing.has(code)) return '';
  const texts = [...new Set(evidence.map(({ text }) => text).filter((text) => text !== ''))];
  if (code === 'draft_lost' || code === 'guide_field_missing' || code === 'validation_error')
    return texts
      .slice(0, fewMost)
      .join('、')
      .slice(0, 2 * longest);
  const [text = ''] = texts;
  const pattern = about[code];
  if (text.length <= longest || !pattern) return text;
  return telling(text, pattern);
}

/** Spaces beside Latin letters and figures part no clauses: 建议使用 IE8.0 及以上版本浏览器. */
const clauseEnd = /[。；！？\n]+|(?<![\w.×%])\s+(?!\w)/;

/** The fullest clause in which such a word stands, or what is around it. */
function telling(text: string, pattern: RegExp): string {
  const clauses = text.split(clauseEnd).filter((part) => pattern.test(part));
  const clause = clauses.sort((a, b) => b.length - a.length)[0] ?? text;
  if (clause.length <= longest && clause.length >= shortest) return clause;
  const at = Math.max(0, text.search(pattern) - longest / 4);
  return `${at > 0 ? '…' : ''}${text.slice(at, at + longest)}…`;
}
