import { html } from 'hono/html';
import type { Item } from '../items/item.ts';
import type { Html } from '../site.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

/** The portal's own short form: name, phone, library, way of delivery. */
export function handleFormPage(frame: PageFrame, item: Item): Html {
  return page(
    frame,
    `${item.name} 在线办理`,
    '在线办理',
    html`${trail(item.theme, item.name, '在线办理')}
  <div class="wrap panel">
    <h1>${item.name}</h1>
    <p class="muted">本事项当场办结，预计用时2分钟，无需上传材料。带 * 的为必填项。</p>
    <form class="plain-form" method="post" action="/handle/${item.code}">
      <p><label for="reader-name">姓名 *</label>
        <input id="reader-name" name="name" required autocomplete="name"></p>
      <p><label for="reader-phone">手机号码 *</label>
        <input id="reader-phone" name="phone" type="tel" required pattern="1[3-9][0-9]{9}" autocomplete="tel"></p>
      <p><label for="reader-library">常去的图书馆 *</label>
        <select id="reader-library" name="library" required>
          <option value="">请选择</option><option>市图书馆总馆</option><option>临江区分馆</option><option>高新区分馆</option>
        </select></p>
      <fieldset><legend>读者证形式</legend>
        <label><input type="radio" name="form" value="电子" checked> 电子读者证</label>
        <label><input type="radio" name="form" value="实体"> 实体卡（免费邮寄）</label></fieldset>
      <p class="agree"><label><input type="checkbox" name="agree" required> 我已阅读并同意《读者须知》</label></p>
      <p><button class="button">提交申请</button></p>
    </form>
  </div>`,
  );
}
