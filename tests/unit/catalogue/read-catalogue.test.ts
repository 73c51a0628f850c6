import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDraft } from '../../../lib/catalogue/make-draft.ts';
import { findColumns, headings } from '../../../lib/catalogue/map-columns.ts';
import { parseCsv } from '../../../lib/catalogue/parse-csv.ts';
import { readTables } from '../../../lib/catalogue/read-tables.ts';
import { csvCell, csvText } from '../../../lib/export/csv-text.ts';
import { toGb18030 } from './gb18030.ts';
import { makeWorkbook } from './make-workbook.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const code31 = '11440100696927671X3442111817001';
const code33 = '11370828553372795B437301400600106';

/** The first table of a file, its columns by their names, and what its items come to. */
async function read(bytes: Uint8Array, name = '目录.csv') {
  const opened = await readTables(bytes, name);
  if (!opened.ok) throw new Error(opened.refusal.code);
  const table = opened.tables[0]!;
  const map = findColumns(table);
  return { ...makeDraft(table, map), map, table, encoding: opened.encoding, fileFaults: opened.faults };
}
const refusalOf = async (bytes: Uint8Array) => {
  const opened = await readTables(bytes, 'x');
  return opened.ok ? undefined : opened.refusal.code;
};
const lines = (...rows: string[]) => utf8(rows.join('\r\n'));

