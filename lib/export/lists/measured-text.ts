import type { SuggestionReason } from '../../model/measured-fact.ts';
import type { PageCheckKind } from '../../model/page-check.ts';
import type { SignalCode, SignalUnit } from '../../model/signal.ts';
import { addressOf } from '../../model/site-profile.ts';
import { lengthOf } from './days.ts';
import { tighten } from './names.ts';
import { pageCheckWords } from './words.ts';

/** Subjects are cut to what one sentence bears. */
const longest = 90;

/**
 * What was measured, in one Chinese sentence: the one that the walker read may be in the language of their screens. The
 * screens' own sentences are `suggest.reason` in the locales; a test keeps the two in step.
 */
export function measuredText({ code, subject, count, value, unit, threshold }: SuggestionReason): string {
  const words = subjectText(subject);
  const parts: Record<string, string> = {
    what: words.length > longest ? `${words.slice(0, longest)}…` : words,
    count: String(count),
    figure: figureText(value, unit),
    limit: threshold === null ? '' : figureText(threshold, unit),
  };
  return tighten(sentences[code].replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? ''));
}

function figureText(value: number, unit: SignalUnit): string {
  if (unit === 'ms') return value < 9_950 ? `${Math.round(value / 100) / 10}秒` : lengthOf(value);
  return unit === 'ratio' ? `${Math.round(value * 100)}%` : String(value);
}

/** What it is about: kinds that the recorder names by words of its own, else as it stands with addresses short. */
function subjectText(subject: string): string {
  const check =
    subject.startsWith('check-') && pageCheckWords[subject.slice('check-'.length) as PageCheckKind];
  if (check) return check;
  const words = subject.split(' ');
  if (words.every((word) => word in kinds)) return words.map((word) => kinds[word]).join(' ');
  const short = (url: string) =>
    addressOf(url)
      .replace(/^https?:\/\//, '')
      .replace(/\/$/, '');
  return subject.replace(/https?:\/\/\S+/g, short);
}

const kinds: Record<string, string> = {
  captcha: '图形等验证码',
  sms: '短信验证码',
  scan: '扫码',
  face: '人脸',
  password: '密码',
  'real-name': '实名认证',
  spinner: '转圈',
  queue: '排队',
  passed: '通过',
  failed: '未通过',
  unknown: '结果未知',
  app: 'APP',
  'mini-programme': '小程序',
  window: '窗口',
  mail: '邮寄',
  browser: '浏览器',
  'plug-in': '插件、控件',
  'usb-key': 'USBKey',
};

const sentences: Record<SignalCode, string> = {
  step_duration: '在“{what}”停留{figure}，超过{limit}',
  active_time: '一直有操作的时间达到{figure}，超过{limit}',
  wait_time: '页面让人等了{count}次，共{figure}',
  page_load: '“{what}”用了{figure}才打开，超过{limit}',
  api_latency: '页面的数据接口{figure}才应答：{what}',
  first_use_to_submit: '从首次进入到提交用了{figure}，超过{limit}',
  click_count: '一共点了{figure}次，超过{limit}次',
  entry_depth: '点了{figure}次才到办理入口，超过{limit}次',
  page_count: '经过{figure}个页面，超过{limit}个',
  step_count: '一共走了{figure}步，超过{limit}步',
  backtrack: '走回头路{figure}次',
  detour: '有{count}个页面没有去路，只能退回：{what}',
  dead_click: '点“{what}”没有反应，共{count}次',
  rage_click: '在“{what}”上连续急点',
  tab_window_count: '新开了{figure}个标签页或窗口',
  domain_hops: '在不同域名之间跳转{figure}次，超过{limit}次',
  redirect_count: '连续经过旧地址跳转才到',
  http_error: '请求失败{count}次：{what}',
  js_error: '页面脚本出错{count}次：{what}',
  dead_link: '打不开或没有内容：{what}',
  error_toast: '页面报错{count}次：{what}',
  native_dialog: '弹出浏览器对话框：{what}',
  validation_error: '填写没有通过校验{count}次：{what}',
  session_timeout: '登录失效{count}次：{what}',
  draft_lost: '返回后已填内容丢失{count}项：{what}',
  browser_incompat: '要求特定浏览器或控件：{what}',
  login_repeat: '又一次要求登录：{what}',
  auth_steps: '一共认证{figure}次，超过{limit}次',
  captcha_count: '验证码共{count}次，其中有没通过的',
  channel_switch: '要求转到别处办理：{what}',
  search_attempts: '搜索了{count}次才找到或没有结果',
  field_count: '要填写{figure}项，超过{limit}项',
  prefill_ratio: '登录后只回填了{figure}，低于{limit}',
  duplicate_entry: '同样的信息又填一遍：{what}',
  material_count: '材料{count}份要另外下载或上传',
  material_rerequest: '又一次索要同一材料：{what}',
  file_reject: '文件被拒{count}次：{what}',
  guide_field_missing: '办事指南有{count}项空白：{what}',
  guide_mismatch: '指南与实际不符：{what}',
  material_shareable: '已关联电子证照仍要上传：{what}',
  paper_required: '网上申请后还要纸质材料：{what}',
  a11y_violation: '检查过的页面有{figure}类无障碍问题（非正式检测）',
};
