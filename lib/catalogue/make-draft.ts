import type { CatalogueItem } from '../model/catalogue.ts';
import {
  type CatalogueDraft,
  type CatalogueField,
  type CatalogueTable,
  type Cell,
  type CellFault,
  type ColumnMap,
  columnLetters,
} from '../model/catalogue-table.ts';
import { normaliseCode, parseItemCode } from '../model/item-code.ts';
import { readCount, readYesNo } from './read-values.ts';

const longest = 300;
const codeFields = ['handlingCode', 'implementationCode', 'otherCode', 'baseCode'] as const;

/** The items of a table; what cannot be taken as it stands is told with row and column, and the rest of the row kept. */
export function makeDraft(table: CatalogueTable, map: ColumnMap): CatalogueDraft {
  const draft: CatalogueDraft = { items: [], faults: [], leftOut: 0 };
  const withCode = new Map<string, CatalogueItem[]>();
  for (const [at, cells] of table.rows.entries()) {
    if (at < map.header || cells.every((cell) => cell.text === '' && !cell.error)) continue;
    const row = table.firstRow + at;
    const item = readItem(row, cells, map, draft.faults);
    if (!item) {
      draft.leftOut += 1;
      continue;
    }
    const code = item.code && normaliseCode(item.code);
    const same = (code && withCode.get(code)) || [];
    const twice = same.find(({ name, department }) => name === item.name && department === item.department);
    if (twice) {
      draft.faults.push({ row, column: '', code: 'rowTwice', values: [twice.row] });
      draft.leftOut += 1;
      continue;
    }
    const [before] = same;
    // One base code stands for the item of every authority that has it.
    if (before && !(before.name === item.name && parseItemCode(code ?? '').kind === 'base')) {
      draft.faults.push({
        row,
        column: columnOf(map, codeFields),
        code: 'codeTwice',
        values: [item.code ?? '', before.row, before.name],
      });
    }
    if (code) withCode.set(code, [...same, item]);
    draft.items.push(item);
  }
  return draft;
}

function readItem(
  row: number,
  cells: readonly Cell[],
  map: ColumnMap,
  faults: CellFault[],
): CatalogueItem | undefined {
  const say = (field: CatalogueField, code: string, ...values: (string | number)[]) => {
    faults.push({ row, column: columnLetters(map.columns[field] ?? 0), code, values });
  };
  const read = (field: CatalogueField): string => {
    const column = map.columns[field];
    const cell = column === undefined ? undefined : cells[column];
    if (!cell) return '';
    if (cell.error) say(field, 'cellError', cell.error);
    if (cell.formula && cell.text === '' && !cell.error) say(field, 'formulaEmpty');
    return cell.text;
  };
  const short = (field: CatalogueField): string => {
    const text = read(field).replaceAll(/\s+/g, ' ');
    if (text.length > longest) say(field, 'tooLong', longest);
    return text.slice(0, longest);
  };
  const codes = codeFields.flatMap((field) => {
    const code = readCode(field, short(field), cells[map.columns[field] ?? -1], say);
    return code ? [code] : [];
  });
  const yesNo = (field: CatalogueField): boolean | undefined => {
    const text = read(field);
    const value = readYesNo(text);
    if (text !== '' && value === undefined) say(field, 'notYesNo', text.slice(0, 40));
    return value;
  };
  const count = (field: CatalogueField, many: boolean): number | undefined => {
    const text = read(field);
    const value = readCount(text, many);
    if (text !== '' && value === undefined) say(field, 'notACount', text.slice(0, 40));
    return value;
  };
  const address = (): string | undefined => {
    const text = read('guideUrl');
    if (text === '') return undefined;
    if (/^https?:\/\/[^\s/]+/i.test(text) && text.length <= 500) return text;
    say('guideUrl', 'notAnAddress', text.slice(0, 40));
    return undefined;
  };
  const name = short('name');
  if (name === '') {
    say('name', 'nameMissing');
    return undefined;
  }
  const item: CatalogueItem = {
    row,
    name,
    code: codes[0],
    otherCodes: codes.slice(1).filter((code) => code !== codes[0]),
    department: short('department'),
    oneThing: yesNo('oneThing'),
    crossRegion: yesNo('crossRegion'),
    highFrequency: yesNo('highFrequency'),
    guideUrl: address(),
    legalLimit: short('legalLimit') || undefined,
    promisedLimit: short('promisedLimit') || undefined,
    materials: count('materials', true),
    trips: count('trips', false),
  };
  return Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined)) as CatalogueItem;
}

/** A code; one that the sheet has rounded is left out, one of an odd length is kept as it stands and told. */
function readCode(
  field: (typeof codeFields)[number],
  text: string,
  cell: Cell | undefined,
  say: (field: CatalogueField, code: string, ...values: (string | number)[]) => void,
): string | undefined {
  if (text === '') return undefined;
  // Spreadsheets hold 15 digits of a number exactly; what follows was turned into zeros.
  if ((cell?.number && /\d{16,}|e\+/i.test(text)) || /^\d(\.\d+)?e\+\d+$/i.test(text)) {
    say(field, 'codeRounded', text);
    return undefined;
  }
  const parsed = parseItemCode(text);
  if (parsed.kind === 'other') {
    const length = normaliseCode(text).length;
    if (/^[0-9A-Z]{28,36}$/.test(normaliseCode(text))) say(field, 'codeLength', length);
    return text;
  }
  if (parsed.kind !== 'base' && !parsed.authorityFits) say(field, 'authority', parsed.authority);
  return parsed.code;
}

function columnOf(map: ColumnMap, fields: readonly CatalogueField[]): string {
  const column = fields.map((field) => map.columns[field]).find((each) => each !== undefined);
  return column === undefined ? '' : columnLetters(column);
}
