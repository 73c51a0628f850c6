import { describe, expect, it } from 'vitest';
import { findMissing } from '../../../../lib/export/lists/find-missing.ts';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import { isOverdue, stateText } from '../../../../lib/export/lists/rectified.ts';
import { type FormKind, type FormSource, formKinds } from '../../../../lib/model/official-form.ts';
import { emptyRectification } from '../../../../lib/model/rectification.ts';
import { about, exampleSources, formSource } from '../../../support/form-sources.ts';
import { picturedSources } from '../../../support/pictured-sources.ts';

function tables(kind: FormKind, sources: FormSource[] = exampleSources()) {
  return makeForm(kind, sources, about).form.blocks.flatMap((block) =>
    block.what === 'table' ? [block] : [],
  );
}

describe('附件2', () => {
  it('has the document’s five columns and each official once, in the order of the first walk', () => {
    const [table] = tables('people');
    expect(table?.columns.map(({ title }) => title)).toEqual(['序号', '姓名', '职务', '联系方式', '备注']);
    expect(table?.rows).toEqual([
      ['1', '张三', '一级主任科员', '0990-54321', ''],
      ['2', '赵六', '副处长', '', ''],
    ]);
  });

  it('says 厅机关 of a department (厅) alone', () => {
    expect(makeForm('people', [], about).form.title).toBe('厅机关“我陪群众走流程”人员名单');
    expect(makeForm('people', [], { ...about, unit: '青溪市税务局' }).form.title).toBe(
      '“我陪群众走流程”人员名单',
    );
  });
});

