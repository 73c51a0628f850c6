import { html } from 'hono/html';
import type { Html } from '../site.ts';

export const oldTitle = '云岭省社会保险个人网上服务大厅（演练）';

/** A page of the old site: transitional doctype, jQuery, everything in tables. */
export function oldPage(title: string, bodyClass: string, content: Html): Html {
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html lang="zh-CN">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${title} - ${oldTitle}</title>
<link rel="stylesheet" type="text/css" href="/static/old.css">
<script type="text/javascript" src="/static/vendor/jquery.js"></script>
<script type="text/javascript" src="/static/dialog.js"></script>
</head>
<body class="${bodyClass}">
${content}
</body>
</html>`;
}
