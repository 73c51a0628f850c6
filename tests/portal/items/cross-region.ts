import type { Item } from './item.ts';

/** The cross-province item: the portal only sends people on to an old site with its own accounts. */
export const crossRegion: Item = {
  key: 'crossRegion',
  code: '12990000MB2000027K2002014007002',
  name: '企业职工基本养老保险关系转移接续（跨省通办）',
  plainName: '换省工作，社保怎么转过来',
  theme: '社会保障',
  kind: '公共服务',
  processing: '承诺件',
  agency: '云岭省社会保险事业管理局',
  level: '省级',
  // planted: x-missing-guide-field
  promiseDays: '',
  legalDays: '45个工作日',
  visits: '0次',
  channels: '网上办理、窗口办理',
  depth: '全程网办（Ⅳ级）',
  scope: '跨省通办',
  audience: '自然人',
  fee: '不收费',
  conditions: [
    '参保人员跨省流动就业，已在新就业地参保缴费；',
    '未达到法定退休年龄，未领取基本养老保险待遇。',
  ],
  materials: [
    {
      name: '居民身份证',
      kind: '电子证照',
      source: '公安机关核发',
      copies: '0份',
      required: false,
      note: '已关联电子证照，免提交',
    },
  ],
  flow: ['申请', '受理（2个工作日）', '发函（15个工作日）', '转移资金（15个工作日）', '办结'],
  place: '云岭省青溪市长宁路188号省社会保险服务大厅1楼 5—9 号窗口',
  hours: '工作日 9:00—17:00（午间不休息）',
  phone: '0990-6512366',
  complaint: '12345',
  basis: ['《城镇企业职工基本养老保险关系转移接续暂行办法》（国办发〔2009〕66号）'],
  partners: '转出地社会保险经办机构',
  handling: 'old-site',
  // planted: x-single-sign-on
  singleSignOn: '是',
  delivery: '否',
  keywords: ['社保', '养老', '转移', '接续', '跨省', '换省'],
};
