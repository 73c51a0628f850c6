import { isCommonWord } from './common-words.ts';
import { isPersonalLabel } from './personal-label.ts';
import { isFullName } from './surnames.ts';

/** Ends of what telephones, numbers and offices are called ("石桥路", "平安行"). */
const NO_NAME_ENDS_SO = /[话机号码卡证线址信箱人员户处科室局部所站厅厂店司者的了后时]$/;

/** True for a word that reads as a Chinese name and as nothing a portal writes: to be asked beside personal data only. */
export function isNameWord(word: string): boolean {
  return (
    isFullName(word) &&
    !isCommonWord(word) &&
    !NO_NAME_ENDS_SO.test(word) &&
    isPersonalLabel(word) === undefined
  );
}
