import { isCommonWord } from './common-words.ts';
import { normalise } from './normalise.ts';
import { isPersonalLabel } from './personal-label.ts';
import type { SensitiveRange } from './types.ts';

/** Enough for a list of a thousand persons; the text met longest ago goes first. */
const MOST = 4000;
const LONGEST = 120;
/** What menus and buttons say; a page may put such a word behind a label too. */
const SAID_BY_PAGES =
  /[上下]一?[步页]|首页|登[录陆]|注[册销]|退出|返回|提交|保存|取消|确[定认]|关闭|办理|申[请报领]|查[询看]|重[置填]|搜索|打印|下载|上传|预览|导出|新增|添加|编辑|修改|删除|选择|详情|操作|状态|认证|证件|材料|事项|服务|平台|中心|流程|须知|指南|更多|全部|人员|用户|公司|单位/;
/** True for what menus and buttons say. */
export const isSaidByPages = (text: string): boolean => SAID_BY_PAGES.test(text);
/** One region, whose name stands on every page. */
const ONE_REGION = /^[\u4e00-\u9fff]{1,6}(?:省|市|(?<![小社园])区|县|旗|盟|州|乡|镇|街道)$/;
/** True for the name of one region, which is nobody's address. */
export const isOneRegion = (text: string): boolean => ONE_REGION.test(text);

/**
 * Texts that a label beside them has shown to be personal, each as a whole and by its kind: a name no list knows, a
 * one-time code and a short address mean a person only where they stand alone. In the memory of one page, never told.
 */
export type WholeTexts = {
  add(kind: string, value: string): void;
  /** All of a text, but for the blanks around it, if it is one of them. */
  find(text: string): SensitiveRange | undefined;
  kindOf(text: string): string | undefined;
  /** Nothing to ask for. */
  isEmpty(): boolean;
};

/** `ask` knows more of them: the frame that records this one. */
export function createWholeTexts(ask?: (text: string) => string | undefined): WholeTexts {
  const kinds = new Map<string, string>();
  const kindOf = (text: string): string | undefined => {
    if (text.length < 2 || text.length > LONGEST * 2) return undefined;
    const bare = text.trim();
    return kinds.get(bare) ?? ask?.(bare);
  };
  const isEmpty = () => kinds.size === 0 && !ask;
  return {
    add(kind, value) {
      const bare = value.trim();
      if (kinds.has(bare) || !isOnesOwn(kind, normalise(bare))) return;
      kinds.set(bare, kind);
      const [oldest] = kinds.keys();
      if (kinds.size > MOST && oldest !== undefined) kinds.delete(oldest);
    },
    find(text) {
      if (isEmpty()) return undefined;
      const kind = kindOf(text);
      if (kind === undefined) return undefined;
      const end = text.trimEnd().length;
      return { start: end - text.trim().length, end, kind };
    },
    kindOf,
    isEmpty,
  };
}

/** True for a value that, standing alone, is rather this person's than something a page says to everybody. */
export function isOnesOwn(kind: string, value: string): boolean {
  if (value.length < 2 || value.length > LONGEST) return false;
  if (kind === 'name') {
    const isSaid = SAID_BY_PAGES.test(value) || (value.length === 2 && isCommonWord(value));
    return !isSaid && !/\d/.test(value) && isPersonalLabel(value) === undefined;
  }
  if (kind === 'address') return value.length >= 4 && !isOneRegion(value);
  const signs = value.replace(/[^0-9A-Za-z]/g, '').length;
  return signs >= (kind === 'birth-date' ? 6 : 4);
}
