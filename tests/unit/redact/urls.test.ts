import { describe, expect, test } from 'vitest';
import { createRedactor, redactUrl, scan, type UrlRules } from '../../../lib/redact/index.ts';

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
    ['mailto:?subject=张三&body=370102', 'mailto:?subject=_&body=_'],
    ['mailto:zhangsan@example.com?subject=%E5%BC%A0', 'mailto:_?subject=_'],
    ['sms:12345?body=张三', 'sms:12345?body=_'],
    ['https://a.example.cn/case/550e8400-e29b-41d4-a716-446655440000', 'https://a.example.cn/case/_'],
    ['/case/550E8400-E29B-41D4-A716-446655440000.html?x=1', '/case/_.html?x=_'],
    ['/token/9f86d081884c7d659a2feaa0c55ad015/me', '/token/_/me'],
    ['/ticket/ST-48211-abcd', '/ticket/_'],
    ['/s/W5Zg3xkT9pQ2mB7vN4cL8dRf/home', '/s/_/home'],
    ['#/case/550e8400-e29b-41d4-a716-446655440000', '#/case/_'],
    ['/upload/2024/order_550e8400-e29b-41d4-a716-446655440000.jpg', '/upload/2024/_.jpg'],
    // Places of the site, builds of its programs, item codes.
    ['/ticket/list', '/ticket/list'],
    ['/session/refreshing', '/session/refreshing'],
    [
      '/static/js/chunk-9f86d081884c7d659a2feaa0c55ad015.js:1:234',
      '/static/js/chunk-9f86d081884c7d659a2feaa0c55ad015.js:1:234',
    ],
    ['/img/banner.9f86d081884c7d659a2feaa0c55ad015.png', '/img/banner.9f86d081884c7d659a2feaa0c55ad015.png'],
    ['/guide/11370828553372795B437301400600106', '/guide/11370828553372795B437301400600106'],
    ['/guide/workGuideDetail2024VersionForElderly', '/guide/workGuideDetail2024VersionForElderly'],
    ['/how-to-apply-for-unemployment-insurance-2024', '/how-to-apply-for-unemployment-insurance-2024'],
    ['/art/2024/5/6/art_1234_567890.html', '/art/2024/5/6/art_1234_567890.html'],
    ['http://[broken?x=1', 'http://[broken?x=_'],
    ['%E0%A4%A?x=%', '%E0%A4%A?x=_'],
    ['about:blank', 'about:blank'],
    ['', ''],
  ])('%s becomes %s', (url, clean) => {
    expect(redactUrl(url)).toBe(clean);
  });

  test('a segment that names a case has the same letters in the whole session, and stays what it is', () => {
    const [one, two] = ['550e8400-e29b-41d4-a716-446655440000', '6fa459ea-ee8a-3ca4-894e-db77e160355e'];
    const { redactUrl: url } = createRedactor({ tagKey: 'k' });
    const clean = url(`https://a.example.cn/case/${one}`);
    expect(clean).toMatch(/\/case\/_[A-Z]{3}$/);
    expect(createRedactor({ tagKey: 'k' }).redactUrl(`/case/${one.toUpperCase()}`)).toBe(
      clean.replace('https://a.example.cn', ''),
    );
    expect(url(`/case/${two}`)).not.toBe(url(`/case/${one}`));
    expect(url(clean)).toBe(clean);
    expect(scan(clean)).toEqual([]);
  });

  test('what the pages have taught goes from subjects and receivers too', () => {
    const redactor = createRedactor();
    redactor.redactLabelled('登录账号', 'zhangxiaohe');
    expect(redactor.redactUrl('mailto:zhangxiaohe')).toBe('mailto:_');
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
