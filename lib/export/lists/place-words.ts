import type { CameBy, FlowNode } from '../../model/click-path.ts';

/** How the walker came to a place, as the printed click path tells it: “返回上一页“办事指南””. */
export function placeWords(
  { by, again }: { by: CameBy; again: boolean },
  node: FlowNode | undefined,
): string {
  return `${verbOf(by, again)}“${nameOf(node)}”`;
}

function verbOf(by: CameBy, again: boolean): string {
  switch (by) {
    case 'back':
      return again ? '返回上一页' : '用后退或前进到';
    case 'forward':
      return '前进到';
    case 'history':
      return '用后退或前进到';
    case 'tab':
      return '切换到';
    case 'reload':
      return again ? '刷新' : '到达';
    default:
      return again ? '又到' : '到达';
  }
}

/** As on the screen: of a unified login nothing but times is known; what a wizard's step is called says more than its page's title. */
function nameOf(node: FlowNode | undefined): string {
  if (node?.identity) return '统一身份认证';
  return node?.wizardStep || node?.title || node?.address || '没有地址的页面';
}
