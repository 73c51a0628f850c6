import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeDocx } from '../../../../lib/export/forms/write-docx.ts';
import { writeXlsx } from '../../../../lib/export/forms/write-xlsx.ts';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import { about, exampleSources } from '../../../support/form-sources.ts';
import { allParts, partOf, readDocxTables, readXlsxRows } from '../../../support/read-forms.ts';

const noPicture = async () => undefined;
const titles = [
  '序号',
  '事项名称\n(体验途径)',
  '人员姓名\n(职务)',
  '问题清单',
  '需求清单',
  '整改措施清单',
  '是否已整改完毕\n(或标明拟整改完成的期限)',
  '整改效果',
  '备注',
];
const rows = [
  [
    '1',
    '“失业再就业”一件事一次办\n(云岭省政务服务网PC端)',
    '张三\n(一级主任科员)',
    '1. 办事指南里的“在线办理”链接打不开，页面显示 404。\n2. 填好的表单提交失败后全部清空，需要从头再填。\n' +
      '3. 上传照片被拒，事先没有说明只收 PDF。',
    '1. 链接失效时给出其他办理途径。\n2. 提交失败时保留已填内容。',
    '1. 更换链接，并每周自动检查全部在线办理链接。（责任单位：信息中心；责任人：王五）\n' +
      '2. 增加草稿自动保存。（责任单位：就业和人才服务中心；配合单位：信息中心）\n' +
      '3. （走流程人员建议）在“选择文件”旁写明格式和大小。',
    '1. 已整改完毕\n2. 拟于2026年6月30日前完成\n3.',
    '1. 链接已恢复，复走一次办成。\n2.\n3.',
    '1. 记录ws-0512-01 回放01:00–02:00\n2. 记录ws-0512-01 回放02:00–03:00\n3. 记录ws-0513-02 回放01:00–02:00',
  ],
  [
    '2',
    '社会保障卡申领\n(云岭通APP)',
    '赵六\n(副处长)',
    '未发现问题',
    '',
    '',
    '',
    '',
    '记录ws-0514-03（2026年5月14日）',
  ],
];
const head = [
  '填报单位：云岭省人力资源和社会保障厅',
  '填报人姓名及联系方式：李四 0990-12345',
  '2026年5月20日',
];

describe('附件4 as .xlsx', () => {
  let bytes: Uint8Array;
  let sheet: ExcelJS.Worksheet;
  beforeAll(async () => {
    bytes = await writeXlsx(makeForm('three-lists', exampleSources(), about).form, noPicture);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(bytes) as never);
    sheet = book.getWorksheet('三个清单汇总表') as ExcelJS.Worksheet;
  });

  it('read back by another parser is the document’s form, cell by cell, with nothing below the last row', async () => {
    const read = await readXlsxRows(bytes);
    const blank = Array<string>(9).fill('');
    expect(read).toEqual([
      blank.with(0, '附件4').with(8, '内部资料'),
      blank.with(0, '“我陪群众走流程”三个清单汇总表'),
      blank
        .with(0, head[0] ?? '')
        .with(2, head[1] ?? '')
        .with(7, head[2] ?? ''),
      titles,
      ...rows,
    ]);
  });

  it('has the title over nine columns and the head in three parts', () => {
    expect([...(sheet.model as unknown as { merges: string[] }).merges].sort()).toEqual([
      'A2:I2',
      'A3:B3',
      'C3:G3',
      'H3:I3',
    ]);
  });

  it('prints on A4 across, one page wide, titles on every page, without a footer', () => {
    expect(sheet.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:4',
    });
    expect(sheet.headerFooter.oddHeader).toContain('内部资料');
    expect(sheet.headerFooter.oddFooter ?? null).toBeNull();
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  });

  it('has columns wide enough for their words, boxed cells that wrap, and the faces of official papers', () => {
    const widths = Array.from({ length: 9 }, (_, n) => sheet.getColumn(n + 1).width);
    expect(widths).toEqual([7, 20, 14, 27, 18, 26, 20, 16, 18]);
    expect(sheet.getCell('A2').font).toMatchObject({ name: '宋体', bold: true, size: 20 });
    expect(sheet.getCell('D4').font).toMatchObject({ name: '黑体', size: 12 });
    const cell = sheet.getCell('D5');
    expect(cell.font).toMatchObject({ name: '仿宋', size: 12, charset: 134 });
    expect(cell.alignment).toMatchObject({ wrapText: true });
    expect(Object.keys(cell.border).sort()).toEqual(['bottom', 'left', 'right', 'top']);
  });

  it('has rows tall enough for their longest cell', () => {
    // Measures: six visual lines and more of 16.5 points.
    expect(sheet.getRow(5).height).toBeGreaterThan(6 * 16.5);
    expect(sheet.getRow(5).height).toBeLessThan(409);
  });

  it('counts in numbers and keeps all else text', () => {
    expect(sheet.getCell('A5').value).toBe(1);
    expect(sheet.getCell('D5').numFmt).toBe('@');
  });
});

