import type { Field } from '../../model/field.ts';

/** What a form control tells of itself; nothing of it is kept. */
export type FieldSigns = {
  tag: string;
  type: string;
  /** id, name and class, in one string. */
  names: string;
  label: string;
  placeholder: string;
  autocomplete: string;
  role: string;
  /** It stands in a widget of this kind of a common kit. */
  widget: 'choice' | 'date' | 'file' | undefined;
  inSearchForm: boolean;
  /** Words of the button beside it, such as 获取验证码; empty when there is none. */
  besideButton: string;
};

/** Words without which a pattern cannot fit, in small letters: one that is never tried is never made ready. */
const captchaNeeds = ['验证码', '校验码', '附加码', '随机码', '图形码', 'aptcha', 'code'];
const captchaWords =
  /验证码|校验码|附加码|随机码|图形码|captcha|kaptcha|verif(?:y|ication)_?-?code|validate_?-?code/i;
const codeNeeds = ['短信', '动态', '验证码', '校验码', 'code', 'otp', 'time'];
const codeWords =
  /短信|动态(?:密码|口令|码)|手机(?:验证|校验)码|sms_?-?code|otp|one-?time|mobile_?-?code|phone_?-?code/i;
const searchNeeds = ['关键', '您想办', '搜索', 'search', 'keyword'];
const searchWords = /^(?:请输入)?(?:关键[字词]|事项关键词)|^您想办|搜索|search|keyword/i;

/** Asks the portal to send a code: 获取验证码, 发送动态码, 60s 后重发 … */
export const sendsCode = (text: string): boolean =>
  text.length <= 20 &&
  /(?:获取|发送|重新?发|点击).{0,6}(?:验证码|动态码|动态密码|校验码|短信|密码)|(?:重新获取|重新发送|重发)|\d+\s*[s秒].{0,4}(?:重|后)/i.test(
    text,
  );

const says = (text: string, needs: readonly string[], pattern: RegExp) => {
  const small = text.toLowerCase();
  return needs.some((word) => small.includes(word)) && pattern.test(text);
};

/** What a field is called says that one searches there. */
export const asksForSearching = (words: string): boolean => says(words, searchNeeds, searchWords);

/** The kind of a field; what a person has to prove goes before the shape of the control. */
export function kindOfField(signs: FieldSigns): Field['kind'] {
  const { type, widget } = signs;
  const words = `${signs.label} ${signs.placeholder}`.trim();
  const all = `${words} ${signs.names}`;
  if (type === 'file' || widget === 'file') return 'file';
  if (type === 'password') return 'password';
  const typed = signs.tag === 'textarea' || (signs.tag === 'input' && !/^(?:checkbox|radio)$/.test(type));
  if (typed && widget === undefined) {
    if (signs.autocomplete === 'one-time-code' || says(all, codeNeeds, codeWords)) return 'one-time-code';
    if (says(all, captchaNeeds, captchaWords))
      return sendsCode(signs.besideButton) ? 'one-time-code' : 'captcha';
    if (signs.role === 'searchbox' || type === 'search' || signs.inSearchForm || asksForSearching(words))
      return 'search';
  }
  if (widget === 'date' || /^(?:date|datetime-local|month|week|time)$/.test(type)) return 'date';
  if (widget === 'choice' || signs.tag === 'select' || type === 'radio' || signs.role === 'combobox')
    return 'choice';
  if (type === 'checkbox') return 'check';
  return 'text';
}

/** A label as people read it, without the mark of a required field; and whether that mark was there. */
export function readLabel(raw: string): { label: string; required: boolean } {
  // Most labels have neither: what is never tried is never made ready.
  const starred = raw.includes('*') || raw.includes('＊');
  const worded = raw.includes('必') && /[（(]必(?:填|选|传)[)）]/.test(raw);
  const required = worded || (starred && /^\s*[*＊]|[*＊]\s*[:：]?\s*$/.test(raw));
  let label = raw;
  if (starred) label = label.replace(/[*＊]/g, '');
  if (worded) label = label.replace(/[（(]必(?:填|选|传)[)）]/g, '');
  label = label
    .replace(/\s+/g, ' ')
    .replace(/[:：]\s*$/, '')
    .trim();
  return { label, required };
}

/** A material by its own name: 上传居民身份证扫描件 -> 居民身份证扫描件. */
export function materialName(label: string): string {
  return label
    .replace(/^(?:请|点击|选择)?(?:上传|提交|添加)(?:文件|附件)?[:：]?/, '')
    .replace(/(?:上传|选择文件|点击上传)$/, '')
    .trim();
}
