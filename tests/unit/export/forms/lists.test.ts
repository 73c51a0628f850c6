import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readClickPath } from '../../../../lib/assess/click-path/read-click-path.ts';
import { writeHtml } from '../../../../lib/export/forms/write-html.ts';
import { findMissing } from '../../../../lib/export/lists/find-missing.ts';
import { leadersOf } from '../../../../lib/export/lists/leaders.ts';
import { makeForm } from '../../../../lib/export/lists/make-form.ts';
import { isOverdue, stateText } from '../../../../lib/export/lists/rectified.ts';
import { Action } from '../../../../lib/model/action.ts';
import { type FormKind, formKinds } from '../../../../lib/model/form-kind.ts';
import { AppliedPolicy } from '../../../../lib/model/masking-policy.ts';
import type { FormSource } from '../../../../lib/model/official-form.ts';
import { PickedElement } from '../../../../lib/model/picked-element.ts';
import { Programme } from '../../../../lib/model/programme.ts';
import { emptyRectification } from '../../../../lib/model/rectification.ts';
import type { Visit } from '../../../../lib/model/visit.ts';
import {
  about,
  exampleSources,
  formSource,
  leaderSource,
  officerOfCentre,
  officerSource,
} from '../../../support/form-sources.ts';
import { picturedSources } from '../../../support/pictured-sources.ts';

const missingOf = (kind: FormKind, sources: FormSource[]) =>
  findMissing(kind, sources, about).map(({ field, of, count }) => `${field} ${of} ${count}`);

function tables(kind: FormKind, sources: FormSource[] = exampleSources()) {
  return makeForm(kind, sources, about).form.blocks.flatMap((block) =>
    block.what === 'table' ? [block] : [],
  );
}

describe('附件2', () => {
  it('has the document’s five columns and each official once, in the order of the first walk', () => {
    const [table] = tables('staff-list');
    expect(table?.columns.map(({ title }) => title)).toEqual(['序号', '姓名', '职务', '联系方式', '备注']);
    expect(table?.rows).toEqual([
      ['1', '张三', '一级主任科员', '0990-54321', ''],
      ['2', '赵六', '副处长', '', ''],
    ]);
  });

  it('says 厅机关 of a department (厅) alone', () => {
    expect(makeForm('staff-list', [], about).form.title).toBe('厅机关“我陪群众走流程”人员名单');
    expect(makeForm('staff-list', [], { ...about, unit: '青溪市税务局' }).form.title).toBe(
      '“我陪群众走流程”人员名单',
    );
  });
});

describe('附件1', () => {
  it('has the document’s four columns and those of the leadership alone; 保障处室 is left to be written', () => {
    const [table] = tables('leaders', [...exampleSources(), leaderSource()]);
    expect(table?.columns.map(({ title }) => title)).toEqual(['序号', '职务', '姓名', '保障处室']);
    expect(table?.rows).toEqual([['1', '党组成员、副厅长', '钱八', '']]);
    expect(missingOf('leaders', [leaderSource()])).toContain('supportOffice paper 1');
  });

  it.each([
    ['副厅长', true],
    ['党组书记、局长', true],
    ['二级巡视员', true],
    ['派驻纪检监察组组长', true],
    ['副处长', false],
    ['一级主任科员', false],
    ['科长', false],
    ['办公室主任', false],
  ])('%s: of the leadership %s', (position, expected) => {
    const walker = { unit: about.unit, name: '某某', position, contact: '' };
    expect(leadersOf([formSource('ws-1', { walker })], about).length === 1).toBe(expected);
  });

  it('is blank where nobody of the leadership walked, and says so', () => {
    const [table] = tables('leaders');
    expect(table?.rows).toHaveLength(5);
    expect(table?.rows.flatMap((row) => row.slice(1)).join('')).toBe('');
    expect(missingOf('leaders', exampleSources())).toContain('leaders paper 1');
  });

  it('names the leadership after the kind of unit', () => {
    const titleOf = (unit: string) => makeForm('leaders', [], { ...about, unit }).form.title;
    expect(titleOf('云岭省人力资源和社会保障厅')).toBe('厅领导开展“我陪群众走流程”情况表');
    expect(titleOf('青溪市政务服务中心')).toBe('单位领导开展“我陪群众走流程”情况表');
  });
});

