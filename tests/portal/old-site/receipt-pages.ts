import { html } from 'hono/html';
import { applicant } from '../people.ts';
import type { Html } from '../site.ts';
import type { FiledCase } from '../state.ts';
import { oldPage } from './layout.ts';

export function transferResultPage({ caseNo }: FiledCase): Html {
  // planted: x-popup, x-pii-url
  const query = new URLSearchParams({ no: caseNo, xm: applicant.name, sfzh: applicant.idNumber });
  // planted: x-paper-required
  return oldPage(
    '提交结果',
    'work',
    html`
<h2>提交结果</h2>
<table class="grid" cellspacing="0" width="100%">
  <tr><th width="130">受理编号</th><td id="case-no">${caseNo}</td></tr>
  <tr><th>状态</th><td>已提交，待审核</td></tr>
  <tr><th>后续事项</th><td>请于15日内携带身份证原件及打印的回执到窗口核验并加盖公章</td></tr>
</table>
<p align="center"><input type="button" class="btn" id="print-receipt" value="打印回执" data-url="/receipt.html?${query.toString()}"></p>
<script type="text/javascript" src="/static/receipt.js"></script>`,
  );
}

export function receiptPage({ caseNo }: FiledCase): Html {
  return oldPage(
    '业务受理回执',
    'receipt',
    html`
<h1>业务受理回执</h1>
<table class="grid" cellspacing="0" width="100%">
  <tr><th>受理编号</th><td colspan="3">${caseNo}</td></tr>
  <tr><th>申请人</th><td>${applicant.name}</td><th>身份号码</th><td>${applicant.idNumber}</td></tr>
  <tr><th>业务名称</th><td colspan="3">企业职工基本养老保险关系转移接续</td></tr>
  <tr><th>办结时限</th><td colspan="3">45个工作日</td></tr>
</table>
<p align="right">云岭省社会保险事业管理局（演练）</p>
<p align="center" class="no-print"><input type="button" class="btn" value="打 印" onclick="window.print()">
  <input type="button" class="btn" value="关 闭" onclick="window.close()"></p>`,
  );
}
