import { html } from 'hono/html';
import type { Item, Material } from '../items/item.ts';
import type { Html } from '../site.ts';
import type { PageFrame } from './layout.ts';
import { page, trail } from './layout.ts';
import { residenceLinks } from './residence-page.ts';

/** The basic fields as label and value; an empty value stays empty on the page. */
export function guideFields(item: Item): [label: string, value: string][] {
  return [
    ['事项名称', item.name],
    ['日常用语', item.plainName],
    ['事项类型', item.kind],
    ['办件类型', item.processing],
    ['承诺办结时限', item.promiseDays],
    ['法定办结时限', item.legalDays],
    ['到办事现场次数', item.visits],
    ['必须现场办理原因', item.visits === '0次' ? '无' : '需核验本人'],
    ['实施主体', item.agency],
    ['行使层级', item.level],
    ['实施编码', item.code],
    ['基本编码', item.code.slice(19)],
    ['办理形式', item.channels],
    ['网上办理深度', item.depth],
    ['通办区域', item.scope],
    ['服务对象', item.audience],
    ['联办机构', item.partners],
    ['是否对接单点登录', item.singleSignOn],
    ['是否收费', item.fee],
    ['是否支持物流快递', item.delivery],
    ['是否支持预约办理', '是'],
    ['是否进驻政务大厅', '是'],
    ['办理地点', item.place],
    ['办理时间', item.hours],
    ['咨询方式', item.phone],
    ['监督投诉方式', item.complaint],
  ];
}

function fieldTable(item: Item): Html {
  const fields = guideFields(item);
  const rows = Array.from({ length: Math.ceil(fields.length / 2) }, (_, row) =>
    fields.slice(row * 2, row * 2 + 2),
  );
  return html`<table class="guide-table"><caption class="visually-hidden">基本信息</caption><tbody>
    ${rows.map((row) => html`<tr>${row.map(([label, value]) => html`<th scope="row">${label}</th><td>${value}</td>`)}</tr>`)}
  </tbody></table>`;
}

function materialRow(material: Material, index: number): Html {
  // planted: r-dead-link (the path of the first item's form leads nowhere)
  const template = material.templatePath
    ? html`<a href="${material.templatePath}" target="_blank" rel="opener">样表下载</a>`
    : '—';
  return html`<tr><td>${index + 1}</td><td>${material.name}</td><td>${material.kind}</td><td>${material.source}</td>
    <td>${material.copies}</td><td>${material.required ? '必要' : '免提交'}</td><td>${material.note}</td><td>${template}</td></tr>`;
}

function materialTable(item: Item): Html {
  const head = ['序号', '材料名称', '材料形式', '来源渠道', '份数', '必要性', '填报须知', '样表'];
  return html`<table class="material-table" id="sqcl"><caption class="visually-hidden">申请材料</caption>
    <thead><tr>${head.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
    <tbody>${item.materials.map(materialRow)}</tbody></table>`;
}

function faultyExtras(item: Item): Html | '' {
  if (item.key === 'residence') return residenceLinks();
  if (item.key !== 'reemployment') return '';
  // planted: r-dead-script, r-dead-click
  return html`<div class="smart-guide" title="智能导办">智能导办：三步判断您能否办理</div>
    <script src="/static/visit-statistics.js"></script>`;
}

/** planted: s-redirects (one item is reached over two old addresses) */
const applyPath = (item: Item) =>
  item.handling === 'steps' ? `/old/${item.code}/apply` : `/handle/${item.code}`;

function actions(item: Item): Html {
  return html`<div class="guide-actions">
    ${
      item.handling === 'counter'
        ? html`<span class="muted">该事项暂未开通网上办理，请到窗口办理</span>`
        : html`<a class="button" href="${applyPath(item)}">在线办理</a>`
    }
    <a class="button plain" href="/page/help">我要咨询</a><a class="button plain" href="/page/contact">我要投诉</a>
  </div>`;
}

export function guidePage(frame: PageFrame, item: Item): Html {
  const sections: [id: string, title: string, body: Html][] = [
    ['jbxx', '基本信息', fieldTable(item)],
    ['sltj', '受理条件', html`<ol>${item.conditions.map((text) => html`<li>${text}</li>`)}</ol>`],
    ['cl', '申请材料', materialTable(item)],
    ['bllc', '办理流程', html`<ol class="flow">${item.flow.map((text) => html`<li>${text}</li>`)}</ol>`],
    ['sf', '收费标准及依据', html`<p>${item.fee}</p>`],
    ['sdyj', '设定依据', html`<ul>${item.basis.map((text) => html`<li>${text}</li>`)}</ul>`],
  ];
  return page(
    frame,
    item.name,
    '办事指南',
    html`${trail(item.theme, '办事指南')}
  <article class="wrap panel guide">
    <h1 class="guide-title">${item.name}</h1>
    ${actions(item)}
    <nav class="anchors" aria-label="指南目录">${sections.map(([id, title]) => html`<a href="#${id}">${title}</a>`)}</nav>
    ${sections.map(([id, title, body]) => html`<section id="${id}"><h2>${title}</h2>${body}</section>`)}
    ${faultyExtras(item)}
  </article>`,
  );
}
