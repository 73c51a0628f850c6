import type { FormBlock, FormTable } from '../../model/official-form.ts';

/** Letters that a whole timeline takes in a file of cells and letters. */
const length = 30;
const [drawn, empty] = ['▇', '─'];

/** A timeline as a table of letters, a step a row, for files in which nothing is drawn. */
export function stripTable({ heading, parts }: Extract<FormBlock, { what: 'strip' }>): FormTable {
  return {
    what: 'table',
    sheet: '时间线',
    heading,
    columns: [
      { title: '步骤', width: 24 },
      { title: '从开始到结束', width: 66 },
      { title: '占全程', width: 18, align: 'center' },
    ],
    rows: parts.map(({ label, from, to }) => {
      const begin = Math.min(length - 1, Math.floor(from * length));
      const end = Math.max(begin + 1, Math.min(length, Math.round(to * length)));
      return [
        label,
        empty.repeat(begin) + drawn.repeat(end - begin) + empty.repeat(length - end),
        `${Math.round((to - from) * 100)}%`,
      ];
    }),
    empty: '没有划分出步骤',
  };
}

/** A form whose timelines are tables. */
export const withStripTables = (blocks: readonly FormBlock[]): FormBlock[] =>
  blocks.map((block) => (block.what === 'strip' ? stripTable(block) : block));
