const yes = /^(是|有|√|✓|✔|☑|■|●|y|yes|true|1|属于|纳入|已纳入)$/i;
const no = /^(否|无|不是|×|✗|✘|x|☐|□|n|no|false|0|不属于|未纳入|-|—|\/)$/i;

/** A yes or no as catalogues write it; undefined where it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const plain = text.trim();
  if (yes.test(plain)) return true;
  return no.test(plain) ? false : undefined;
}

const digits: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  壹: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/**
 * How many: 3, 3次, 三份, 最多跑一次, 0次. With `list`, several things named one by one are counted as well
 * (身份证；申请表). Undefined where it cannot be told.
 */
export function readCount(text: string, list: boolean): number | undefined {
  const plain = text.trim();
  const number = /^(?:最多|至多|共)?(?:跑|需)?(\d{1,4})(?:\.0+)?\s*(?:次|份|个|件|项|种)?$/.exec(plain);
  if (number) return Number(number[1]);
  const word = /^(?:最多|至多|共)?(?:跑|需)?([零〇一壹二两三四五六七八九十])(?:次|份|个|件|项|种)$/.exec(
    plain,
  );
  if (word) return digits[word[1] ?? ''];
  if (/^(无|无需|不用跑|零跑动|不需要)$/.test(plain)) return 0;
  if (!list) return undefined;
  const named = plain.split(/[；;\n]|(?:^|\s)\d{1,2}[.、．]/).filter((each) => each.trim() !== '');
  return named.length > 1 ? named.length : undefined;
}
