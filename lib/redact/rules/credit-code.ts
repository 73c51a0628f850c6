import { hasCreditCodeChecksum } from '../checksums.ts';
import { findAll } from '../find-all.ts';
import { compact } from '../patterns.ts';
import type { Rule } from '../types.ts';

const CODE =
  /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXY]{2}[ \u200b]?\d{2}[ \u200b]?\d{4}(?:[ \u200b]?[0-9A-HJ-NPQRTUWXY]){10}(?![0-9A-Za-z])/gi;

const LENGTH = 18;

/** Unified social credit codes outside item codes: by shape when a letter shows the kind, else by checksum. */
export const creditCode: Rule = {
  name: 'credit-code',
  kind: 'credit-code',
  inNames: true,
  needsRun: 6,
  find: (text) =>
    findAll(text.length < LENGTH ? '' : text, CODE, (match) => {
      const code = compact(match[0]);
      if (hasCreditCodeChecksum(code)) return true;
      return match[0].length === 18 && /[A-Z]/i.test(code);
    }),
};
