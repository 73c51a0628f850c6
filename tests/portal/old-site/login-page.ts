import { html } from 'hono/html';
import { oldAccount } from '../people.ts';
import type { Html } from '../site.ts';
import { oldPage } from './layout.ts';

/** The second login: an account of its own, although the guide promises single sign-on. */
export function oldLoginPage(message: string): Html {
  // planted: x-login-again, x-old-browser
  return oldPage(
    '用户登录',
    'login',
    html`
<table class="login-box" cellspacing="0" align="center"><tr><td>
  <h1>社会保险个人网上服务大厅</h1>
  <p class="browser-note">建议使用 IE8.0 及以上版本浏览器，分辨率 1024×768 效果最佳</p>
  ${message ? html`<p class="refusal" role="alert">${message}</p>` : ''}
  <form method="post" action="/login.do">
  <table class="fields" cellspacing="6">
    <tr><td align="right"><label for="userid">个人编号：</label></td><td><input type="text" id="userid" name="userid"></td></tr>
    <tr><td align="right"><label for="passwd">查询密码：</label></td><td><input type="password" id="passwd" name="passwd"></td></tr>
    <tr><td></td><td><input type="submit" class="btn" value="登 录"> <input type="reset" class="btn" value="重 置"></td></tr>
  </table>
  </form>
  <p class="hint">初始密码请携带身份证到经办窗口领取。演练账号 ${oldAccount.account}，密码 ${oldAccount.password}</p>
</td></tr></table>`,
  );
}