describe('a catalogue in separated values', () => {
  it('gives items with everything its columns say, and leaves out what they do not', async () => {
    const { items, faults } = await read(
      lines(
        '事项名称,业务办理项编码,实施主体,是否一件事,是否跨域通办,高频事项,办事指南网址,法定办结时限,承诺办结时限,申请材料数,到办事现场次数',
        `失业登记,${code33},某县人力资源和社会保障局,是,否,√,https://zwfw.example.org/guide/1,20个工作日,5个工作日,3份,0次`,
        '读者证办理,,市图书馆,,,,,,,,',
      ),
    );
    expect(faults).toEqual([]);
    expect(items).toEqual([
      {
        row: 2,
        name: '失业登记',
        code: code33,
        otherCodes: [],
        department: '某县人力资源和社会保障局',
        oneThing: true,
        crossRegion: false,
        highFrequency: true,
        guideUrl: 'https://zwfw.example.org/guide/1',
        legalLimit: '20个工作日',
        promisedLimit: '5个工作日',
        materials: 3,
        trips: 0,
      },
      { row: 3, name: '读者证办理', otherCodes: [], department: '市图书馆' },
    ]);
  });

  it.each([
    ['GB18030', toGb18030('事项名称,实施主体\r\n失业登记,市人社局\r\n'), 'gb18030'],
    ['UTF-8 with its mark', utf8('\uFEFF事项名称,实施主体\n失业登记,市人社局'), 'utf-8'],
    [
      'UTF-16',
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(
          new Uint16Array([...'事项名称\t实施主体\n失业登记\t市人社局'].map((c) => c.charCodeAt(0))).buffer,
        ),
      ]),
      'utf-16le',
    ],
  ])('is read in %s', async (_, bytes, encoding) => {
    const outcome = await read(bytes);
    expect(outcome.encoding).toBe(encoding);
    expect(outcome.items).toMatchObject([{ name: '失业登记', department: '市人社局' }]);
  });

  it('keeps quoted cells with separators, quotes and line ends, and numbers rows as the file does', async () => {
    const { items, faults } = await read(
      utf8('事项名称;事项编码;材料\n"甲；乙;""丙""";A1;"1.身份证\n2.申请表"\n;B2;\n丁;C3;'),
    );
    expect(items).toMatchObject([
      { row: 2, name: '甲；乙;"丙"', code: 'A1', materials: 2 },
      { row: 5, name: '丁', code: 'C3' },
    ]);
    expect(faults).toEqual([{ row: 4, column: 'A', code: 'nameMissing', values: [] }]);
  });

  it('whose quote is never closed says where it began', async () => {
    const { fileFaults } = await read(utf8('事项名称,部门\n甲,"乙\n丙,丁'));
    expect(fileFaults).toEqual([{ row: 2, column: '', code: 'quoteOpen', values: [] }]);
  });

  it.each<[string, string[], string]>([
    [
      'commas, in texts that hold more of others',
      [
        '事项名称,受理条件',
        '甲,年满六十，有户籍，无业，未参保',
        '乙,成年；有户籍；有住所；无欠税，无欠费，未享受，自愿',
        '丙,',
      ],
      ',',
    ],
    [
      'semicolons, in texts with commas',
      ['name;conditions', 'a;of age, resident, insured, employed', 'b;none, at all, ever'],
      ';',
    ],
    [
      'tabs below a title',
      ['某市目录，2031年版，试行，共二项', '事项名称\t部门', '甲，乙，丙\t某局', '丁\t某局'],
      '\t',
    ],
    ['full-width commas', ['事项名称，部门', '甲(a,b,c,d)，某局', '乙，某局'], '，'],
    [
      'commas, some of them left out at the end',
      ['名称,部门,备注,网址', '甲,某局,可，否', '乙,某局,是，否', '丙,某局，分局'],
      ',',
    ],
    [
      'commas, beside quoted cells',
      ['名称,条件', '"甲;乙;丙","一;二;三"', '"丁;戊;己","四;""五"";六\n七;八"'],
      ',',
    ],
  ])('is parted by what parts its lines alike: %s', (_, rows, separator) => {
    expect(parseCsv(rows.join('\r\n')).separator).toBe(separator);
  });

  it('reads back whatever our own export writes', () => {
    const cell = fc
      .string({ maxLength: 20 })
      .filter((text) => text === csvCell(text) || /[",\n\r\t;]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1, maxLength: 8 }),
        (rows) => {
          const safe = rows.map((row) =>
            row.map((text) => (csvCell(text).replace(/^"/, '').startsWith("'") ? 'x' : text)),
          );
          const text = csvText(safe).slice(1).replaceAll('\r\n', '\n');
          expect(parseCsv(text, ',').rows.map((row) => row.cells)).toEqual(
            safe.map((row) => row.map((each) => each.replaceAll('\r\n', '\n'))),
          );
        },
      ),
    );
  });
});

describe('cells that do not fit are told with row, column and reason, and cost nothing else of the row', () => {
  const columns = '事项名称,实施编码,是否高频,指南网址,材料数,到现场次数';
  const faultsOf = async (row: string) => (await read(lines(columns, row))).faults;

  it.each([
    [`甲,${code31.slice(0, 30)},,,,`, 'B', 'codeLength', [30]],
    [`甲,1.14401E+30,,,,`, 'B', 'codeRounded', ['1.14401E+30']],
    [`甲,11440100696927671A3442111817001,,,,`, 'B', 'authority', ['11440100696927671A']],
    ['甲,,也许,,,', 'C', 'notYesNo', ['也许']],
    ['甲,,,javascript:alert(1),,', 'D', 'notAnAddress', ['javascript:alert(1)']],
    ['甲,,,,若干,', 'E', 'notACount', ['若干']],
    ['甲,,,,,看情况', 'F', 'notACount', ['看情况']],
    [`${'长'.repeat(301)},,,,,`, 'A', 'tooLong', [300]],
    [',X9,,,,', 'A', 'nameMissing', []],
  ])('%s', async (row, column, code, values) => {
    expect(await faultsOf(row)).toEqual([{ row: 2, column, code, values }]);
  });

  it('a code that stands twice: the same item once, another item beside it with a word', async () => {
    const { items, faults, leftOut } = await read(
      lines('事项名称,实施编码', `甲,${code31}`, `乙,${code31}`, `甲,${code31.toLowerCase()}`, '丙,', '丙,'),
    );
    expect(items.map(({ name, row }) => [name, row])).toEqual([
      ['甲', 2],
      ['乙', 3],
      ['丙', 5],
      ['丙', 6],
    ]);
    expect(faults).toEqual([
      { row: 3, column: 'B', code: 'codeTwice', values: [code31, 2, '甲'] },
      { row: 4, column: '', code: 'rowTwice', values: [2] },
    ]);
    expect(leftOut).toBe(1);
  });

  it('a base code that several authorities have under one name stands for an item of each', async () => {
    const { items, faults } = await read(
      lines(
        '事项名称,基本编码,实施主体',
        '甲,442111817001,市人社局',
        '甲,442111817001,县人社局',
        '甲,442111817001,市人社局',
        '甲,442111817001,县人社局',
        '乙,442111817001,县人社局',
      ),
    );
    expect(items.map(({ name, row, department }) => [name, row, department])).toEqual([
      ['甲', 2, '市人社局'],
      ['甲', 3, '县人社局'],
      ['乙', 6, '县人社局'],
    ]);
    expect(faults).toEqual([
      { row: 4, column: '', code: 'rowTwice', values: [2] },
      { row: 5, column: '', code: 'rowTwice', values: [3] },
      { row: 6, column: 'B', code: 'codeTwice', values: ['442111817001', 2, '甲'] },
    ]);
  });

  it('a code of one authority that stands under two departments is kept twice and told', async () => {
    const { items, faults } = await read(
      lines('事项名称,实施编码,实施主体', `甲,${code31},市人社局`, `甲,${code31},县人社局`),
    );
    expect(items).toHaveLength(2);
    expect(faults).toEqual([{ row: 3, column: 'B', code: 'codeTwice', values: [code31, 2, '甲'] }]);
  });

  it('every row is an item or is named in a fault', () => {
    const cell = fc.oneof(
      fc.constant(''),
      fc.constantFrom('是', code31, 'http://a', '3', '一次'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const table = {
          name: 't',
          firstRow: 1,
          rows: [columns.split(','), ...rows].map((row) => row.map((text) => ({ text: text.trim() }))),
        };
        const { items, faults, leftOut } = makeDraft(
          table,
          findColumns({ ...table, rows: table.rows.slice(0, 1) }),
        );
        const filled = table.rows.slice(1).filter((row) => row.some(({ text }) => text !== '')).length;
        expect(items.length + leftOut).toBe(filled);
        for (const [at, row] of table.rows.entries()) {
          if (at === 0 || row.every(({ text }) => text === '')) continue;
          const said =
            faults.some((fault) => fault.row === at + 1) || items.some((item) => item.row === at + 1);
          expect(said).toBe(true);
        }
      }),
    );
  });
});

