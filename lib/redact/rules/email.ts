import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const EMAIL = /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,24}(?![A-Za-z])/g;
const OFFICE_BEFORE = /(?:咨询|监督|投诉|举报|办公|单位|服务|受理)[^,;。\n]{0,12}$/;

/** E-mail addresses, except a government mailbox introduced as the office's own. */
export const email: Rule = {
  name: 'email',
  kind: 'email',
  needs: sign.at,
  inNames: true,
  find: (text) =>
    text.includes('@')
      ? findAll(text, EMAIL, (match) => {
          const before = text.slice(Math.max(0, match.index - 24), match.index);
          return !(/\.gov\.cn$/i.test(match[0]) && OFFICE_BEFORE.test(before));
        })
      : [],
};
