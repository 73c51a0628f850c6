/** What an item code says by its shape; local ids and UUIDs are `other`. */
export type ItemCode =
  | { kind: 'other'; code: string }
  | ({ kind: 'base'; code: string } & BaseCode)
  | ({
      kind: 'implementation' | 'handling';
      code: string;
      /** 实施主体: unified social credit code of the authority, and whether its check character fits. */
      authority: string;
      authorityFits: boolean;
      /** 行使层级: one digit; 2 province, 3 city, 4 county have been seen. */
      level: string;
      /** Only of a 33-character code: the number of the handling item below the implementation code. */
      handling?: string;
    } & BaseCode);

/** 基本编码, 12 characters: two for the region, two for the type, five for the item, three for the sub-item. */
export type BaseCode = { base: string; region: string; type: string; main: string; sub: string };

/** 实施编码 31 = 18 authority + 1 level + 12 base; 业务办理项编码 33 = 31 + 2 (shapes as published codes show them). */
const long = /^([0-9A-HJ-NPQRTUWXY]{18})(\d)([0-9A-Z]{12})(\d{2})?$/;
const base = /^[0-9]{4}[0-9A-Z]{8}$/;

/** Reads the parts of a code; spaces and dashes in it and small letters do not matter. */
export function parseItemCode(text: string): ItemCode {
  const code = normaliseCode(text);
  const found = long.exec(code);
  if (found) {
    const [, authority = '', level = '', rest = '', handling] = found;
    return {
      kind: handling ? 'handling' : 'implementation',
      code,
      authority,
      authorityFits: creditCodeFits(authority),
      level,
      ...(handling ? { handling } : {}),
      ...partsOf(rest),
    };
  }
  if (base.test(code)) return { kind: 'base', code, ...partsOf(code) };
  return { kind: 'other', code: text.trim() };
}

/** Codes as they are compared: without space and dash, in capitals. */
export function normaliseCode(text: string): string {
  return text.replaceAll(/[\s\-－—]/g, '').toUpperCase();
}

/** True when two codes can mean the same item: equal, one the other's handling item, or one the other's base code. */
export function codesMeet(a: string, b: string): boolean {
  const [left, right] = [parseItemCode(a), parseItemCode(b)];
  if (left.code === right.code) return left.code !== '';
  if (left.kind === 'other' || right.kind === 'other') return false;
  if (left.kind === 'base' || right.kind === 'base') return left.base === right.base;
  if (left.kind === right.kind) return false;
  return left.code.slice(0, 31) === right.code.slice(0, 31);
}

/** 统一社会信用代码's check character (GB 32100-2015). */
export function creditCodeFits(code: string): boolean {
  const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, at) => total + weight * letters.indexOf(code[at] ?? ''), 0);
  return letters[(31 - (sum % 31)) % 31] === code[17];
}

function partsOf(text: string): BaseCode {
  return {
    base: text,
    region: text.slice(0, 2),
    type: text.slice(2, 4),
    main: text.slice(4, 9),
    sub: text.slice(9),
  };
}
