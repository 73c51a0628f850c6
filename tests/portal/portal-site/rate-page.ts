import { html } from 'hono/html';
import type { Html } from '../site.ts';
import type { FiledCase } from '../state.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

const levels = ['非常满意', '满意', '基本满意', '不满意', '非常不满意'];
const aspects = ['办事效率', '办事指南精确度', '办事便捷度', '平台操作性'];

/** 好差评: five levels and the four online aspects. */
export function ratePage(frame: PageFrame, filed: FiledCase): Html {
  // planted: r-native-validation (rate.js gives the required choice its message)
  return page(
    frame,
    '政务服务评价',
    '好差评',
    html`${trail('好差评')}
  <div class="wrap panel">
    <h1>政务服务“好差评”</h1>
    <p class="muted">办件编号：${filed.caseNo}　事项：${filed.itemName}</p>
    <form class="plain-form rate-form" method="post" action="/rate/${filed.caseNo}">
      <fieldset class="levels"><legend>整体评价 *</legend>
        ${levels.map((level) => html`<label><input type="radio" name="level" value="${level}" required> ${level}</label>`)}
      </fieldset>
      <fieldset><legend>评价指标（可多选）</legend>
        ${aspects.map((aspect) => html`<label><input type="checkbox" name="aspect" value="${aspect}"> ${aspect}</label>`)}
      </fieldset>
      <p><label for="rate-words">意见建议</label>
        <textarea id="rate-words" name="words" rows="3" maxlength="200"></textarea></p>
      <p><button class="button">提交评价</button></p>
    </form>
    <script src="/static/rate.js"></script>
  </div>`,
  );
}

export function ratedPage(frame: PageFrame, filed: FiledCase): Html {
  return page(
    frame,
    '评价成功',
    '好差评',
    html`${trail('好差评')}
  <div class="wrap panel notice-box result-box">
    <img src="/static/icons/done.svg" width="64" height="64" alt="">
    <h1>感谢您的评价</h1><p>您对 ${filed.itemName} 的评价为：${filed.rating ?? ''}</p>
    <p><a class="button" href="/">返回首页</a></p>
  </div>`,
  );
}
