import { expect, test } from 'vitest';
import { SiteProfile } from '../../../lib/model/site-profile.ts';
import { isIdentityAddress } from '../../../lib/walk/current-walk.ts';

const profile = SiteProfile.parse({
  id: 'portal',
  name: '门户',
  hosts: ['zwfw.example'],
  identityHosts: ['login.example:8080'],
});

test('what the profile names is an identity host, with and without its port', () => {
  expect(isIdentityAddress('https://login.example:8080/x', profile)).toBe(true);
  expect(isIdentityAddress('https://zwfw.example/login', profile)).toBe(false);
});

test.each([
  'https://tyrz.gd.gov.cn/pscp/sso/static/',
  'https://sso.lnzwfw.gov.cn/auth?x=1',
  'https://sso2.other.gov.cn/',
  'http://cas.zwfw.example.gov.cn:8443/cas/login',
  'https://a.passport.city.gov.cn/',
  'https://OAuth2.city.gov.cn/',
])('a unified login of a portal nobody has described is known by its name: %s', (url) => {
  expect(isIdentityAddress(url, undefined)).toBe(true);
});

test.each([
  'https://www.cas.cn/',
  'https://cas.cn/',
  'https://casino.city.gov.cn/',
  'https://zwfw.city.gov.cn/sso/login',
  'https://mysso.city.gov.cn/',
  'about:blank',
])('a host that only looks like one is recorded: %s', (url) => {
  expect(isIdentityAddress(url, undefined)).toBe(false);
});
