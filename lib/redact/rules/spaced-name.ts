import { findAll } from '../find-all.ts';
import { HAN } from '../patterns.ts';
import { isServiceValue } from '../service-values.ts';
import { SURNAME } from '../surnames.ts';
import type { Rule } from '../types.ts';

const NAME = new RegExp(`姓名[\\s\\u200b|]{1,4}(${SURNAME}${HAN}{1,3})(?!${HAN})`, 'g');

/** "姓名 张三": a name set off from its label by space alone. Needs a family name. */
export const spacedName: Rule = {
  kind: 'name',
  find: (text) =>
    text.includes('姓名')
      ? findAll(text, NAME, (match) => {
          const end = match.index + match[0].length;
          const name = match[1] ?? '';
          return isServiceValue(name) ? false : { start: end - name.length, end };
        })
      : [],
};
