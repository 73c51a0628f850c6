import { expect, test } from '@playwright/test';
import { libraryCard } from '../../portal/items/library-card.ts';
import { walkClean } from '../../support/portal-walk.ts';
import { setProgrammeStage, walkProgramme } from '../../support/programme-stage.ts';
import { readXlsxRows, tableBelowHead } from '../../support/read-forms.ts';
import { chooseForm, exportForm, fillHead, openForms } from '../../support/use-forms.ts';
import { addPoint, fillHandEntry, finishHandEntry, openHandEntry } from '../../support/use-hand-entry.ts';
import { tagInWords } from '../../support/use-panel.ts';
import { openSession, rectify } from '../../support/use-review.ts';

/**
 * 云浮市“政务服务体验官”制度实施方案: an officer of experience walks 网办体验 as a citizen (application form, materials, are
 * the page's functions reasonable) and 实地体验 at the hall (entered by hand, with what no PC shows: 取号、等候叫号、窗口设置); problems go into a ledger and to the counter concerned "明确整改时限"; officers are
 * registered, of their form as much as a walk needs.
 */
const programme = '云浮政务服务体验官（2022）';
const item = `〔练习〕${libraryCard.name}`;
const walker = {
  unit: '青溪市读书会',
  name: '体验官03',
  position: '理事',
  contact: '0990-6512030',
  category: '群众代表',
  recruitment: '单位推荐',
};
let stage: Awaited<ReturnType<typeof setProgrammeStage>>;

test.beforeAll(async () => {
  stage = await setProgrammeStage(walker);
});
test.afterAll(() => stage?.close());

test('云浮：体验官网办体验，台账写明整改时限，登记表只有需要的栏目', async () => {
  const id = await walkProgramme(
    stage,
    { programme, item, mode: '网办体验', perspective: '群众' },
    (page, panel) =>
      walkClean(page, stage.portal.origins, {
        at: async (place) => {
          if (place === 'form')
            await tagInWords(panel, '网办体验', '填写申请表顺不顺', {
              note: '手机号码要自己再填一遍',
              need: '登录后自动带出',
            });
          if (place === 'result')
            await tagInWords(panel, '网办体验', '网页功能设置合不合理', { note: '提交后不知道多久办好' });
        },
      }),
    '已真实提交',
  );
  const hall = await openHandEntry(stage.browser);
  await fillHandEntry(hall, {
    programme,
    item,
    mode: '实地及其他体验',
    perspective: '群众',
    channel: '窗口',
    platform: '市行政服务中心现场',
    begun: '2026-05-12T09:00',
    ended: '2026-05-12T11:30',
    visits: '2',
    met: '窗口人员、导办人员',
  });
  // The document's own stages of 实地体验, as the pack brings them.
  await hall.getByRole('button', { name: '填入“实地体验”的环节' }).click();
  await expect(hall.getByLabel('步骤', { exact: true })).toHaveCount(7);
  await hall.getByRole('listitem', { name: '第 3 步' }).getByLabel('用时（约，分钟）').fill('50');
  await addPoint(hall, {
    item: '等候叫号',
    note: '叫号屏看不清，错过一次',
    need: '语音叫号',
    step: '等候叫号',
  });
  await addPoint(hall, { item: '窗口人员服务态度', note: '耐心，主动帮忙复印', kind: '亮点' });
  await finishHandEntry(hall);
  await expect(hall.locator('.stated-steps')).toContainText('等候叫号 约 50 分钟（陈述）');
  await hall.close();
  const review = await openSession(stage.browser, id);
  await rectify(review, {
    disposal: '限期整改',
    measure: '表单自动带出已有信息',
    ownerUnit: '图书馆窗口',
    deadline: '2031-09-30',
  });
  await review.close();

  const forms = await openForms(stage.browser);
  await fillHead(forms, {
    unit: '青溪市行政服务中心',
    reporter: '李四',
    contact: '0990-6512031',
    date: '2031-08-10',
  });
  await chooseForm(forms, '问题清单');
  const rows = await readXlsxRows(await exportForm(forms, 'xlsx', /问题台账_.*\.xlsx$/));
  expect(rows[1]?.[0]).toBe('“我陪群众走流程”问题台账');
  const today = new Date();
  const day = `${today.getFullYear()}年${today.getMonth() + 1}月${today.getDate()}日`;
  const ledger = tableBelowHead(rows);
  expect(ledger[0]?.slice(1, 3)).toEqual([`${item}\n(市行政服务中心现场办事窗口)`, '其他']);
  expect(ledger[0]?.[12]).toContain('人工补记');
  expect(ledger.map((row) => row.slice(3, 12))).toEqual([
    ['叫号屏看不清，错过一次', '实地体验\n等候叫号', '一般', '语音叫号', '', '', '', '', ''],
    [
      '手机号码要自己再填一遍',
      '网办体验\n填写申请表顺不顺',
      '一般',
      '登录后自动带出',
      '明确整改时限',
      '表单自动带出已有信息',
      '图书馆窗口',
      '拟于2031年9月30日前完成',
      '',
    ],
    ['提交后不知道多久办好', '网办体验\n网页功能设置合不合理', '一般', '', '', '', '', '', ''],
  ]);
  expect(ledger[1]?.[12]).toMatch(new RegExp(`^体验官03\\(理事\\)\\n${day}\\n记录${id.slice(0, 8)} 回放`));

  await chooseForm(forms, '体验员登记表');
  const officers = await readXlsxRows(await exportForm(forms, 'xlsx', /“?政务服务体验官”?登记表_.*\.xlsx$/));
  expect(officers.find(([first]) => first === '序号')).toEqual([
    '序号',
    '姓名\n(或代号)',
    '类别',
    '招募方式',
    '工作单位',
    '职务',
    '联系方式',
    '备注',
  ]);
  // They are citizens: how to reach them is written by hand, and not printed from the record.
  expect(tableBelowHead(officers)).toEqual([
    ['1', '体验官03', '群众代表', '单位推荐', '青溪市读书会', '理事', '', ''],
  ]);

  // 自办 and 实地体验 are officers' walks too: the list of officials has nobody in it.
  await chooseForm(forms, '人员名单');
  const people = tableBelowHead(await readXlsxRows(await exportForm(forms, 'xlsx', /人员名单_.*\.xlsx$/)));
  expect(people.flatMap((row) => row.slice(1)).join('')).toBe('');
  await forms.close();
});
