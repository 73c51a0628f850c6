import { describe, expect, it } from 'vitest';
import {
  type FieldSigns,
  kindOfField,
  materialName,
  readLabel,
  sendsCode,
} from '../../../lib/capture/signs/field-signs.ts';

const signs = (some: Partial<FieldSigns>): FieldSigns => ({
  tag: 'input',
  type: 'text',
  names: '',
  label: '',
  placeholder: '',
  autocomplete: '',
  role: '',
  widget: undefined,
  inSearchForm: false,
  besideButton: '',
  ...some,
});

describe('the kind of a field', () => {
  it.each<[string, Partial<FieldSigns>]>([
    ['text', { label: '姓名' }],
    ['text', { tag: 'textarea', type: 'textarea', label: '备注' }],
    ['captcha', { label: '验证码' }],
    ['captcha', { placeholder: '请输入图形校验码' }],
    ['captcha', { names: 'captchaCode captcha' }],
    ['captcha', { names: 'Kaptcha' }],
    ['captcha', { names: 'VERIFYCODE' }],
    ['captcha', { label: '附加码' }],
    ['captcha', { label: '随机码' }],
    ['one-time-code', { label: '动态口令' }],
    ['one-time-code', { label: '手机校验码' }],
    ['one-time-code', { names: 'Mobile-Code' }],
    ['one-time-code', { names: 'userOTP' }],
    ['one-time-code', { names: 'oneTime' }],
    ['search', { placeholder: '您想办什么' }],
    ['search', { placeholder: 'Search' }],
    ['search', { placeholder: '输入Keyword' }],
    ['one-time-code', { label: '验证码', besideButton: '获取验证码' }],
    ['one-time-code', { label: '短信验证码' }],
    ['one-time-code', { autocomplete: 'one-time-code' }],
    ['password', { type: 'password', label: '密码' }],
    ['file', { type: 'file' }],
    ['file', { widget: 'file' }],
    ['date', { type: 'date' }],
    ['date', { widget: 'date', label: '失业日期' }],
    ['choice', { tag: 'select', type: 'select-one' }],
    ['choice', { widget: 'choice', label: '开户银行', placeholder: '搜索银行' }],
    ['choice', { type: 'radio', label: '申报类型' }],
    ['check', { type: 'checkbox', label: '我已阅读' }],
    ['search', { inSearchForm: true, names: 'q' }],
    ['search', { type: 'search' }],
    ['search', { placeholder: '请输入关键词' }],
  ])('%s: %o', (kind, some) => {
    expect(kindOfField(signs(some))).toBe(kind);
  });
});

describe('the label of a field', () => {
  it.each([
    ['姓名 *', '姓名', true],
    ['* 手机号码：', '手机号码', true],
    ['工作单位（必填）', '工作单位', true],
    ['备注:', '备注', false],
  ])('%s is %s, required: %s', (raw, label, required) => {
    expect(readLabel(raw)).toEqual({ label, required });
  });

  it('of an upload is the material, not the press', () => {
    expect(materialName('上传居民身份证扫描件')).toBe('居民身份证扫描件');
    expect(materialName('居住证明')).toBe('居住证明');
  });

  it('tells the button that sends a code from others', () => {
    for (const text of ['获取验证码', '发送短信', '59s后重发', '重新获取'])
      expect(sendsCode(text)).toBe(true);
    for (const text of ['下一步', '忘记密码', '提交']) expect(sendsCode(text)).toBe(false);
  });
});
