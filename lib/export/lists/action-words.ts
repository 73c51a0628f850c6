import type { Action } from '../../model/action.ts';

/** A run of actions as the printed click path tells it; typed values by their length alone. */
export function actionWords(run: readonly Action[]): string {
  const last = run.at(-1);
  if (!last) return '';
  const { kind, label, value } = last;
  const thing = label ? `“${label}”` : '（无名控件）';
  switch (kind) {
    case 'click':
      return run.length > 1 ? `连续点击${thing}${run.length}次` : `点击${thing}`;
    case 'type':
      return `在${thing}中输入${value?.length === undefined ? '' : `（${value.length}字）`}`;
    case 'select':
      return `选择${thing}`;
    case 'check':
      return `${value?.checked === false ? '取消勾选' : '勾选'}${thing}`;
    case 'upload':
      return `在${thing}上传${value?.files?.length ?? ''}${value?.files?.length ? '个' : ''}文件`;
    case 'drag':
      return `拖动${thing}`;
    case 'key':
      return `按${value?.key ?? ''}键`;
    case 'submit':
      return label ? `提交${thing}` : '提交表单';
    case 'navigate':
      return '前往其他地址';
    case 'back':
      return '后退或前进';
    case 'reload':
      return '刷新页面';
    case 'tab':
      return '切换标签页';
  }
}