describe('columns', () => {
  const mapOf = async (...rows: string[]) => (await read(lines(...rows))).map;

  it('are found below a title and notes, whatever their order', async () => {
    expect(
      await mapOf('某市政务服务事项目录,,', '（2031年版）,,', '序号,所属部门,事项名称', '1,人社局,失业登记'),
    ).toEqual({
      header: 3,
      columns: { name: 2, department: 1 },
    });
  });

  it('are not guessed from names nobody knows: then the name is asked for', async () => {
    expect(await mapOf('甲,乙', '1,2')).toEqual({ header: 1, columns: {} });
  });

  it('tell several kinds of codes and limits apart', async () => {
    const { columns } = await mapOf(
      '业务办理项名称,基本编码,实施编码,业务办理项编码,法定办结时限（工作日）,承诺办结时限（工作日）',
      '甲,1,2,3,4,5',
    );
    expect(columns).toEqual({
      name: 0,
      baseCode: 1,
      implementationCode: 2,
      handlingCode: 3,
      legalLimit: 4,
      promisedLimit: 5,
    });
  });

  it('of a header merged over two rows are told by the lower one', async () => {
    const bytes = await makeWorkbook(
      {
        目录: [
          ['事项目录'],
          ['部门', '事项', '编码', '', '时限'],
          ['', '', '基本编码', '实施编码', ''],
          ['人社局', '甲', '442111817001', code31, '5天'],
        ],
      },
      (workbook) => {
        const sheet = workbook.getWorksheet('目录');
        for (const area of ['A1:E1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3']) sheet?.mergeCells(area);
      },
    );
    const { map, items, table } = await read(bytes, '目录.xlsx');
    expect(map).toEqual({
      header: 3,
      columns: { department: 0, name: 1, baseCode: 2, implementationCode: 3, promisedLimit: 4 },
    });
    expect(headings(table, 3)).toEqual(['部门', '事项', '基本编码', '实施编码', '时限']);
    expect(items).toEqual([
      {
        row: 4,
        name: '甲',
        code: code31,
        otherCodes: ['442111817001'],
        department: '人社局',
        promisedLimit: '5天',
      },
    ]);
  });
});

