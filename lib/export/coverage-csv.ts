import type { CatalogueItem } from '../model/catalogue.ts';
import { csvText } from './csv-text.ts';

/** As much of a coverage as the list prints. */
type Coverage = {
  items: readonly {
    item: CatalogueItem;
    walks: readonly { mode: string; channel: string; startedAt: number; sessionId: string }[];
  }[];
};

const heads = [
  '序号',
  '事项名称',
  '事项编码',
  '实施主体',
  '一件事',
  '跨域通办',
  '高频事项',
  '是否已走',
  '走流程方式',
  '体验途径',
  '次数',
  '最近一次',
];

/** The list of a catalogue's items with what has been walked; the codes stay whole because they are text cells. */
export function coverageCsv(
  coverage: Coverage,
  words: { mode(mode: string): string; channel(kind: string): string },
): string {
  const rows = coverage.items.map(({ item, walks }, at) => [
    at + 1,
    item.name,
    // A spreadsheet would round a bare number of 31 digits.
    item.code && /^\d{12,}$/.test(item.code) ? `\t${item.code}` : item.code,
    item.department,
    yesNo(item.oneThing),
    yesNo(item.crossRegion),
    yesNo(item.highFrequency),
    walks.length > 0 ? '已走' : '未走',
    [...new Set(walks.map((walk) => words.mode(walk.mode)))].join('、'),
    [...new Set(walks.map((walk) => words.channel(walk.channel)))].join('、'),
    walks.length,
    walks.length > 0
      ? new Date(Math.max(...walks.map((walk) => walk.startedAt))).toLocaleDateString('sv')
      : '',
  ]);
  return csvText([heads, ...rows]);
}

const yesNo = (value: boolean | undefined) => (value === undefined ? '' : value ? '是' : '否');
