import type { Persona } from '../../model/pain-point.ts';
import type { Programme } from '../../model/programme.ts';
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

export const perspectiveWords: Record<Perspective, string> = {
  citizen: '群众',
  enterprise: '企业',
  helper: '帮办人员',
  handler: '经办人员',
  supervisor: '监督人员',
  enforcer: '执法人员',
};

export const severityWords = {
  minor: '轻微',
  moderate: '一般',
  serious: '较重',
  blocking: '办不下去',
} as const;

export const personaWords: Record<Persona, string> = {
  elderly: '老年人',
  disabled: '残疾人',
  remote: '异地办事人',
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

export const disposalWords: Record<Disposal, string> = {
  'at-once': '立行立改',
  'by-date': '限期整改',
  'standing-rule': '共性问题（建章立制）',
  undecided: '待定',
};

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
  stopped: '提交前停止',
  submitted: '已真实提交',
  withdrawn: '提交后撤回',
  unknown: '未说明',
} as const;