describe('forms of recommendation', () => {
  const grids = (kind: 'recommendation' | 'self-recommendation', sources: FormSource[]) =>
    makeForm(kind, sources, about).form.blocks.flatMap((block) => (block.what === 'grid' ? [block] : []));
  const cellsOf = (kind: Parameters<typeof grids>[0], sources: FormSource[]) =>
    grids(kind, sources)[0]?.rows.flatMap(({ cells }) => cells) ?? [];

  it('have the document’s cells; name, unit and post alone are filled in', () => {
    const cells = cellsOf('recommendation', [officerOfCentre()]);
    expect(cells.filter(({ label }) => label).map(({ text }) => text)).toEqual([
      '姓名',
      '性别',
      '出生日期',
      '个人证件照',
      '民族',
      '学历',
      '政治面貌',
      '健康状况',
      '联系方式',
      '工作单位',
      '职务',
      '通信地址',
      '个人简历',
      '推荐单位意见',
      '市行政服务中心意见',
    ]);
    const filled = cells.filter(({ label, text }) => !label && text && !text.includes('盖章'));
    expect(filled.map(({ text }) => text)).toEqual(['体验员03', '青溪市某社区', '网格员']);
    expect(missingOf('recommendation', [officerOfCentre()])).toContain('handWritten paper 1');
    expect(grids('recommendation', [officerOfCentre()])[0]?.notes).toEqual([
      '此表一式三份，个人、所在单位、市行政服务中心各留一份。',
    ]);
  });

  it('take the same columns in every row', () => {
    for (const kind of ['recommendation', 'self-recommendation'] as const) {
      const [grid] = grids(kind, []);
      let below = 0;
      for (const { cells } of grid?.rows ?? []) {
        const photo = cells.some(({ down = 1 }) => down > 1);
        const own = cells.reduce((sum, { span = 1 }) => sum + span, 0);
        expect(own + (below > 0 ? 1 : 0)).toBe(7);
        below = photo ? 2 : Math.max(0, below - 1);
      }
    }
  });

  it('put forward by themselves, no unit has an opinion and the community keeps a copy', () => {
    const [grid] = grids('self-recommendation', [officerOfCentre()]);
    expect(JSON.stringify(grid)).not.toContain('推荐单位意见');
    expect(grid?.notes.join()).toBe('此表一式三份，个人、所在社区（街道）、市行政服务中心各留一份。');
  });

  it('carry the annex and centre of the one document that has them; elsewhere whoever decides', () => {
    const { form } = makeForm('recommendation', [officerOfCentre()], about);
    expect([form.annex, form.title]).toEqual(['附件1', '云浮市行政服务中心“政务服务体验官”推荐表']);
    const other = makeForm('self-recommendation', [officerSource()], about).form;
    expect([other.annex, other.title]).toEqual(['', '“政务服务体验员”自荐表']);
    expect(JSON.stringify(other.blocks)).toContain('审定单位意见');
  });

  it('are blank without an officer', () => {
    expect(grids('recommendation', exampleSources())).toHaveLength(1);
  });
});

