import { html } from 'hono/html';
import type { Person } from '../people.ts';
import { applicant, relative } from '../people.ts';
import type { Html } from '../site.ts';
import { oldPage } from './layout.ts';

function personRows(person: Person): Html {
  return html`<tr><th>姓名</th><td title="${person.idNumber}">${person.name}</td><th>公民身份号码</th><td>${person.idNumber}</td></tr>
  <tr><th>个人编号</th><td>${person.socialSecurityNumber}</td><th>手机号码</th><td>${person.phone}</td></tr>
  <tr><th>电子邮箱</th><td>${person.email}</td><th>银行账号</th><td data-card="${person.bankCard}">${person.bankCard}</td></tr>
  <tr><th>联系地址</th><td colspan="3">${person.address}</td></tr>`;
}

/** Everything the insurance knows about two people, unmasked. */
export function queryPage(): Html {
  // planted: x-pii-text
  return oldPage(
    '参保信息查询',
    'work',
    html`
<h2>个人参保信息</h2>
<table class="grid" cellspacing="0" width="100%">${personRows(applicant)}</table>
<h2>供养亲属信息</h2>
<table class="grid" cellspacing="0" width="100%">${personRows(relative)}</table>
<input type="hidden" name="aac002" value="${applicant.idNumber}"><input type="hidden" name="bac010" value="${relative.idNumber}">
<p>缴费状态：正常参保　累计缴费月数：146个月</p>`,
  );
}
