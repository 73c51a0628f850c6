import {
  type CatalogueField,
  type CatalogueTable,
  type Cell,
  type ColumnMap,
  catalogueFields,
} from '../model/catalogue-table.ts';

/** What catalogues call their columns, the most exact first. Compared without spaces, quotes, brackets and 是否. */
const names: Record<CatalogueField, readonly string[]> = {
  name: [
    '事项名称',
    '政务服务事项名称',
    '业务办理项名称',
    '办理项名称',
    '子项名称',
    '主项名称',
    '名称',
    '事项',
    'name',
    'item',
  ],
  handlingCode: ['业务办理项编码', '办理项编码'],
  implementationCode: ['实施编码', '实施清单编码'],
  baseCode: ['基本编码', '基本目录编码', '目录编码'],
  otherCode: ['事项编码', '事项代码', '事项编号', '编码', '代码', 'code'],
  department: [
    '实施主体',
    '实施部门',
    '实施机构',
    '责任部门',
    '主管部门',
    '牵头部门',
    '所属部门',
    '部门名称',
    '部门',
    '单位',
    'department',
  ],
  oneThing: ['一件事', '一件事一次办', '高效办成一件事', 'onething'],
  crossRegion: ['跨域办', '跨域通办', '跨区域通办', '跨省通办', '区域通办', '通办', 'crossregion'],
  highFrequency: ['高频事项', '高频', '高频服务事项', 'highfrequency'],
  guideUrl: [
    '办事指南网址',
    '办事指南链接',
    '指南网址',
    '指南链接',
    '指南地址',
    '办事指南',
    '网址',
    '链接',
    'guideurl',
    'url',
  ],
  legalLimit: ['法定办结时限', '法定时限', '法定期限', 'legallimit'],
  promisedLimit: ['承诺办结时限', '承诺时限', '承诺期限', '办结时限', '时限', 'limit'],
  materials: [
    '申请材料数',
    '申请材料数量',
    '材料数量',
    '材料份数',
    '材料数',
    '申请材料',
    '材料',
    'materials',
  ],
  trips: ['到办事现场次数', '到现场次数', '现场次数', '跑动次数', '跑动', 'visits', 'trips'],
};

/** A header may stand below titles and notes, but not below more rows than these. */
const headerWithin = 20;

/** The header of a table and what its columns hold, by their names; empty columns where nothing is recognised. */
export function findColumns(table: CatalogueTable): ColumnMap {
  let best: ColumnMap & { score: number } = { header: 1, columns: {}, score: 0 };
  for (let row = 0; row < Math.min(headerWithin, table.rows.length); row += 1) {
    for (const depth of [1, 2]) {
      if (row + depth > table.rows.length) continue;
      const columns = recognise(headings(table, row + depth, depth));
      const known = Object.keys(columns).length;
      // A second row has to tell something more, else it is the first item.
      const score = known + (columns.name === undefined ? 0 : 2) - (depth - 1) * 0.5;
      if (known > 0 && score > best.score) best = { header: row + depth, columns, score };
    }
  }
  return { header: best.header, columns: best.columns };
}

/** What stands over each column: of a header in two rows the lower one, with the upper where the lower says nothing. */
export function headings(table: CatalogueTable, header: number, depth = 2): string[] {
  const at = (row: number): Cell[] => (row < 0 ? [] : (table.rows[row] ?? []));
  const lower = at(header - 1);
  const upper = depth > 1 ? at(header - 2) : [];
  const width = Math.max(lower.length, upper.length);
  return Array.from({ length: width }, (_, column) => lower[column]?.text || upper[column]?.text || '');
}

function recognise(texts: readonly string[]): ColumnMap['columns'] {
  const plain = texts.map(plainName);
  const columns: ColumnMap['columns'] = {};
  const taken = new Set<number>();
  const take = (fits: (heading: string, name: string) => boolean) => {
    for (const field of catalogueFields) {
      for (const name of names[field]) {
        if (columns[field] !== undefined) break;
        const found = plain.findIndex(
          (heading, at) => heading !== '' && !taken.has(at) && fits(heading, name),
        );
        if (found < 0) continue;
        columns[field] = found;
        taken.add(found);
      }
    }
  };
  take((heading, name) => heading === name);
  // A longer heading that holds the name, such as 承诺办结时限（工作日）数; single words would fit too much.
  take((heading, name) => name.length >= 3 && heading.length <= name.length + 8 && heading.includes(name));
  return columns;
}

function plainName(text: string): string {
  return text
    .replaceAll(/[（(【[].*?[）)】\]]/g, '')
    .replaceAll(/[\s"“”'‘’「」《》*＊:：_-]/g, '')
    .replace(/^(是否(为|属于|纳入)?|所属)(?=.)/, '')
    .toLowerCase();
}