describe('a workbook', () => {
  it('gives the values of formulas as stored, computes none, and names cells with errors', async () => {
    const bytes = await makeWorkbook({ 目录: [['事项名称', '材料数', '部门']] }, (workbook) => {
      const sheet = workbook.getWorksheet('目录')!;
      sheet.getCell('A2').value = { formula: 'CONCATENATE("失业","登记")', result: '失业登记' };
      sheet.getCell('B2').value = { formula: '1+2' } as never;
      sheet.getCell('C2').value = { error: '#REF!' } as never;
      sheet.getCell('A3').value = '=HYPERLINK("http://evil.example")';
      sheet.getCell('B3').value = { formula: 'SUM(1,3)', result: 4 };
    });
    const { items, faults } = await read(bytes, 'x.xlsx');
    expect(items).toMatchObject([
      { row: 2, name: '失业登记', department: '' },
      { row: 3, name: '=HYPERLINK("http://evil.example")', materials: 4 },
    ]);
    expect(faults).toEqual([
      { row: 2, column: 'C', code: 'cellError', values: ['#REF!'] },
      { row: 2, column: 'B', code: 'formulaEmpty', values: [] },
    ]);
  });

  it('says when a code was kept as a number and so has lost its end', async () => {
    const { items, faults } = await read(
      await makeWorkbook({
        目录: [
          ['事项名称', '基本编码'],
          ['甲', 1.1440100696927671e30],
          ['乙', 442111817001],
        ],
      }),
    );
    expect(items).toMatchObject([{ name: '甲' }, { name: '乙', code: '442111817001' }]);
    expect(items[0]?.code).toBeUndefined();
    expect(faults).toMatchObject([{ row: 2, column: 'B', code: 'codeRounded' }]);
  });

  it('fills the rows of a merged department, reads links and rich text, passes over empty sheets', async () => {
    const bytes = await makeWorkbook(
      {
        空: [],
        目录: [
          ['部门', '事项名称', '办事指南'],
          ['人社局', '甲'],
          ['', '乙'],
        ],
      },
      (workbook) => {
        const sheet = workbook.getWorksheet('目录')!;
        sheet.mergeCells('A2:A3');
        sheet.getCell('C2').value = { text: '查看', hyperlink: 'https://zwfw.example.org/1' };
        sheet.getCell('B3').value = { richText: [{ text: '乙' }, { text: '事项' }] };
      },
    );
    const { items } = await read(bytes, 'x.xlsx');
    expect(items).toMatchObject([
      { name: '甲', department: '人社局', guideUrl: 'https://zwfw.example.org/1' },
      { name: '乙事项', department: '人社局' },
    ]);
  });

  it('of 10,000 items loses none', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [`事项${at}`, `YL-${at}`, `部门${at % 40}`]);
    const { items, faults } = await read(
      await makeWorkbook({ 目录: [['事项名称', '事项编码', '部门'], ...rows] }),
    );
    expect(items).toHaveLength(10_000);
    expect(faults).toEqual([]);
    expect(items.at(-1)).toMatchObject({
      row: 10_001,
      name: '事项9999',
      code: 'YL-9999',
      department: '部门39',
    });
  }, 60_000);
});

describe('a file that is no table is refused in words', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'empty'],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'oldExcel'],
    ['a PDF', utf8('%PDF-1.7 …'), 'pdf'],
    ['a broken zip', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9]), 'damaged'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xff]), 'noText'],
    ['nothing but blanks', utf8(' ,\n , \n'), 'noRows'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code);
  });

  it('a workbook whose sheets are all empty', async () => {
    expect(await refusalOf(await makeWorkbook({ 空: [], 也空: [['']] }))).toBe('noRows');
  });

  it('a workbook that says it unpacks to gigabytes, before anything is unpacked', async () => {
    const bytes = await makeWorkbook({ 目录: [['事项名称']] });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at + 4 < bytes.length; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    }
    expect(await refusalOf(bytes)).toBe('tooLarge');
  });
});

describe('a list as separated values', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '＝1', '\r=cmd', '\t12=1', '\t12\n=1'])(
    '%j is never run as a formula',
    (text) => {
      expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('leaves other texts as they are', () => {
    expect(csvCell('失业登记（跨省通办）')).toBe('失业登记（跨省通办）');
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell(3)).toBe('3');
    expect(csvCell('\t442111817001')).toBe('"\t442111817001"');
  });
});
