import type { SessionReport } from '../../lib/model/report.ts';
import { type SignalCode, type SignalEvidence, signalCodes } from '../../lib/model/signal.ts';
import { type Fault, faults } from '../portal/faults.ts';

/** What the incidents that are planted count towards. */
const countedAs: Record<string, SignalCode> = {
  'script-error': 'js_error',
  'unhandled-rejection': 'js_error',
  'failed-request': 'http_error',
  'dead-resource': 'http_error',
  'slow-request': 'api_latency',
  toast: 'error_toast',
  validation: 'validation_error',
  'native-dialog': 'native_dialog',
  'login-again': 'login_repeat',
};

/** Where the evidence of a fault stands, when that is not the page that leads to it. */
const elsewhere: Record<string, string> = {
  // Nobody is logged in yet: the old addresses end at the login.
  's-redirects': '/login',
  's-blank-page': '/residence/example',
  's-detour': '/residence/policy',
  's-download': '/residence/form.doc',
  'r-new-tabs': '/download/template/JY-2026-01',
  // The unified login gives its origin and nothing more.
  's-captcha-refused': '/',
  'r-captcha': '/',
};

/** What must be said beside where it stands, on pages on which several faults of a kind are planted. */
export const said: Readonly<Record<string, string>> = {
  'r-phone-twice': '手机号码 → 联系手机',
  'r-card-twice': '银行卡号 → 补贴账户银行卡',
  'x-number-twice': '个人编号',
  'x-phone-again': '联系手机',
  'r-extra-material': '户口簿',
  's-extra-material': '劳动合同',
  's-guide-visits': '到办事现场次数',
  'x-guide-visits': '到办事现场次数',
  'x-single-sign-on': '单点登录',
  'x-missing-guide-field': '承诺办结时限',
  'r-shareable-material': '身份证',
  'r-dead-click': '智能导办',
  's-rage-target': '测算积分',
  'r-lost-draft': '银行卡号',
  's-browser': '签名控件',
  'x-old-browser': 'IE8.0',
  'x-window-password': '初始密码',
  'x-window-after': '后续事项',
  'x-paper-required': '后续事项',
  's-file-size': '200KB',
  's-material-again': '重新上传',
  'x-alert-done': '提交成功',
};

const isComputed = (code: string): code is SignalCode => (signalCodes as readonly string[]).includes(code);

export type Planted = { fault: Fault; code: SignalCode; match: string };

/** The faults of some items that a signal counts, with the words by which its evidence is known. */
export function plantedIn(items: readonly Fault['item'][]): Planted[] {
  return faults.flatMap((fault) => {
    if (!items.includes(fault.item)) return [];
    const { expect: wanted } = fault;
    if (wanted.record === 'incident') {
      const code = countedAs[wanted.incident];
      return code ? [{ fault, code, match: wanted.match }] : [];
    }
    if (wanted.record !== 'signal' || !isComputed(wanted.signal)) return [];
    return [{ fault, code: wanted.signal, match: elsewhere[fault.id] ?? fault.where.path }];
  });
}

/** The addresses and words of all that evidence points at; a wait stands on the page of its moment. */
export function wordsOf(evidence: readonly SignalEvidence[], report: SessionReport): string[] {
  const { actions, incidents, visits, requests, fields, sightings, waits, streams } = report;
  const { guidePages, steps } = report;
  const forms = [...fields, ...sightings, ...guidePages, ...steps];
  const rows = new Map<string, { url?: string; message?: string }>(
    [...actions, ...incidents, ...visits, ...requests, ...forms].map((row) => [row.id, row]),
  );
  const pageAt = (tab: number, at: number) =>
    visits.findLast(
      (visit) => visit.tab === tab && visit.frame === 0 && visit.kind !== 'tab' && visit.at <= at,
    );
  for (const wait of waits)
    rows.set(wait.id, streams.find((stream) => stream.id === wait.stream) ?? pageAt(wait.tab, wait.at) ?? {});
  return evidence.flatMap((each) => [
    each.text,
    ...each.refs.map((ref) => `${rows.get(ref)?.message ?? ''} ${rows.get(ref)?.url ?? ''}`),
  ]);
}
