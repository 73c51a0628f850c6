import { describe, expect, test } from 'vitest';
import { redactUrl, scan, type UrlRules } from '../../../lib/redact/index.ts';

const RULES: UrlRules = {
  safeParams: [
    { pathPattern: '^/icity/proinfo', params: ['code', 'token', 'ticket'] },
    { pathPattern: '^https://login\\.example\\.cn/oauth', params: ['code', 'client_id', 'redirect_uri'] },
    { pathPattern: '#/workguide', params: ['localInnerCode'] },
    { pathPattern: '^/broken(', params: ['x'] },
  ],
};

describe('a redacted address', () => {
  test.each(['token', 'ticket', 'sfzh', 'xm', 'sjh', 'jsessionid', 'mm'])(
    'with %s is clean to a scan',
    (key) => {
      for (const form of ['?K=V#/home', '?K=V&x=1', ';K=V/a', '#/me?K=V', '?x=1&K=V?y', '/a;K=V?b=1']) {
        const clean = redactUrl(
          `https://a.example.cn/p${form.replace('K', key).replace('V', 'zhang13800138000')}`,
        );
        expect(scan(clean), clean).toEqual([]);
        expect(scan(clean.replace('https://a.example.cn', '')), clean).toEqual([]);
      }
    },
  );
});

describe('redactUrl', () => {
  test.each([
    ['https://a.example.cn/x/y', 'https://a.example.cn/x/y'],
    ['https://a.example.cn/x?id=1&name=%E5%BC%A0', 'https://a.example.cn/x?id=_&name=_'],
    ['https://a.example.cn/x?debug&empty=', 'https://a.example.cn/x?debug&empty='],
    ['https://a.example.cn/x?13800138000', 'https://a.example.cn/x?_'],
    ['https://a.example.cn/x?13800138000=1', 'https://a.example.cn/x?_=_'],
    ['https://zhang:secret@a.example.cn/x', 'https://a.example.cn/x'],
    ['//a.example.cn/x?y=1', '//a.example.cn/x?y=_'],
    ['detail.do?taskguid=8&gotoUrl=z', 'detail.do?taskguid=_&gotoUrl=_'],
    ['?page=2', '?page=_'],
    ['#', '#'],
    ['#section-2', '#section-2'],
    ['https://a.example.cn/#/guide?id=5', 'https://a.example.cn/#/guide?id=_'],
    ['https://a.example.cn/#access_token=abc&state=x', 'https://a.example.cn/#access_token=_&state=_'],
    ['https://a.example.cn/user/11010519491231002X/home', 'https://a.example.cn/user/〔身份证〕/home'],
    ['https://a.example.cn/login;jsessionid=ABC123?x=1', 'https://a.example.cn/login;jsessionid=_?x=_'],
    [
      'https://a.example.cn/guide/12441500196720244T3442199806003',
      'https://a.example.cn/guide/12441500196720244T3442199806003',
    ],
    ['data:image/png;base64,iVBORw0KGgo=', 'data:image/png,'],
    ['blob:https://a.example.cn/123', 'blob:'],
    ['javascript:void(0)', 'javascript:void(0)'],
    ['javascript:show("13800138000")', 'javascript:'],
    ['tel:13800138000', 'tel:_'],
    ['tel:12345', 'tel:12345'],
    ['mailto:zhangsan@example.com', 'mailto:_'],
    ['http://[broken?x=1', 'http://[broken?x=_'],
    ['%E0%A4%A?x=%', '%E0%A4%A?x=_'],
    ['about:blank', 'about:blank'],
    ['', ''],
  ])('%s becomes %s', (url, clean) => {
    expect(redactUrl(url)).toBe(clean);
  });

  test('a parameter allowed on its path keeps its value there and nowhere else', () => {
    expect(redactUrl('https://a.example.cn/icity/proinfo?code=XK01&x=1', RULES)).toBe(
      'https://a.example.cn/icity/proinfo?code=XK01&x=_',
    );
    expect(redactUrl('https://a.example.cn/other?code=XK01', RULES)).toBe(
      'https://a.example.cn/other?code=_',
    );
    expect(redactUrl('https://a.example.cn/#/workguide?localInnerCode=ab-12', RULES)).toBe(
      'https://a.example.cn/#/workguide?localInnerCode=ab-12',
    );
  });

  test('credentials are dropped even where a rule allows them', () => {
    expect(redactUrl('https://a.example.cn/icity/proinfo?code=XK01&token=t&x=q', RULES)).toBe(
      'https://a.example.cn/icity/proinfo?code=XK01&token=_&x=_',
    );
    expect(redactUrl('https://login.example.cn/oauth/back?code=abc&client_id=me&redirect_uri=z', RULES)).toBe(
      'https://login.example.cn/oauth/back?code=_&client_id=me&redirect_uri=_',
    );
    expect(redactUrl('https://a.example.cn/icity/proinfo?code=abc&state=s', RULES)).toBe(
      'https://a.example.cn/icity/proinfo?code=_&state=_',
    );
  });

  test('an allowed parameter with a personal value is masked all the same', () => {
    for (const value of [
      '13800138000',
      '138+0013+8000',
      '%E5%A7%93%E5%90%8D%EF%BC%9A%E5%BC%A0%E4%B8%89',
      '%2531%25338%30%30138000',
      '/x%3Fsfzh%3D1',
      'https%3A%2F%2Fb.example.cn%2F%3Fticket%3Dabc',
    ]) {
      expect(redactUrl(`https://a.example.cn/icity/proinfo?code=${value}`, RULES), value).toBe(
        'https://a.example.cn/icity/proinfo?code=_',
      );
    }
    for (const value of ['%E5%A4%B1%E4%B8%9A', 'XK01%2F2', 'a+b', '100%25']) {
      const url = `https://a.example.cn/icity/proinfo?code=${value}`;
      expect(redactUrl(url, RULES)).toBe(url);
    }
  });
});
