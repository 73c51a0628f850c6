import { html } from 'hono/html';
import type { Origins } from '../config.ts';
import type { Html } from '../site.ts';
import type { WizardVisit } from '../state.ts';

/** The shell of the wizard; Vue draws the rest in the browser. */
export function applyPage(origins: Origins, visit: WizardVisit): Html {
  const { person, ticket } = visit;
  // planted: r-pii-hidden
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>“失业再就业”一件事 - 云岭省人社一体化业务系统（演练）</title>
  <link rel="icon" href="/favicon.ico">
  <link rel="stylesheet" href="/static/vendor/element-plus.css">
  <link rel="stylesheet" href="/static/department.css">
  <script src="/static/vendor/vue.js"></script>
  <script src="/static/vendor/element-plus.js"></script>
  <script src="/static/vendor/element-plus-zh-cn.js"></script>
</head>
<body>
  <input type="hidden" id="aac002" name="aac002" value="${person.idNumber}">
  <input type="hidden" id="aac003" name="aac003" value="${person.name}">
  <input type="hidden" id="aae010" name="aae010" value="">
  <div id="wizard" data-ticket="${ticket}" data-portal="${origins.portal}"></div>
  <script src="/static/theme.js"></script>
  <script src="/static/benefit-calculator.js"></script>
  <script src="/static/job-recommend.js"></script>
  <script type="module" src="/static/wizard.js"></script>
</body>
</html>`;
}

export function expiredPage(): Html {
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>会话已失效 - 云岭省人社一体化业务系统（演练）</title>
  <link rel="stylesheet" href="/static/department.css"></head>
<body><p class="expired">会话已失效，请从政务服务网重新进入。</p></body>
</html>`;
}
