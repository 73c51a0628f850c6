import type { Action } from '../model/action.ts';

const verbs: Partial<Record<Action['kind'], string>> = {
  click: '点击',
  type: '输入',
  select: '选择',
  check: '勾选',
  upload: '上传',
  drag: '拖动',
  key: '按键',
  submit: '提交',
};

/** What a person has to do because nothing finds it again: "点击：下一步". */
export const undoneWords = ({ kind, label }: Action): string =>
  `${verbs[kind] ?? '操作'}：${label || '未命名'}`;