describe('附件4 as .docx', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = await writeDocx(makeForm('three-lists', exampleSources(), about).form, noPicture);
  });

  it('read back by another parser is the document’s form, cell by cell', async () => {
    const { paragraphs, tables } = await readDocxTables(bytes);
    expect(paragraphs).toEqual(['附件4', '“我陪群众走流程”三个清单汇总表']);
    expect(tables).toEqual([[head, titles, ...rows]]);
  });

  it('spans the head as 2, 5 and 2 of nine columns and repeats it with the titles on every page', () => {
    const xml = partOf(bytes, 'word/document.xml');
    expect([...xml.matchAll(/<w:gridSpan w:val="(\d)"/g)].map(([, span]) => span)).toEqual(['2', '5', '2']);
    expect([...xml.matchAll(/<w:gridCol /g)]).toHaveLength(9);
    expect([...xml.matchAll(/<w:tblHeader/g)]).toHaveLength(2);
  });

  it('is A4 across with the mark in the page’s head, and has no footer', () => {
    expect(partOf(bytes, 'word/document.xml')).toMatch(
      /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"|<w:pgSz w:w="16837" w:h="11906" w:orient="landscape"/,
    );
    expect(partOf(bytes, 'word/header1.xml')).toContain('内部资料');
    expect(allParts(bytes)).not.toContain('w:footerReference');
  });

  it('names Chinese faces for Chinese and sets Latin beside them', () => {
    const xml = partOf(bytes, 'word/document.xml');
    for (const face of ['仿宋', '黑体', '宋体']) expect(xml).toContain(`w:eastAsia="${face}"`);
    expect(xml).toContain('w:ascii="Times New Roman"');
  });
});

describe('附件4 in other cases', () => {
  it('without a session is the blank form with five numbered rows', async () => {
    const bytes = await writeXlsx(makeForm('three-lists', [], { ...about, unit: '' }).form, noPicture);
    const read = await readXlsxRows(bytes);
    expect(read.slice(4).map((row) => row.join('|'))).toEqual(
      ['1', '2', '3', '4', '5'].map((n) => `${n}||||||||`),
    );
    expect(read[2]?.[0]).toBe('填报单位：');
  });

  it('takes any year and leaves month and day to the hand when only the year is given', () => {
    expect(makeForm('three-lists', [], { ...about, date: '2031' }).form.head[2]).toBe(
      '2031年\u3000月\u3000日',
    );
  });

  it('can have a row for each problem, then without numbers inside', () => {
    const { form } = makeForm('three-lists', exampleSources(), { ...about, rowPer: 'problem' });
    const [block] = form.blocks;
    if (block?.what !== 'table') throw new Error('no table');
    expect(block.rows.map((row) => [row[0], row[6]])).toEqual([
      ['1', '已整改完毕'],
      ['2', '拟于2026年6月30日前完成'],
      ['3', ''],
      ['4', ''],
    ]);
  });
});
