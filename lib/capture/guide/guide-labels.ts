import type { GuideKey } from '../../model/guide-page.ts';

/** The labels of guide pages as portals write them, by what they mean. */
const labels: Record<Exclude<GuideKey, 'other'>, string> = {
  'item-name': '事项名称 服务事项名称 办理项名称 主项名称',
  'plain-name': '日常用语 通俗名称',
  'item-kind': '事项类型 事项类别 权力类型',
  'case-kind': '办件类型',
  'promised-limit': '承诺办结时限 承诺时限 承诺期限 承诺办理时限 承诺办结期限',
  'legal-limit': '法定办结时限 法定时限 法定期限 法定办理时限 法定办结期限',
  visits: '到办事现场次数 到现场次数 跑动次数 现场次数 办事者到办事地点最少次数',
  'visit-reason': '必须现场办理原因 必须现场办理原因说明 现场办理原因',
  pledge: '是否告知承诺制 告知承诺制 是否实行告知承诺制',
  agency: '实施主体 实施机关 实施部门 受理机构 实施主体名称',
  'base-code': '基本编码',
  'item-code': '实施编码 事项编码 实施清单编码',
  'handling-code': '业务办理项编码 办理项编码',
  ways: '办理形式 办理方式 受理方式',
  depth: '网上办理深度 网办深度 网上办理程度',
  partners: '联办机构 联合办理机构',
  level: '行使层级 实施层级',
  authority: '权力来源',
  scope: '通办区域 通办范围 通办形式 通办区域/形式',
  'in-hall': '是否进驻政务大厅 进驻政务大厅',
  booking: '是否支持预约办理 预约办理',
  'booking-address': '在线预约地址 预约地址',
  delivery: '是否支持物流快递 物流快递',
  online: '是否网办 是否支持网上办理 是否支持网办',
  'online-address': '在线办理地址 计算机端在线办理跳转地址 网上办理地址',
  system: '业务系统 业务系统名称',
  'single-sign-on': '是否对接单点登录 计算机端是否对接单点登录 单点登录',
  audience: '服务对象 面向对象',
  conditions: '受理条件 办理条件 申请条件 申报条件',
  materials: '申请材料 办理材料 申报材料 材料清单 申请材料清单',
  fee: '是否收费 收费情况',
  'fee-standard': '收费标准 收费依据 收费标准及依据 收费标准/依据',
  place: '办理地点 办理地址 办事窗口 受理地点',
  hours: '办理时间 办公时间 受理时间 工作时间',
  contact: '咨询方式 咨询电话 联系电话',
  complaint: '监督投诉方式 监督电话 投诉电话 监督方式 投诉方式',
  basis: '设定依据 法律依据 实施依据',
  flow: '办理流程 办事流程 流程图',
};

const words = Object.values(labels).map((each) => each.split(' '));

/** Heads the column, or stands before the name, of each material. */
export const materialLabels: ReadonlySet<string> = new Set(['材料名称', '申请材料名称', '所需材料']);

/** The longest label; what is longer is no label. */
export const longestLabel = 18;

const known = new Map<string, GuideKey>();
Object.keys(labels).forEach((key, n) => {
  for (const word of words[n] ?? []) known.set(word, key as GuideKey);
});

/** A label without what portals put round it: colons, stars, blanks between the characters. */
export const bare = (text: string): string =>
  dressed.test(text) ? text.replace(/[\s　]+/g, '').replace(/^[*＊]+|[:：*＊]+$/g, '') : text;
const dressed = /[\s　*＊:：]/;

/** Whether a text has labels of so many kinds anywhere in it: most pages have not, and need not be walked over. */
export function mayHoldLabels(text: string, kinds: number, extra: readonly string[]): boolean {
  const said = text.replace(/[\s　]+/g, '');
  let left = extra.some((label) => said.includes(bare(label))) ? kinds - 1 : kinds;
  for (let n = 0; n < words.length && left > 0; n += 1)
    for (const word of words[n] ?? [])
      if (said.includes(word)) {
        left -= 1;
        break;
      }
  return left <= 0;
}

/** What a label means, the site profile's own labels included; undefined for what is none. */
export function createLabelFinder(extra: readonly string[]): (label: string) => GuideKey | undefined {
  if (!extra.length) return (label) => known.get(label);
  const own = new Set(extra.map(bare));
  return (label) => known.get(label) ?? (own.has(label) ? 'other' : undefined);
}
