import { expect, test } from '@playwright/test';
import { libraryCard } from '../../portal/items/library-card.ts';
import { walkClean, walkToGuide } from '../../support/portal-walk.ts';
import { setProgrammeStage, walkProgramme } from '../../support/programme-stage.ts';
import { readDocxTables, readXlsxRows, tableBelowHead } from '../../support/read-forms.ts';
import { chooseForm, exportForm, fillHead, openForms } from '../../support/use-forms.ts';
import { enterByHand } from '../../support/use-hand-entry.ts';
import { tagInWords } from '../../support/use-panel.ts';
import { openSession, rectify } from '../../support/use-review.ts';

/**
 * 威政服办〔2023〕5号 (一) and (三): 亲自办 "从不懂业务的群众视角" by PC and by "办事窗口、自助终端机等", the latter entered by
 * hand; 自查办 "办事指南是否准确无误"; what was walked in each mode, what was found, what is to be done and what is advised goes to the 推进机制办公室 as a list for each mode.
 */
const programme = '威海走流程试点（2023）';
const item = `〔练习〕${libraryCard.name}`;
const walker = { unit: '青溪市行政审批服务局', name: '张三', position: '科长', contact: '0990-6512001' };
let stage: Awaited<ReturnType<typeof setProgrammeStage>>;

test.beforeAll(async () => {
  stage = await setProgrammeStage(walker);
});
test.afterAll(() => stage?.close());

test('威海：亲自办和自查办各有一张事项清单，问题、改进措施和意见建议都在里面', async () => {
  const self = await walkProgramme(
    stage,
    { programme, item, mode: '亲自办', perspective: '群众', oneThing: '否' },
    (page, panel) =>
      walkClean(page, stage.portal.origins, {
        at: async (place) => {
          if (place === 'guide')
            await tagInWords(panel, '懂不懂', '外行人看得懂怎么办', {
              note: '指南里“承诺件”没有解释，不懂业务的人看不懂',
              need: '在旁边写一句大白话',
              measure: '给术语加上解释',
            });
          if (place === 'form')
            await tagInWords(panel, '通不通', '咨询申请这一段顺不顺', { note: '填表时找不到咨询电话' });
        },
      }),
    '已真实提交',
  );
  await walkProgramme(
    stage,
    { programme, item, mode: '自查办', perspective: '经办人员' },
    (page, panel) =>
      walkToGuide(
        page,
        stage.portal.origins,
        { words: '读者证', item: libraryCard },
        {
          at: async (place) => {
            if (place === 'guide')
              await tagInWords(panel, '事项管理（可及性）', '办事指南写得准不准', {
                note: '指南没有写明办理地点的楼层',
              });
          },
        },
      ),
    '提交前止步',
  );
  await enterByHand(stage.browser, {
    programme,
    item,
    mode: '亲自办',
    perspective: '群众',
    channel: '自助终端',
    platform: '市民中心一楼自助终端机',
    begun: '2026-05-12T09:30',
    ended: '2026-05-12T10:10',
    visits: '1',
    steps: [{ name: '刷身份证', stage: '认证', minutes: '5' }],
    materials: '居民身份证',
    met: '导办人员',
    points: [
      {
        item: '注册登录这一段顺不顺',
        note: '终端机认不出旧版证件',
        measure: '更换读卡器',
        step: '刷身份证',
      },
    ],
  });
  const review = await openSession(stage.browser, self);
  await rectify(review, {
    disposal: '立行立改',
    measure: '指南里给“承诺件”加上解释',
    ownerUnit: '政务服务科',
    done: true,
    effect: '已改',
  });
  await review.close();

  const forms = await openForms(stage.browser);
  await fillHead(forms, { unit: walker.unit, reporter: '李四', contact: '0990-6512002', date: '2031-11-10' });
  await chooseForm(forms, '分方式事项清单');
  const file = await exportForm(forms, 'xlsx', /事项清单_青溪市行政审批服务局.*\.xlsx$/);
  const today = new Date();
  const day = `${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`;
  const channel = '云岭省政务服务网（演练）PC端';
  const person = '张三(科长)';
  expect(tableBelowHead(await readXlsxRows(file, '亲自办'))).toEqual([
    [
      '1',
      item,
      libraryCard.code,
      // Said in the first walk of the item and offered again; of 跨域办 nobody said anything.
      '否',
      '',
      '市民中心一楼自助终端机\n(人工补记)',
      person,
      '2026年5月12日',
      '1',
      '1. 终端机认不出旧版证件',
      '1. （走流程人员建议）更换读卡器',
    ],
    [
      '2',
      item,
      libraryCard.code,
      '否',
      '',
      channel,
      person,
      day,
      '1',
      '1. 指南里“承诺件”没有解释，不懂业务的人看不懂\n2. 填表时找不到咨询电话',
      '1. 指南里给“承诺件”加上解释（责任单位：政务服务科）；需求：在旁边写一句大白话',
    ],
  ]);
  expect(tableBelowHead(await readXlsxRows(file, '自查办'))).toEqual([
    ['1', item, libraryCard.code, '否', '', channel, person, day, '1', '1. 指南没有写明办理地点的楼层', ''],
  ]);

  // “形成问题清单和改进台账”: one line for each problem, with what became of it.
  await chooseForm(forms, '问题清单');
  const { paragraphs, tables } = await readDocxTables(
    await exportForm(forms, 'docx', /问题清单和改进台账_.*\.docx$/),
  );
  expect(paragraphs).toContain('“我陪群众走流程”问题清单和改进台账');
  const ledger = tableBelowHead(tables.find((table) => table.some(([first]) => first === '序号')) ?? []);
  expect(ledger.map((row) => [row[3], row[4], row[7], row[10], row[11]])).toEqual([
    ['终端机认不出旧版证件', '通不通\n注册登录这一段顺不顺', '', '', ''],
    [
      '指南里“承诺件”没有解释，不懂业务的人看不懂',
      '懂不懂\n外行人看得懂怎么办',
      '立行立改',
      '已整改完毕',
      '已改',
    ],
    ['填表时找不到咨询电话', '通不通\n咨询申请这一段顺不顺', '', '', ''],
    ['指南没有写明办理地点的楼层', '事项管理（可及性）\n办事指南写得准不准', '', '', ''],
  ]);
  await forms.close();
});
