import { findAll } from '../find-all.ts';
import { sign } from '../signs.ts';
import type { Rule } from '../types.ts';

const CERTIFICATE = /(?:不动产权|房权证|房地权证|房产证)[\u4e00-\u9fff]{0,8}第?\s?(\d{6,12})(?=\s?号)/g;

/** Serial numbers of real-estate certificates ("不动产权第0123456号"): one number leads to one owner. */
export const propertyCertificate: Rule = {
  name: 'property-certificate',
  kind: 'property-certificate',
  needs: sign.certificate,
  needsDigits: 6,
  find: (text) =>
    findAll(text, CERTIFICATE, (match) => {
      const end = match.index + match[0].length;
      return { start: end - (match[1]?.length ?? 0), end };
    }),
};
