import type { GuideMaterial } from '../../model/guide-page.ts';
import type { FoundLabel } from './find-labels.ts';
import { findValue, oneLine, valueText } from './find-value.ts';
import { bare, materialLabels } from './guide-labels.ts';

const mostMaterials = 200;
const heads =
  /^(?:序号|材料形式|材料类型|来源渠道|材料来源|份数|必要性|是否必要|填报须知|样表|备注|原件|复印件|操作)/;
const needs = /必要性|是否必|必须|提交要求/;
const forms = /材料形式|材料类型|介质|形式/;
const givenAlready =
  /已关联电子证照|免(?:予)?提交|免(?:予)?上传|无需提交|不需提交|共享获取|数据共享|电子证照免/;
const notNeeded = /免|非必|不必|否|可选|容缺|选交/;
/** Kits that draw the head of a table and its rows as two tables. */
const twoTables = '.el-table,.ant-table,.layui-table-view,.vxe-table,.ivu-table';

export type Materials = { materials: GuideMaterial[]; listsMaterials: boolean };

/** 申请材料 from tables headed 材料名称, and from lists in which every material has that label before it. */
export function readMaterials(found: readonly FoundLabel[]): Materials {
  const byName = new Map<string, GuideMaterial>();
  const add = (material: GuideMaterial | undefined) => {
    if (material?.name && byName.size < mostMaterials && !byName.has(material.name))
      byName.set(material.name, material);
  };
  for (const { element, inline } of found.filter(({ key }) => key === 'material-name')) {
    const head = element.closest('th,td');
    if (head && isHead(head)) for (const row of rowsUnder(head)) add(fromRow(head, row));
    else add(fromCard(element, inline));
  }
  return {
    materials: [...byName.values()],
    listsMaterials: found.some(({ key }) => key === 'material-name' || key === 'materials'),
  };
}

function isHead(cell: Element): boolean {
  const others = [...(cell.parentElement?.children ?? [])].filter((each) => each !== cell);
  return others.some((each) => heads.test(bare(oneLine(each))));
}

function rowsUnder(head: Element): Element[] {
  const row = head.parentElement;
  const table = head.closest('table');
  if (!row || !table) return [];
  const own = [...table.querySelectorAll('tr')];
  const below = own.slice(own.indexOf(row as HTMLTableRowElement) + 1);
  if (below.length) return below;
  const kit = table.closest(twoTables);
  return kit ? [...kit.querySelectorAll('tbody tr')] : [];
}

function fromRow(head: Element, row: Element): GuideMaterial | undefined {
  const titles = [...(head.parentElement?.children ?? [])];
  const cells = [...row.children];
  const name = cells[titles.indexOf(head)];
  if (!name || cells.length < titles.length - 1 || materialLabels.has(bare(oneLine(name)))) return undefined;
  const under = (pattern: RegExp) => {
    const cell = cells[titles.findIndex((title) => title !== head && pattern.test(oneLine(title)))];
    return cell ? valueText(cell) : '';
  };
  return materialOf(valueText(name), under(needs), under(forms), oneLine(row));
}

/** A card or a list entry: its words about need stand near its name. */
function fromCard(label: Element, inline: string | undefined): GuideMaterial | undefined {
  const value = inline ? undefined : findValue(label);
  const name = inline || (value ? valueText(value) : '');
  const card = label.closest('li,tr,dl,.card,.item,[class*="material"]') ?? label.parentElement;
  const words = card ? oneLine(card).slice(0, 600) : '';
  const need = /必要性[:：]?\s*(\S{1,8})/.exec(words)?.[1] ?? '';
  return materialOf(name, need, '', words);
}

function materialOf(name: string, need: string, form: string, words: string): GuideMaterial {
  const shared = givenAlready.test(words);
  const required = need ? !notNeeded.test(need) : shared ? false : null;
  return { name, required, shared, form };
}
