import type { Aim } from '../../model/aim.ts';
import type { PageCheckKind } from '../../model/page-check.ts';
import type { Persona } from '../../model/pain-point.ts';
import type { Programme } from '../../model/programme.ts';
import type { RatingLevel, RatingReason } from '../../model/rating.ts';
import type { Disposal } from '../../model/rectification.ts';
import type { Stage } from '../../model/stage.ts';
import type { Perspective, WalkMode } from '../../model/walk-mode.ts';

/** The forms are official Chinese documents whatever language the screens speak; hence these words are not in locales. */
const modes: Record<WalkMode, string> = {
  self: '亲自办',
  accompany: '陪同办',
  selfcheck: '自查办',
  experience: '体验办',
  crossRegion: '跨域办',
  supervise: '督导办',
  track: '跟踪办',
  other: '其他',
};

/** A mode as the programme calls it. */
export function modeWord(mode: WalkMode, programme: Programme | undefined): string {
  return programme?.modes.find((each) => each.mode === mode)?.label ?? modes[mode];
}

const perspectives: Record<Perspective, string> = {
  citizen: '群众',
  enterprise: '企业',
  helper: '帮办人员',
  handler: '经办人员',
  supervisor: '监督人员',
  enforcer: '执法人员',
};

/** A perspective as the programme calls it. */
export function perspectiveWord(perspective: Perspective, programme: Programme | undefined): string {
  return (
    programme?.perspectives.find((each) => each.perspective === perspective)?.label ??
    perspectives[perspective]
  );
}

const usualNames: Programme['listNames'] = {
  problems: '问题清单',
  needs: '需求清单',
  measures: '整改措施清单',
};

/** The three lists as the programme calls them; as 附件4 does where it does not say. */
export function listNamesOf(programme: Programme | undefined): Programme['listNames'] {
  const own = programme?.listNames;
  return {
    problems: own?.problems || usualNames.problems,
    needs: own?.needs || usualNames.needs,
    measures: own?.measures || usualNames.measures,
  };
}

/** A list of measures as a column beside its problems: a whole ledger (改进台账) is no name of a column. */
export const measuresColumn = (programme: Programme | undefined): string =>
  listNamesOf(programme).measures.replace(/台账$/, '措施');

export const severityWords = {
  minor: '轻微',
  moderate: '一般',
  serious: '较重',
  blocking: '办不下去',
} as const;

export const personaWords: Record<Persona, string> = {
  elderly: '老年人',
  disabled: '残疾人',
  remote: '偏远地区居民',
};

/** Roles of page elements as the forms call them; others are 页面元素 alone. */
export const elementKindWords: Record<string, string> = {
  button: '按钮',
  link: '链接',
  textbox: '输入框',
  combobox: '选择框',
  checkbox: '复选框',
  radio: '单选框',
  tab: '页签',
  menuitem: '菜单项',
};

const disposals: Record<Disposal, string> = {
  'at-once': '立行立改',
  'by-date': '限期整改',
  'standing-rule': '共性问题（建章立制）',
  undecided: '待定',
};

const packDisposals = { 'at-once': 'atOnce', 'by-date': 'byDate', 'standing-rule': 'common' } as const;

/** A disposal as the programme words it. */
export function disposalWord(disposal: Disposal, programme: Programme | undefined): string {
  const kind = disposal === 'undecided' ? undefined : packDisposals[disposal];
  return programme?.disposals.find((each) => each.kind === kind)?.label ?? disposals[disposal];
}

export const stageWords: Record<Stage, string> = {
  find: '查找事项',
  register: '注册',
  login: '登录',
  verify: '认证',
  consult: '咨询',
  appoint: '预约',
  apply: '填写申请',
  material: '材料提交',
  accept: '受理',
  progress: '进度查询',
  result: '结果反馈',
  rate: '评价',
  other: '其他',
};

export const outcomeWords = {
  stopped: '提交前止步',
  submitted: '已真实提交',
  withdrawn: '已撤回',
  unknown: '未说明',
} as const;

/** 走前瞄准, 是否发现. */
export const aimWords: Record<Aim['state'], string> = {
  found: '发现',
  'not-found': '未发现',
  open: '未查看',
};

export const aimSourceWords: Record<Aim['from'], string> = {
  own: '自拟',
  'check-item': '检查表条目',
  programme: '工作方案',
  earlier: '以前未解决的问题',
};

/** The five levels of 好差评 and what online services are rated on, as the documents word them. */
export const ratingWords: Record<RatingLevel, string> = {
  'very-satisfied': '非常满意',
  satisfied: '满意',
  'fairly-satisfied': '基本满意',
  dissatisfied: '不满意',
  'very-dissatisfied': '非常不满意',
};

export const ratingReasonWords: Record<RatingReason, string> = {
  efficiency: '办事效率',
  guide: '办事指南精确度',
  convenience: '办事便捷度',
  platform: '平台操作性',
};

export const pageCheckWords: Record<PageCheckKind, string> = {
  images: '图片没有替代文字',
  labels: '输入框没有名称',
  contrast: '文字对比度不足',
  names: '按钮、链接没有名称',
  language: '页面没有语言或标题',
  frames: '内嵌框架没有标题',
  'tab-order': '键盘顺序被改动',
  zoom: '不允许放大',
  keyboard: '能点但键盘到不了',
  'line-height': '行距小于1.3倍',
  'small-targets': '可点区域小于44×44',
  'small-text': '正文小于14像素',
  'elder-entry': '没有见到长辈版或无障碍入口',
  'captcha-alternative': '图形验证码没有语音等替代',
  'floating-boxes': '有浮动的广告或窗口',
  'colour-alone': '填错的项只用颜色标出',
  'media-controls': '音视频不能停止或自动播放',
};
