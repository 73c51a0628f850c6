import { findAll } from '../find-all.ts';
import { HAN } from '../patterns.ts';
import { isServiceValue } from '../service-values.ts';
import { sign } from '../signs.ts';
import { isFullName } from '../surnames.ts';
import type { Rule } from '../types.ts';

const NAME = new RegExp(`姓名[\\s\\u200b|]{1,4}(${HAN}{2,5})(?!${HAN})`, 'g');

/** "姓名 张三": a name set off from its label by space alone. Needs a family name. */
export const spacedName: Rule = {
  name: 'spaced-name',
  kind: 'name',
  needs: sign.name,
  find: (text) =>
    text.includes('姓名')
      ? findAll(text, NAME, (match) => {
          const end = match.index + match[0].length;
          const name = match[1] ?? '';
          return !isFullName(name, 3) || isServiceValue(name) ? false : { start: end - name.length, end };
        })
      : [],
};
