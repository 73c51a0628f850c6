import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { incidentMessage } from '../../../components/incident-list/incident-message.ts';
import type { IncidentKind } from '../../../lib/model/incident.ts';

const locale = parse(readFileSync(new URL('../../../locales/zh_CN.yml', import.meta.url), 'utf8'));
const text = (key: string, ...values: (string | number)[]) =>
  String(key.split('.').reduce((node, part) => node?.[part], locale) ?? key).replace(/\$(\d)/g, (_, n) =>
    String(values[n - 1]),
  );

test.each<[IncidentKind, string, string]>([
  ['failed-request', 'main_frame 404', '网页没有取到：服务器回答 404'],
  ['failed-request', 'xmlhttprequest 500', '数据接口没有取到：服务器回答 500'],
  ['dead-resource', 'script net::ERR_NAME_NOT_RESOLVED', '脚本没有取到：net::ERR_NAME_NOT_RESOLVED'],
  ['slow-request', 'sub_frame 3519 ms', '内嵌网页过了 3.5 秒 才有回应'],
  ['slow-request', 'main_frame 5021 ms unanswered', '网页等了 5 秒 没有回应，没等到就离开了'],
  ['failed-request', 'csp_report 400', '资源没有取到：服务器回答 400'],
])('%s "%s" reads as a sentence', (kind, message, sentence) => {
  expect(incidentMessage({ kind, message }, text)).toBe(sentence);
});

test.each<[IncidentKind, string]>([
  ['toast', 'script 404'],
  ['script-error', 'main_frame 404'],
  ['failed-request', 'timeout'],
  ['failed-request', 'the server said something longer'],
])('%s "%s" is shown as it was said', (kind, message) => {
  expect(incidentMessage({ kind, message }, text)).toBe(message);
});
