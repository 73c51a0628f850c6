import { html } from 'hono/html';
import { applicant } from '../people.ts';
import type { Html } from '../site.ts';
import { oldPage, oldTitle } from './layout.ts';

/** A real frameset: heading, menu, and the frame in which all work happens. */
export function framesetPage(): Html {
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN" "http://www.w3.org/TR/html4/frameset.dtd">
<html lang="zh-CN">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><title>${oldTitle}</title></head>
<frameset rows="82,*" border="0" frameborder="0" framespacing="0">
  <frame name="topFrame" src="/top.html" title="页头" scrolling="no" noresize>
  <frameset cols="190,*" border="0" frameborder="0" framespacing="0">
    <frame name="menuFrame" src="/menu.html" title="菜单" noresize>
    <frame name="mainFrame" src="/main.html" title="业务办理">
  </frameset>
  <noframes><body>您的浏览器不支持框架。</body></noframes>
</frameset>
</html>`;
}

export function topPage(): Html {
  return oldPage(
    '页头',
    'top',
    html`
<table width="100%" cellspacing="0"><tr>
  <td class="logo">云岭省社会保险<br><small>个人网上服务大厅 · 演练站点</small></td>
  <td align="right" class="who">欢迎您：${applicant.name}　<a href="/logout.do" target="_top">安全退出</a></td>
</tr></table>`,
  );
}

export function menuPage(): Html {
  return oldPage(
    '菜单',
    'menu',
    html`
<table width="100%" cellspacing="0">
  <tr><th>业务菜单</th></tr>
  <tr><td><a href="/main.html" target="mainFrame">首页</a></td></tr>
  <tr><td><a href="/query.html" target="mainFrame">参保信息查询</a></td></tr>
  <tr><td><a href="/transfer.html" target="mainFrame">关系转移申请</a></td></tr>
  <tr><th>服务电话</th></tr>
  <tr><td>12333　12345</td></tr>
</table>`,
  );
}

export function welcomePage(): Html {
  return oldPage(
    '首页',
    'work',
    html`
<h2>通知</h2>
<table class="grid" cellspacing="0" width="100%">
  <tr><th width="70%">标题</th><th>日期</th></tr>
  <tr><td>关于养老保险关系转移接续网上申请的说明</td><td>2026-02-20</td></tr>
  <tr><td>每月25日至月末为系统结账期，暂停受理业务</td><td>2026-01-15</td></tr>
</table>
<p>咨询电话：0990-6512366　地址：青溪市长宁路188号　工作日 9:00—17:00</p>`,
  );
}
