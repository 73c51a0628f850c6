import { html } from 'hono/html';
import type { Html } from '../site.ts';
import type { Captcha } from './captcha.ts';

export interface LoginPageContent {
  service: string;
  captcha: Captcha;
  /** What is told above the form, if anything: a refusal or an ended sign-in. */
  message?: string;
}

export function loginPage({ service, captcha, message }: LoginPageContent): Html {
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>统一身份认证 - 云岭省政务服务网（演练）</title>
  <link rel="icon" href="/favicon.ico">
  <link rel="stylesheet" href="/static/login.css">
</head>
<body>
  <header><h1>云岭省统一身份认证平台</h1><p>一次登录，全网通办（演练站点）</p></header>
  <main>
    <section class="login-card" aria-labelledby="login-title">
      <p class="login-kinds"><strong id="login-title">个人登录</strong><span>法人登录</span><span>扫码登录</span></p>
      ${message ? html`<p class="login-message" role="alert">${message}</p>` : ''}
      <form method="post" action="/login">
        <input type="hidden" name="service" value="${service}">
        <input type="hidden" name="captchaId" value="${captcha.id}">
        <p><label for="account">账号</label>
          <input id="account" name="account" placeholder="手机号 / 身份证号 / 用户名" autocomplete="username" required></p>
        <p><label for="password">密码</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required></p>
        <p class="captcha"><label for="captcha">验证码</label>
          <input id="captcha" name="captcha" autocomplete="off" maxlength="4" required>
          <img src="/captcha.svg?id=${captcha.id}" width="120" height="40" alt="图形验证码"></p>
        <p class="captcha-answer">演练提示：验证码为 <output id="captcha-answer">${captcha.answer}</output></p>
        <p><button>登 录</button></p>
      </form>
      <p class="login-help">未注册用户请使用实名信息注册　忘记密码请拨打 12345</p>
    </section>
  </main>
  <footer>云岭省大数据发展管理局　服务热线 12345　演练站点，请勿填写真实信息</footer>
</body>
</html>`;
}
