import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../../lib/export/forms/write-docx.ts';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import type { FormSource } from '../../../../lib/model/official-form.ts';
import { about, exampleSources, officerOfCentre, officerSource } from '../../../support/form-sources.ts';
import { readDocxTables } from '../../../support/read-forms.ts';

const made = (sources: FormSource[]) => makeForm('work-report', sources, about);
const textOf = (sources: FormSource[], heading: string): readonly string[] => {
  const block = made(sources).form.blocks.find((each) => each.heading?.endsWith(`、${heading}`));
  return block?.what === 'text' ? block.paragraphs : [];
};
const written = (sources: FormSource[], heading: string) =>
  textOf(sources, heading).filter((line) => line.trim());

describe('工作总结报告', () => {
  it('has the headings the documents ask for, numbered, under the name they give it', () => {
    const { form } = made(exampleSources());
    expect(form.title).toBe('“我陪群众走流程”“政务服务体验员”\n工作总结报告');
    expect(form.blocks.flatMap(({ heading }) => heading ?? [])).toEqual([
      '一、工作开展情况',
      '二、发现的问题不足',
      '三、整改情况和工作成效',
      '四、工作经验和做法',
      '五、常态化工作机制',
      '六、下一步工作',
    ]);
    expect(made([officerOfCentre()]).form.title).toContain('“政务服务体验官”');
  });

  it('is filled with what was counted and written down', () => {
    const sources = [...exampleSources(), officerSource()];
    expect(written(sources, '工作开展情况')).toEqual([
      '2026年上半年，云岭省人力资源和社会保障厅共开展“我陪群众走流程”4次（2026年5月12日至2026年5月16日），' +
        '涉及事项2项、走流程人员3人；发现问题3个，提出需求2条，已整改1个。',
      '其中1名体验员走流程1次，提出问题0个。',
    ]);
    expect(written(sources, '发现的问题不足').slice(0, 3)).toEqual([
      '按体验维度：通不通3个。',
      '按程度：较重1个、一般1个、办不下去1个。',
      '1. “失业再就业”一件事一次办(云岭省政务服务网PC端)：办事指南里的“在线办理”链接打不开，页面显示 404。',
    ]);
    expect(written(sources, '整改情况和工作成效')).toEqual([
      '发现的3个问题中，已整改完毕1个，已明确完成期限1个，尚未明确完成期限1个。',
      '按整改方式：立即整改到位1个、限期整改完成1个。',
      '1. “失业再就业”一件事一次办：办事指南里的“在线办理”链接打不开，页面显示 404；' +
        '整改措施：更换链接，并每周自动检查全部在线办理链接；整改效果：链接已恢复，复走一次办成。',
    ]);
    expect(written(sources, '工作经验和做法')).toHaveLength(1);
    expect(written(sources, '下一步工作')).toEqual([
      '1. “失业再就业”一件事一次办：填好的表单提交失败后全部清空，需要从头再填；' +
        '拟于2026年6月30日前完成（责任单位：就业和人才服务中心）。',
    ]);
  });

  it('leaves blank what no record knows, and says that it is to be written', () => {
    for (const heading of ['工作经验和做法', '常态化工作机制', '下一步工作']) {
      expect(written([], heading)).toEqual([]);
      expect(textOf([], heading).length).toBeGreaterThan(2);
    }
    expect(made([]).missing.map(({ field }) => field)).toContain('ownWords');
  });

  it('says of walks on a practice portal that they were practice', () => {
    const [first, ...others] = exampleSources();
    const sources = first ? [{ ...first, practice: true }, ...others] : [];
    expect(written(sources, '工作开展情况')[0]).toContain('，其中演练1次）');
    const remarks = makeForm('participation', sources, about).form.blocks.flatMap((block) =>
      block.what === 'table' ? block.rows.map((row) => row.at(-1)) : [],
    );
    expect(remarks).toEqual(['其中演练1次', '']);
  });

  it('keeps its blank lines as a document', async () => {
    const bytes = await writeDocx(made(exampleSources()).form, async () => undefined);
    const { paragraphs, tables } = await readDocxTables(bytes);
    const at = paragraphs.indexOf('五、常态化工作机制');
    const next = paragraphs.indexOf('六、下一步工作');
    expect(next - at).toBe(5);
    expect(tables.some(([row]) => row?.[0] === '走流程方式')).toBe(true);
  });
});
