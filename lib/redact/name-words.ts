import { isCommonWord } from './common-words.ts';
import { HAN } from './patterns.ts';
import { isPersonalLabel } from './personal-label.ts';
import { isFullName } from './surnames.ts';

/** Ends of what telephones, numbers and offices are called ("石桥路", "平安行"). */
const NO_NAME_ENDS_SO = /[话机号码卡证线址信箱人员户处科室局部所站厅厂店司者的了后时]$/;

/** Names written with a dot, or in Latin letters with two words at least. */
const FOREIGN = new RegExp(
  `^(?:${HAN}{1,10}(?:·${HAN}{1,10}){1,4}|[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]*){1,3})$`,
);
const MOST_NAMES = 4;

/** True for one to four names and nothing else: what must stand behind a role that menus and tables use as a word. */
export function areNames(normalValue: string): boolean {
  const value = normalValue.trim();
  if (FOREIGN.test(value)) return true;
  const words = value.split(/[\s\u200b、,;/]+/);
  return words.length <= MOST_NAMES && words.every((word) => isNameWord(word) || FOREIGN.test(word));
}

/** True for a word that reads as a Chinese name and as nothing a portal writes: to be asked beside personal data only. */
export function isNameWord(word: string): boolean {
  return (
    isFullName(word) &&
    !isCommonWord(word) &&
    !NO_NAME_ENDS_SO.test(word) &&
    isPersonalLabel(word) === undefined
  );
}
