import { html } from 'hono/html';
import { applicant, relative } from '../people.ts';
import type { Html } from '../site.ts';
import { oldPage } from './layout.ts';

const provinces = ['东屏省', '南浦省', '西峦省', '北泽省'];

/** The application for a transfer, with alerts, a confirm and a jQuery dialog. */
export function transferPage(): Html {
  // planted: x-pii-option
  return oldPage(
    '关系转移申请',
    'work',
    html`
<h2>基本养老保险关系转移申请</h2>
<table class="grid" cellspacing="0" width="100%">
  <tr><th width="130"><label for="aac001">个人编号</label></th>
    <td><input type="text" id="aac001" maxlength="12"> <input type="button" class="btn" id="query" value="查 询"></td></tr>
  <tr><th>参保人</th><td id="insured">（请先查询）</td></tr>
  <tr><th><label for="from-place">转出地</label></th>
    <td><input type="text" id="from-place" readonly> <input type="button" class="btn" id="choose-place" value="选择…"></td></tr>
  <tr><th><label for="reason">转移原因</label></th>
    <td><select id="reason"><option value="">--请选择--</option><option>跨省就业</option><option>户籍迁移</option></select></td></tr>
  <tr><th><label for="contact">联系人</label></th>
    <td><select id="contact">${[applicant, relative].map(({ name, phone }) => html`<option>${name} ${phone}</option>`)}</select></td></tr>
  <tr><th><label for="phone">联系手机</label></th><td><input type="text" id="phone" maxlength="11"></td></tr>
</table>
<p align="center"><input type="button" class="btn" id="submit" value="提 交"></p>
<div id="place-dialog" class="dialog" role="dialog" aria-modal="true" aria-labelledby="dialog-title">
  <p class="dialog-title" id="dialog-title">选择转出地 <a href="javascript:void(0)" class="dialog-close">关闭</a></p>
  <ul>${provinces.map((name) => html`<li><a href="javascript:void(0)" class="place">${name}</a></li>`)}</ul>
</div>
<script type="text/javascript" src="/static/transfer.js"></script>`,
  );
}
