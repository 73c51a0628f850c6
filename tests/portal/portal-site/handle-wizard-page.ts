import { html } from 'hono/html';
import type { Item } from '../items/item.ts';
import type { Html } from '../site.ts';
import type { WizardVisit } from '../state.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';

/** The department's wizard inside the portal: another origin in an iframe. */
export function handleWizardPage(frame: PageFrame, item: Item, visit: WizardVisit): Html {
  const { person, ticket } = visit;
  // planted: r-pii-url
  const query = new URLSearchParams({ ticket, xm: person.name, sfzh: person.idNumber });
  // planted: r-dead-image, r-pii-attributes
  return page(
    frame,
    `${item.name} 在线办理`,
    '在线办理',
    html`${trail(item.theme, item.name, '在线办理')}
  <div class="wrap panel handle">
    <div class="handle-head">
      <h1>${item.name}</h1>
      <img class="handle-notice" src="/static/notice-banner-2024.png" width="240" height="48" alt="办理提示">
    </div>
    <p class="applicant" title="申请人：${person.name}　证件号码：${person.idNumber}" data-phone="${person.phone}">
      当前申请人：${person.name}（${person.idNumber}）　已实名
    </p>
    <iframe id="formiframe" title="部门办理系统：${item.name}"
      src="${frame.origins.department}/apply/${item.key}?${query.toString()}"></iframe>
  </div>`,
  );
}