describe('the other lists', () => {
  it('the officers’ form asks for nothing that a walk does not need', () => {
    const officer = formSource('ws-0', {
      mode: 'experience',
      walker: { unit: '青溪市某社区', name: '体验员03', position: '', contact: '0990-11111' },
    });
    const [table] = tables('officer-registration', [...exampleSources(), officer]);
    const titles = table?.columns.map(({ title }) => title).join(' ') ?? '';
    expect(titles).not.toMatch(/性别|出生|照|民族|学历|政治|健康|地址|简历|证件/);
    expect(table?.rows).toEqual([['1', '体验员03', '', '', '青溪市某社区', '', '', '']]);
    expect(missingOf('officer-registration', [officer])).toContain('officerContact paper 1');
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

  it('what nobody said of an item is an empty cell in the list of walked items, never 否', () => {
    const marks = (...items: { oneThing?: boolean; crossRegion?: boolean }[]) =>
      tables(
        'walked-items',
        items.map((said, n) => formSource(`ws-${n}`, { item: { name: '失业登记', ...said } })),
      )[0]?.rows[0]?.slice(3, 5);
    expect(marks({})).toEqual(['', '']);
    expect(marks({ oneThing: false })).toEqual(['否', '']);
    expect(marks({ oneThing: false }, { oneThing: true, crossRegion: false }, {})).toEqual(['是', '否']);
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
    const [table] = tables('problem-list');
    expect(table?.rows).toHaveLength(3);
    const late = makeForm('problem-list', exampleSources(), { ...about, date: '2026-07-01' }).form.blocks[0];
    if (late?.what !== 'table') throw new Error('no table');
    expect(late.rows.map((row) => row[10])).toEqual([
      '已整改完毕',
      '拟于2026年6月30日前完成\n（已逾期）',
      '',
    ]);
  });

  it('the phase summary counts walks, items, people, problems and what became of them', () => {
    const words = JSON.stringify(makeForm('phase-summary', exampleSources(), about).form.blocks);
    expect(words).toContain('共开展“我陪群众走流程”3次');
    expect(words).toContain('涉及事项2项、走流程人员2人；发现问题3个，提出需求2条，已整改1个');
    expect(words).toContain('已明确完成期限1个，尚未明确完成期限1个');
  });

  it('the session report has timeline, steps, click path, incidents and key pictures', () => {
    const { sources } = picturedSources();
    const blocks = makeForm('session-report', sources.slice(0, 1), about).form.blocks;
    expect(blocks.map(({ heading }) => heading)).toEqual([
      '一、基本情况',
      '二、走前瞄准及是否发现（走流程人员陈述）',
      '三、时间线',
      '步骤与用时',
      '四、问题、需求和整改',
      '五、异常',
      '六、点击路径',
      '七、易用检查（无障碍和适老化，非正式检测）',
      '八、关键截图',
      '说明',
    ]);
    const path = blocks.find(({ heading }) => heading === '六、点击路径');
    expect(path?.what === 'table' && path.rows.length).toBeGreaterThan(2);
    const strip = blocks.find(({ what }) => what === 'strip');
    expect(strip?.what === 'strip' && strip.parts.length).toBe(3);
  });

  it('the click path says as the screen does how each place was come to, and what it is called', () => {
    const [source] = picturedSources().sources;
    if (!source) throw new Error('no example');
    const { startedAt } = source.report.session;
    const came = (after: number, path: string, more: Partial<Visit> = {}): Visit => ({
      id: `v${after}`,
      at: startedAt + after,
      tab: 1,
      frame: 0,
      kind: 'document',
      url: `https://zwfw.example${path}`,
      title: '网上申报',
      identity: false,
      back: false,
      redirects: 0,
      ...more,
    });
    const wizard = (after: number, wizardStep: string) =>
      came(after, '/apply', { kind: 'wizard', wizardStep });
    const click = (after: number) =>
      Action.parse({ id: `a${after}`, at: startedAt + after, stream: 's', tab: 1, frame: 0, kind: 'click' });
    const report = {
      ...source.report,
      steps: [],
      actions: [click(2500), click(9500)],
      visits: [
        came(0, '/', { title: '首页' }),
        came(1000, '/login', { identity: true, title: '' }),
        came(2000, '/apply'),
        wizard(2100, '填写基本信息'),
        wizard(3000, '上传材料'),
        came(4000, '/', { title: '首页', transition: 'reload' }),
        came(5000, '/help', { title: '帮助' }),
        came(6000, '/', { title: '首页', back: true }),
        came(7000, '/help', { title: '帮助', back: true }),
        came(8000, '/elsewhere', { title: '别处', back: true }),
        came(9000, '/', { title: '首页' }),
      ],
    };
    const table = tables('session-report', [
      { ...source, report, clickPath: () => readClickPath(report) },
    ]).find(({ sheet }) => sheet === '点击路径');
    expect(table?.rows.map((row) => row[2]).filter((words) => String(words).startsWith('→'))).toEqual([
      '→ 到达“首页”',
      '→ 到达“统一身份认证”',
      '→ 到达“填写基本信息”',
      '→ 到达“上传材料”',
      '→ 刷新“首页”',
      '→ 到达“帮助”',
      '→ 返回上一页“首页”',
      '→ 前进到“帮助”',
      '→ 用后退或前进到“别处”',
      '→ 又到“首页”',
    ]);
  });

  it('a report without aims and checks has none of their headings, and no number is left out', () => {
    const { blocks } = makeForm('session-report', exampleSources().slice(0, 1), about).form;
    expect(blocks.map(({ heading }) => heading)).toEqual([
      '一、基本情况',
      '二、时间线',
      '步骤与用时',
      '三、问题、需求和整改',
      '四、异常',
      '说明',
    ]);
  });

  it('the session report says what was looked for, whether it was found, and in which problem', () => {
    const { sources } = picturedSources();
    const table = tables('session-report', sources.slice(0, 1)).find(({ sheet }) => sheet === '走前瞄准');
    expect(table?.rows.map((row) => row.slice(2))).toEqual([
      ['以前未解决的问题', '发现', '问题1（02:00）：办事指南里的“在线办理”链接打不开，页面显示 404。'],
      ['检查表条目', '未发现', ''],
      ['自拟', '发现', '问题2（03:00）：填好的表单提交失败后全部清空，需要从头再填。'],
      ['自拟', '未查看', ''],
    ]);
  });

  it('a rating is printed as stated, and nothing stands for one that nobody gave', () => {
    const { sources } = picturedSources();
    const rowOf = (list: FormSource[]) =>
      tables('session-report', list)[0]?.rows.find(([name]) => name === '满意度评价');
    expect(rowOf(sources.slice(0, 1))).toEqual([
      '满意度评价',
      '基本满意（走流程人员陈述）',
      '评价理由',
      '办事效率、办事指南精确度；办得快，指南还要再准一些。',
    ]);
    expect(rowOf(exampleSources().slice(0, 1))).toEqual(['满意度评价', '未评价', '评价理由', '']);
  });

  it('page checks are printed by step, as informal, and a step that was not checked says so', () => {
    const { sources } = picturedSources();
    const table = tables('session-report', sources.slice(0, 1)).find(({ sheet }) => sheet === '易用检查');
    expect(table?.heading).toContain('非正式检测');
    expect(table?.rows).toEqual([
      ['首页', '00:00', '图片没有替代文字2处', '文字对比度不足'],
      ['统一身份认证', '', '登录页不检查', ''],
      ['填申请人信息', '', '未检查', ''],
    ]);
  });

  it('the phase summary counts ratings by level with the unrated beside them, and aims', () => {
    const { sources } = picturedSources();
    const { blocks } = makeForm('phase-summary', sources, about).form;
    const bars = blocks.find(({ heading }) => heading?.includes('满意度评价'));
    expect(bars?.what === 'bars' && bars.bars.map(({ label, value }) => `${label}${value}`)).toEqual([
      '非常满意0',
      '满意0',
      '基本满意1',
      '不满意0',
      '非常不满意0',
      '未评价2',
    ]);
    expect(JSON.stringify(blocks)).toContain('走前瞄准4条，发现2条');
    expect(JSON.stringify(makeForm('phase-summary', exampleSources(), about).form.blocks)).not.toContain(
      '满意度',
    );
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

describe('further check items, persona, element and drawing', () => {
  const element = PickedElement.parse({
    label: '下一步',
    role: 'button',
    framePath: [],
    rect: { x: 10, y: 10, width: 20, height: 10 },
  });
  const moreCheckItems = [
    { dimensionId: 'lnrs2023-4q.tong', checkItemId: 'lnrs2023-4q.tong.02' },
    { dimensionId: 'lnrs2023-4q.quan', checkItemId: 'lnrs2023-4q.quan.01' },
  ];
  const drawing = [{ kind: 'text' as const, color: 'red' as const, at: { x: 5, y: 5 }, text: '太小' }];
  const shot = { id: 'sh-1', tab: 1, why: 'pain-point' as const, object: 'f'.repeat(64), masked: 0 };
  const marked = (change: object = {}) => {
    const source = formSource('ws-1', {}, [
      { moreCheckItems, persona: 'elderly', element, drawing, screenshotId: 'sh-1', ...change },
    ]);
    const { at } = source.report.painPoints[0] ?? { at: 0 };
    const screenshots = [{ ...shot, at, width: 800, height: 600, by: 'tab' as const }];
    return { ...source, report: { ...source.report, screenshots } };
  };

  it('stand in the problem list: each dimension once in a row, whom it hits, what was pointed at', () => {
    const [row] = tables('problem-list', [marked()])[0]?.rows ?? [];
    expect(String(row?.[4]).split('\n')).toEqual([
      '通不通',
      expect.any(String),
      expect.any(String),
      '全不全',
      expect.any(String),
    ]);
    expect(row?.[3]).toMatch(
      /^“.+”（通不通）、“.+”（通不通）、“.+”（全不全）方面存在问题（涉及人群：老年人）\n页面元素：“下一步”（按钮）$/,
    );
  });

  it('in 附件4 too, where the check item is said for want of words; with words only whom it hits', () => {
    expect(String(tables('three-lists', [marked()])[0]?.rows[0]?.[3])).toContain(
      '（全不全）方面存在问题（涉及人群：老年人）',
    );
    const [row] = tables('three-lists', [marked({ note: '字太小' })])[0]?.rows ?? [];
    expect(row?.[3]).toEqual(['1. 字太小（涉及人群：老年人）']);
  });

  it('a problem of several dimensions counts under each of them once, and the heading says so', () => {
    const bars = makeForm('phase-summary', [marked()], about).form.blocks.find(({ what }) => what === 'bars');
    expect(bars).toMatchObject({
      heading: expect.stringContaining('分别计入'),
      bars: [
        { label: '通不通', value: 1 },
        { label: '全不全', value: 1 },
      ],
    });
  });

  it('dimensions of one name and another meaning are counted apart, each with what it asks', () => {
    const read = (name: string) =>
      Programme.parse(JSON.parse(readFileSync(`public/programmes/${name}.json`, 'utf8')));
    const of = (programme: Programme, dimensionId: string) => ({
      ...formSource('ws-1', {}, [{ dimensionId, checkItemId: `${dimensionId}.01`, note: '慢' }]),
      programme,
    });
    const [weihai, press] = [read('weihai-2023'), read('press-practices')];
    const sources = [
      of(weihai, 'wh2023-4q.hao'),
      of(press, 'xh-4q.hao-attitude'),
      of(press, 'xh-4q.hao-attitude'),
      of(press, 'sc-city-4q.tong'),
      of(press, 'xh-4q.tong'),
      of(press, 'xh-4q.gao-eff'),
    ];
    const { blocks } = makeForm('phase-summary', sources, about).form;
    const bars = blocks.find(({ what }) => what === 'bars');
    expect(bars?.what === 'bars' && bars.bars.map(({ label, value }) => `${label}${value}`)).toEqual([
      '好不好（态度好吗）2',
      '好不好（体验好吗）1',
      // These ask the same: the checklist tells them apart.
      '通不通（某市“四问”：懂不懂、通不通、优不优、效果好不好）1',
      '通不通（兴化“四问”：通不通、效率高不高、优不优、态度好不好）1',
      '高不高1',
    ]);
    expect(JSON.stringify(makeForm('work-report', sources, about).form.blocks)).toContain(
      '好不好（态度好吗）2个、好不好（体验好吗）1个',
    );
  });

  it('a problem whose programme is not here counts under a dimension of unknown name', () => {
    const sources = [{ ...formSource('ws-1', {}, [{ note: '慢', moreCheckItems }]), programme: undefined }];
    const bars = makeForm('phase-summary', sources, about).form.blocks.find(({ what }) => what === 'bars');
    expect(bars).toMatchObject({ bars: [{ label: '维度名称未知', value: 1 }] });
  });

  it.each(['phase-summary', 'session-report'] as const)(
    'lie over the picture of the %s, and not in it',
    (kind) => {
      const pictures = makeForm(kind, [marked()], about).form.blocks.find(({ what }) => what === 'pictures');
      expect(pictures).toMatchObject({
        pictures: [{ object: shot.object, shapes: [{ dashed: true }, { kind: 'words', text: '太小' }] }],
      });
    },
  );

  it('on paper are drawn over the picture, words made harmless', async () => {
    const hostile = [{ ...drawing[0], text: '<script>1</script>' }] as typeof drawing;
    const { form } = makeForm('session-report', [marked({ drawing: hostile })], about);
    const bytes = new Uint8Array([255, 216, 255]);
    const html = await writeHtml(form, async () => ({ bytes, type: 'jpg' }));
    expect(html).toMatch(
      /<svg viewBox="0 0 800 600">.*stroke-dasharray.*&lt;script&gt;1&lt;\/script&gt;<\/text><\/svg>/,
    );
    expect(html).not.toContain('<script');
  });

  it('are looked through for personal data before a form leaves', () => {
    const personal = [{ ...drawing[0], text: '13800138000' }] as typeof drawing;
    const made = makeForm('session-report', [marked({ drawing: personal })], about);
    expect(made.personal).toMatchObject([{ where: expect.stringContaining('关键截图'), kind: 'mobile' }]);
  });
});

describe('bookmarks nobody filled in', () => {
  const bookmark = { id: 'b1', at: 1, interval: { from: 0, to: 1 }, url: '', title: '未补填的页面' };
  const source = () => formSource('ws-1', {}, [{}], { bookmarks: [bookmark] });

  it.each(formKinds)('are in no %s, and counted beside it', (kind) => {
    const made = makeForm(kind, [source()], about);
    expect(made.unfilled).toEqual({ count: 1, sessions: ['ws-1'] });
    expect(JSON.stringify(made.form)).not.toContain('未补填的页面');
  });

  it('are told in the session report’s notes; filled in they are told nowhere', () => {
    const notes = (from: FormSource) =>
      JSON.stringify(makeForm('session-report', [from], about).form.blocks.at(-1));
    expect(notes(source())).toContain('另有1处时刻标记尚未补填');
    const filled = formSource('ws-1', {}, [{}], { bookmarks: [{ ...bookmark, filledAs: 'ws-1-p1' }] });
    expect(notes(filled)).not.toContain('时刻标记');
    expect(makeForm('problem-list', [filled], about).unfilled.count).toBe(0);
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
    expect(
      findMissing('staff-list', [], { ...about, unit: ' ', contact: '' }).map(({ field }) => field),
    ).toEqual(['unit', 'contact']);
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

  it('is told by what the programmes of its walks ask to mask, too', () => {
    const asked = (redaction: object) => {
      const policy = AppliedPolicy.parse({ source: 'p@1.0.0', redaction });
      return makeForm(
        'three-lists',
        [formSource('ws-1', { policy }, [{ note: '青溪康养项目进不去' }])],
        about,
      ).personal;
    };
    expect(asked({})).toEqual([]);
    expect(asked({ terms: ['青溪康养项目'] })).toEqual([
      { where: '三个清单汇总表 1 问题清单', kind: 'term' },
    ]);
    expect(asked({ loneNames: true })).toEqual([]);
  });

  it('that the walker kept on purpose holds no form up, and what stands beside it does', () => {
    const source = formSource('ws-1', {}, [{ note: '请打 13812345678' }, { note: '别打 13912345678' }]);
    const personal = (kept: string[]) => makeForm('three-lists', [{ ...source, kept }], about).personal;
    expect(personal(['请打 13812345678', '别打 13912345678'])).toEqual([]);
    expect(personal(['请打 13812345678'])).toHaveLength(1);
  });

  it('is not what the form asks for: names and numbers of officials', () => {
    for (const kind of formKinds)
      expect([kind, makeForm(kind, exampleSources(), about).personal]).toEqual([kind, []]);
    const reachable = formSource('ws-1', { walker: { ...walkerOf(), contact: '13812345678' } });
    expect(makeForm('staff-list', [reachable], { ...about, contact: '13812345678' }).personal).toEqual([]);
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
