import { html } from 'hono/html';
import type { Item } from '../items/item.ts';
import type { Person } from '../people.ts';
import type { Html } from '../site.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

/** On the guide: a page aside, a file, and an example that shows nothing. */
export function residenceLinks(): Html {
  // planted: s-detour, s-download, s-blank-page
  return html`<p class="residence-links"><a href="/residence/policy">积分政策解读</a>
    <a href="/residence/form.doc">下载申报表</a>
    <a href="/residence/example" target="_blank" rel="opener">填写示例</a></p>`;
}

const steps = ['身份核验', '扫码认证', '填写申报', '上传材料', '确认提交'];

const squares = Array.from({ length: 49 }, (_, n) => n).filter((n) => (n * 7 + (n % 5) * 3) % 4 < 2);

function code(): Html {
  return html`<svg class="qr" width="168" height="168" viewBox="0 0 7 7" role="img" aria-label="二维码">
    ${squares.map((n) => html`<rect x="${n % 7}" y="${Math.floor(n / 7)}" width="1" height="1"/>`)}</svg>`;
}

function material(name: string, note: string): Html {
  return html`<tr><td>${name}</td><td>${note}</td>
    <td><input type="file" aria-label="上传${name}"> <output></output></td></tr>`;
}

/** The portal's own five steps on one page; residence.js shows one at a time. */
export function residencePage(frame: PageFrame, item: Item, person: Person): Html {
  return page(
    frame,
    `${item.name} 在线办理`,
    '在线办理',
    html`${trail(item.theme, item.name, '在线办理')}
  <div class="wrap panel residence">
    <h1>${item.name}</h1>
    <ol class="residence-steps">${steps.map((name) => html`<li>${name}</li>`)}</ol>
    <section data-step hidden>
      <!-- planted: s-real-name, s-sms, s-sms-refused -->
      <h2>请先完成实名认证</h2>
      <p class="form-item"><label for="owner-phone">本人手机号码 *</label>
        <input id="owner-phone" value="${person.phone}" required></p>
      <p class="form-item"><label for="sms-code">短信验证码 *</label><input id="sms-code" maxlength="6" required>
        <button type="button" id="send-code">获取验证码</button></p>
      <p class="sms-refusal" role="alert"></p>
      <p class="muted">演练提示：短信验证码为 246810</p>
      <p><button type="button" class="button" id="check-code">下一步</button></p>
    </section>
    <section data-step hidden>
      <!-- planted: s-scan -->
      <h2>第二步</h2>
      <div class="scan-box">${code()}<p>请用手机扫一扫，扫码认证后自动进入下一步</p></div>
    </section>
    <section data-step hidden>
      <!-- planted: s-prefilled, s-spinner, s-rage-target, s-browser -->
      <h2>填写申报信息</h2>
      <div class="el-loading-mask" hidden><p>正在加载，请稍候……</p></div>
      <form class="plain-form" id="residence-form">
        <p><label for="owner-name">申报人 *</label><input id="owner-name" value="${person.name}" readonly></p>
        <p><label for="district">居住区 *</label><select id="district" required>
          <option value="">请选择</option><option>临江区</option><option>高新区</option></select></p>
        <p><label for="employer">工作单位 *</label><input id="employer" required></p>
        <p><label for="remark">备注</label><textarea id="remark" rows="2"></textarea></p>
        <fieldset><legend>申报类型</legend><label><input type="radio" name="sort" value="1" checked> 首次</label>
          <label><input type="radio" name="sort" value="2"> 续期</label></fieldset>
      </form>
      <p><span class="smart-guide" id="estimate">测算积分</span>
        <button type="button" id="sign">在线签名</button></p>
      <p><button type="button" class="button" data-next>下一步</button></p>
    </section>
    <section data-step hidden>
      <!-- planted: s-file-size, s-material-again -->
      <h2>上传材料</h2>
      <table class="material-table"><thead><tr><th>材料名称</th><th>要求</th><th>上传</th></tr></thead><tbody>
        ${material('居住证明', 'PDF 格式')}${material('劳动合同', 'PDF 格式')}</tbody></table>
      <p><button type="button" class="button" data-next>下一步</button></p>
    </section>
    <section data-step hidden>
      <!-- planted: s-queue, s-session, s-channel -->
      <h2>确认提交</h2>
      <p>请核对后提交。</p>
      <p><button type="button" class="button" id="hand-in">提交申报</button></p>
    </section>
    <div class="residence-notice notice" role="dialog" aria-label="提示" hidden><p></p>
      <button type="button" class="button plain">知道了</button></div>
    <script src="/static/residence.js"></script>
  </div>`,
  );
}
