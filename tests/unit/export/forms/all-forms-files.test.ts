import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../../lib/export/forms/write-docx.ts';
import { writeHtml } from '../../../../lib/export/forms/write-html.ts';
import { writeXlsx } from '../../../../lib/export/forms/write-xlsx.ts';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import { type FormKind, formKinds } from '../../../../lib/model/form-kind.ts';
import type { FormSource } from '../../../../lib/model/official-form.ts';
import { about, leaderSource, officerOfCentre, officerSource } from '../../../support/form-sources.ts';
import { picturedSources } from '../../../support/pictured-sources.ts';
import { allParts, partOf, readDocxTables, readXlsxRows } from '../../../support/read-forms.ts';

const { sources, readPicture } = picturedSources();
const sourcesOf = (kind: FormKind): FormSource[] => {
  if (kind === 'session-report') return sources.slice(0, 1);
  return /recommendation$/.test(kind) ? [officerOfCentre()] : [...sources, leaderSource()];
};
const formOf = (kind: FormKind, list = sourcesOf(kind)) => makeForm(kind, list, about).form;
const head = [
  '填报单位：云岭省人力资源和社会保障厅',
  '填报人姓名及联系方式：李四 0990-12345',
  '2026年5月20日',
];

describe('every form as a file carries unit, person, day and 内部资料', () => {
  it.each(formKinds)('%s as .xlsx, on its first sheet', async (kind) => {
    const rows = await readXlsxRows(await writeXlsx(formOf(kind), readPicture));
    expect(rows[0]?.at(-1)).toBe('内部资料');
    expect(rows[1]?.[0]).toBe(formOf(kind).title);
    expect(rows[2]?.filter(Boolean)).toEqual(head);
  });

  it.each(formKinds)('%s as .docx, the mark in the head of every page', async (kind) => {
    const bytes = await writeDocx(formOf(kind), readPicture);
    const { paragraphs, tables } = await readDocxTables(bytes);
    expect(paragraphs).toContain(formOf(kind).title);
    expect(tables[0]?.[0]?.filter(Boolean)).toEqual(head);
    expect(partOf(bytes, 'word/header1.xml')).toContain('内部资料');
    expect(partOf(bytes, 'word/document.xml')).toContain('w:headerReference');
  });

  it.each(formKinds)('%s as a web page', async (kind) => {
    const page = await writeHtml(formOf(kind), readPicture);
    const words = page.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, '\n');
    for (const each of ['内部资料', formOf(kind).title, ...head]) expect(words).toContain(each);
  });
});

describe('附件1', () => {
  const rows = [
    ['序号', '职务', '姓名', '保障处室'],
    ['1', '党组成员、副厅长', '钱八', ''],
  ];
  it('is the document’s table in all three formats', async () => {
    const sheet = await readXlsxRows(await writeXlsx(formOf('leaders'), readPicture));
    expect(sheet.slice(3)).toEqual(rows);
    const { tables } = await readDocxTables(await writeDocx(formOf('leaders'), readPicture));
    expect(tables[0]?.slice(1)).toEqual(rows);
  });
});

describe('a form of recommendation', () => {
  const officers = [officerOfCentre(), { ...officerSource(), programme: officerOfCentre().programme }];
  const two = (() => {
    const [first, second] = officers as [FormSource, FormSource];
    const walker = { unit: '青溪市某商会', name: '体验员07', position: '', contact: '13812345678' };
    const session = { ...second.report.session, walker };
    return [first, { ...second, report: { ...second.report, session } }];
  })();

  it('has a sheet for each officer, its cells where the document has them', async () => {
    const bytes = await writeXlsx(formOf('recommendation', two), readPicture);
    const first = await readXlsxRows(bytes, '体验员03');
    expect(first[3]).toEqual(['姓名', '体验员03', '性别', '', '出生日期', '', '个人证件照']);
    expect(first[4]?.slice(0, 6)).toEqual(['民族', '', '学历', '', '政治面貌', '']);
    expect(first[6]?.[0]).toBe('工作单位');
    expect(first[6]?.[1]).toBe('青溪市某社区');
    expect([first[6]?.[4], first[6]?.[5]]).toEqual(['职务', '网格员']);
    expect(first[10]?.[0]).toBe('市行政服务中心意见');
    const second = await readXlsxRows(bytes, '体验员07');
    expect(second[1]?.[0]).toBe('云浮市行政服务中心“政务服务体验官”推荐表');
    expect(second[6]?.[1]).toBe('青溪市某商会');
  });

  it('never says how to reach an officer, in no format', async () => {
    const form = formOf('recommendation', two);
    const files = [
      allParts(await writeXlsx(form, readPicture)),
      allParts(await writeDocx(form, readPicture)),
      await writeHtml(form, readPicture),
    ];
    for (const file of files) {
      expect(file).toContain('体验员07');
      expect(file).not.toMatch(/13812345678|0990-11111/);
    }
  });

  it('is a page for each officer as a document, with title and head anew', async () => {
    const bytes = await writeDocx(formOf('recommendation', two), readPicture);
    const { paragraphs, tables } = await readDocxTables(bytes);
    const title = '云浮市行政服务中心“政务服务体验官”推荐表';
    expect(paragraphs.filter((each) => each === title)).toHaveLength(2);
    expect(tables).toHaveLength(4);
    expect(tables[1]?.[0]).toEqual(['姓名', '体验员03', '性别', '', '出生日期', '', '个人证件照']);
    expect(tables[1]?.[2]).toEqual(['健康状况', '', '联系方式', '']);
    expect(partOf(bytes, 'word/document.xml').match(/<w:pageBreakBefore\/>/g)).toHaveLength(1);
    const page = await writeHtml(formOf('recommendation', two), readPicture);
    expect(page.match(/class="mark again"/g)).toHaveLength(1);
  });
});

describe('the session report as a file', () => {
  it('has its timeline where nothing can be drawn: a step a row, from beginning to end', async () => {
    const bytes = await writeXlsx(formOf('session-report'), readPicture);
    const sheet = await readXlsxRows(bytes, '时间线');
    expect(sheet[2]?.filter(Boolean)).toEqual(head);
    const rows = sheet.slice(5);
    expect(rows.map(([step]) => step)).toEqual(['首页', '统一身份认证', '填申请人信息']);
    const bars = rows.map(([, bar]) => bar ?? '');
    expect(new Set(bars.map((bar) => bar.length))).toEqual(new Set([30]));
    expect(bars[0]).toMatch(/^▇+─+$/);
    expect(bars[1]).toMatch(/^─+▇+─+$/);
    const { tables } = await readDocxTables(await writeDocx(formOf('session-report'), readPicture));
    expect(tables.flat().map(([cell]) => cell)).toEqual(expect.arrayContaining(['步骤', '首页']));
    expect(tables.flat(2).some((cell) => /^▇+─+$/.test(cell))).toBe(true);
  });

  it('has aims, page checks, click path and pictures', async () => {
    const bytes = await writeXlsx(formOf('session-report'), readPicture);
    const sheet = async (name: string) => (await readXlsxRows(bytes, name)).flat().join('\n');
    expect(await sheet('走前瞄准')).toContain('填到一半断网');
    expect(await sheet('易用检查')).toContain('图片没有替代文字2处');
    expect((await readXlsxRows(bytes, '点击路径')).length).toBeGreaterThan(3);
    const page = await writeHtml(formOf('session-report'), readPicture);
    expect(page.match(/<figure><img/g)?.length).toBeGreaterThan(0);
    expect(page).toContain('class="strip"');
  });
});