describe('the other lists', () => {
  it('the officers’ form asks for nothing that a walk does not need', () => {
    const officer = formSource('ws-0', {
      mode: 'experience',
      walker: { unit: '青溪市某社区', name: '体验员03', position: '', contact: '0990-11111' },
    });
    const [table] = tables('officers', [...exampleSources(), officer]);
    const titles = table?.columns.map(({ title }) => title).join(' ') ?? '';
    expect(titles).not.toMatch(/性别|出生|照|民族|学历|政治|健康|地址|简历|证件/);
    expect(table?.rows).toEqual([['1', '体验员03', '', '', '青溪市某社区', '', '0990-11111', '']]);
  });

  it('walked items stand in a list for each mode, an item and channel a row, its code as text', () => {
    const lists = tables('walked-items');
    expect(lists.map(({ heading, rows }) => [heading, rows.length])).toEqual([
      ['“亲自办”事项清单', 1],
      ['“跨域办”事项清单', 1],
    ]);
    const code = lists[1]?.columns.findIndex(({ title }) => title === '事项编码') ?? -1;
    expect(lists[1]?.rows[0]?.[code]).toBe('11990000MB2000019U2002014031001');
    expect(lists[1]?.columns[code]?.number).toBeUndefined();
    expect(lists[0]?.rows[0]?.[8]).toBe('2');
  });

  it('participation counts, sorted by unit and name and never by a count', () => {
    const many = Array.from({ length: 3 }, (_, n) =>
      formSource(`ws-${n}`, { walker: { unit: about.unit, name: '周七', position: '', contact: '' } }),
    );
    const [table] = tables('participation', [...many, ...exampleSources()]);
    expect(table?.rows.map((row) => [row[1], row[3], row[6]])).toEqual([
      ['张三', '2', '3'],
      ['赵六', '1', '0'],
      ['周七', '3', '0'],
    ]);
  });

  it('the problem list has a row for each problem and tells what is overdue', () => {
    const [table] = tables('problems');
    expect(table?.rows).toHaveLength(3);
    const late = makeForm('problems', exampleSources(), { ...about, date: '2026-07-01' }).form.blocks[0];
    if (late?.what !== 'table') throw new Error('no table');
    expect(late.rows.map((row) => row[10])).toEqual([
      '已整改完毕',
      '拟于2026年6月30日前完成\n（已逾期）',
      '',
    ]);
  });

  it('the phase summary counts walks, items, people, problems and what became of them', () => {
    const words = JSON.stringify(makeForm('summary', exampleSources(), about).form.blocks);
    expect(words).toContain('共开展“我陪群众走流程”3次');
    expect(words).toContain('涉及事项2项、走流程人员2人；发现问题3个，提出需求2条，已整改1个');
    expect(words).toContain('已明确完成期限1个，尚未明确完成期限1个');
  });

  it('the session report has timeline, steps, click path, incidents and key pictures', () => {
    const { sources } = picturedSources();
    const blocks = makeForm('session-report', sources.slice(0, 1), about).form.blocks;
    expect(blocks.map(({ heading }) => heading)).toEqual([
      '一、基本情况',
      '二、时间线',
      '步骤与用时',
      '三、问题、需求和整改',
      '四、异常',
      '五、点击路径',
      '六、关键截图',
      '说明',
    ]);
    const path = blocks.find(({ heading }) => heading === '五、点击路径');
    expect(path?.what === 'table' && path.rows.length).toBeGreaterThan(2);
  });

  it.each(formKinds)('%s carries unit, person and day, with and without a session', (kind) => {
    for (const sources of [exampleSources(), []]) {
      const { form } = makeForm(kind, sources, about);
      expect(form.head).toEqual([
        '填报单位：云岭省人力资源和社会保障厅',
        '填报人姓名及联系方式：李四 0990-12345',
        '2026年5月20日',
      ]);
      expect(form.fileName).toMatch(/^[^\\/:*?"<>|]+_云岭省人力资源和社会保障厅_2026-05-20$/);
    }
  });
});

describe('what is missing', () => {
  const found = (sources: FormSource[]) =>
    Object.fromEntries(findMissing('three-lists', sources, about).map(({ field, count }) => [field, count]));

  it('is counted by field, problem by problem', () => {
    expect(found(exampleSources())).toEqual({ disposal: 1, ownerUnit: 1, measure: 1, deadline: 1 });
  });

  it('is nothing where “to be decided” was said in so many words', () => {
    const source = formSource('ws-1', {}, [
      { note: '慢', rectification: { ...emptyRectification, disposal: 'undecided' } },
    ]);
    expect(found([source])).toEqual({});
    expect(stateText(source.report.painPoints[0]?.rectification)).toBe('待定');
  });

  it('names the effect of what was done, and the head’s own fields', () => {
    const done = {
      ...emptyRectification,
      disposal: 'at-once' as const,
      ownerUnit: '科',
      measure: '改',
      done: true,
    };
    expect(found([formSource('ws-1', {}, [{ note: '慢', rectification: done }])])).toEqual({ effect: 1 });
    expect(findMissing('people', [], { ...about, unit: ' ', contact: '' }).map(({ field }) => field)).toEqual(
      ['unit', 'contact'],
    );
  });

  it('leaves highlights alone', () => {
    expect(found([formSource('ws-1', {}, [{ kind: 'highlight', note: '好' }])])).toEqual({});
  });
});

describe('personal data', () => {
  const rest = (note: string) =>
    makeForm('three-lists', [formSource('ws-1', {}, [{ note }])], about).personal;

  it('in a person’s own words is told by place and kind, never by value', () => {
    expect(rest('请联系申请人 13812345678')).toEqual([
      { where: '三个清单汇总表 1 问题清单', kind: 'mobile' },
    ]);
  });

  it('is not what the form asks for: names and numbers of officials', () => {
    for (const kind of formKinds)
      expect([kind, makeForm(kind, exampleSources(), about).personal]).toEqual([kind, []]);
    const reachable = formSource('ws-1', { walker: { ...walkerOf(), contact: '13812345678' } });
    expect(makeForm('people', [reachable], { ...about, contact: '13812345678' }).personal).toEqual([]);
  });
});

const walkerOf = () => ({ unit: about.unit, name: '张三', position: '科员', contact: '' });

it('a day is overdue the day after, never when done, and not while the form’s day is unknown', () => {
  const due = { ...emptyRectification, deadline: '2026-06-30' };
  expect(isOverdue(due, '2026-06-30')).toBe(false);
  expect(isOverdue(due, '2026-07-01')).toBe(true);
  expect(isOverdue({ ...due, done: true }, '2026-07-01')).toBe(false);
  expect(isOverdue(due, '2026')).toBe(false);
});
