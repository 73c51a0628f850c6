import { expect, test } from '@playwright/test';
import { walkToForm } from '../../support/portal-walk.ts';
import { setProgrammeStage, walkProgramme } from '../../support/programme-stage.ts';
import { readDocxTables, readXlsxRows, tableBelowHead } from '../../support/read-forms.ts';
import { readTable } from '../../support/scripted-walk.ts';
import { chooseForm, exportForm, fillHead, openForms } from '../../support/use-forms.ts';
import { enterByHand } from '../../support/use-hand-entry.ts';
import { tagInWords } from '../../support/use-panel.ts';
import { openSession, rectify } from '../../support/use-review.ts';

/**
 * The press pieces: an official is 陪办员 first ("零距离感知流程堵点、指引盲区"), with a citizen's data on the screen and so with
 * figures alone; findings go into “问题清单” and “整改台账”, and the report says "已开展“走流程”活动xx次，整改问题xx项".
 */
const programme = '各地做法（公开报道）';
const item = '〔练习〕“失业再就业”一件事一次办';
const walker = { unit: '青溪市数据局', name: '孙七', position: '局长', contact: '0990-6512040' };
let stage: Awaited<ReturnType<typeof setProgrammeStage>>;

test.beforeAll(async () => {
  stage = await setProgrammeStage(walker);
});
test.afterAll(() => stage?.close());

test('各地做法：陪办员走流程只留指标，问题清单、整改台账和阶段小结对得上', async () => {
  const id = await walkProgramme(
    stage,
    { programme, item, mode: '陪办员', perspective: '陪办员' },
    (page, panel) =>
      walkToForm(page, stage.portal.origins, {
        at: async (place) => {
          if (place === 'search-empty')
            await tagInWords(panel, '陪办员/经办人双重身份', '指引盲区', {
              note: '群众的说法搜不到事项，不知道下一步去哪',
              need: '有人告诉我办哪一项',
            });
        },
      }),
    '提交前止步',
  );
  // “线上+线下”: the same citizen at the hall, "从取号排队到材料提交".
  await enterByHand(stage.browser, {
    programme,
    item,
    mode: '陪办员',
    perspective: '陪办员',
    channel: '窗口',
    platform: '政务服务大厅',
    begun: '2026-05-12T09:00',
    ended: '2026-05-12T10:00',
    visits: '1',
    points: [{ item: '从取号到交材料有无堵点', note: '取号后又被叫去另一层排队' }],
  });
  const review = await openSession(stage.browser, id);
  await expect(review.getByText('只记指标').first()).toBeVisible();
  expect((await readTable(review, 'screenshots')).filter((row) => row.sessionId === id)).toEqual([]);
  await rectify(review, {
    disposal: '立行立改',
    measure: '首页加上“我要办的事”导引',
    ownerUnit: '政务服务科',
    done: true,
    effect: '群众一次找到',
  });
  await review.close();

  const forms = await openForms(stage.browser);
  await fillHead(forms, { unit: walker.unit, reporter: '李四', contact: '0990-6512041', date: '2031-12-31' });
  await chooseForm(forms, '问题清单');
  const ledger = tableBelowHead(
    await readXlsxRows(await exportForm(forms, 'xlsx', /问题清单和整改台账_.*\.xlsx$/)),
  );
  expect(ledger.map((row) => [...row.slice(3, 5), ...row.slice(6, 12)])).toEqual([
    ['取号后又被叫去另一层排队', '陪办员/经办人双重身份\n从取号到交材料有无堵点', '', '', '', '', '', ''],
    [
      '群众的说法搜不到事项，不知道下一步去哪',
      '陪办员/经办人双重身份\n指引盲区',
      '有人告诉我办哪一项',
      '立行立改',
      '首页加上“我要办的事”导引',
      '政务服务科',
      '已整改完毕',
      '群众一次找到',
    ],
  ]);

  await chooseForm(forms, '阶段小结');
  await forms.getByLabel('阶段', { exact: true }).fill('2031年下半年');
  const { paragraphs, tables } = await readDocxTables(await exportForm(forms, 'docx', /阶段小结.*\.docx$/));
  const said = paragraphs.join('\n');
  expect(said).toContain('2031年下半年，青溪市数据局共开展“我陪群众走流程”2次');
  expect(said).toContain('其中人工补记1次');
  expect(said).toContain('发现问题2个，提出需求1条，已整改1个。');
  expect(tables.find(([head]) => head?.[0] === '走流程方式')?.slice(1)).toEqual([
    ['陪办员', '2', '1', '1', '2', '1'],
    ['合计', '2', '1', '1', '2', '1'],
  ]);
  await forms.close();
});
