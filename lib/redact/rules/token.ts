import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

/** JSON web tokens by their shape: three parts, the first two beginning as JSON in base64 does. */
const WEB_TOKEN = /(?<![\w-])eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{8,1000}/g;
const BEARER = /(?<=\b(?:Bearer|Basic|Token) )[\w.~+/=-]{8,4000}/g;

/** Sign-in tokens: by their shape, or behind the word that carries them in a header. */
export const token: Rule = {
  name: 'token',
  kind: 'token',
  needs: sign.token,
  inNames: true,
  find: (text) => [
    ...(text.includes('eyJ') ? findAll(text, WEB_TOKEN) : []),
    ...(text.includes('Bearer ') || text.includes('Basic ') || text.includes('Token ')
      ? findAll(text, BEARER)
      : []),
  ],
};
