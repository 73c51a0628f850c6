import { expect, test } from '@playwright/test';
import { walkToForm } from '../../support/portal-walk.ts';
import { setProgrammeStage, walkProgramme } from '../../support/programme-stage.ts';
import { readDocxTables, readXlsxRows, tableBelowHead } from '../../support/read-forms.ts';
import { chooseForm, exportForm, fillHead, openForms } from '../../support/use-forms.ts';
import { enterByHand } from '../../support/use-hand-entry.ts';
import { tagInWords } from '../../support/use-panel.ts';
import { openSession, rectify } from '../../support/use-review.ts';

/**
 * 辽人社办〔2023〕38号 with its 附件4, whose sample row is “失业再就业”一件事一次办 by 张三(一级主任科员): 亲自办 as a citizen,
 * three lists numbered alike, by PC and by 辽事通APP (entered by hand); and 附件2, the list of the officials who walked.
 */
const programme = '辽宁人社走流程（2023）';
const item = '“失业再就业”一件事一次办';
const walker = {
  unit: '青溪市人力资源和社会保障局',
  name: '张三',
  position: '一级主任科员',
  contact: '0990-6512020',
};
let stage: Awaited<ReturnType<typeof setProgrammeStage>>;

test.beforeAll(async () => {
  stage = await setProgrammeStage(walker);
});
test.afterAll(() => stage?.close());

test('辽宁人社：以群众身份亲自办，附件4 和附件2 与填写的内容逐格一致', async () => {
  const id = await walkProgramme(
    stage,
    { programme, item, mode: '亲自办', perspective: '群众' },
    (page, panel) =>
      walkToForm(page, stage.portal.origins, {
        at: async (place) => {
          if (place === 'search-empty')
            await tagInWords(panel, '全不全', '线上线下导引清不清楚', {
              note: '用“丢了工作怎么领钱”搜不到事项',
              need: '用平常的话也能搜到',
              measure: '给事项加上常用说法',
            });
          if (place === 'login')
            await tagInWords(panel, '通不通', '线上登录简不简便', { note: '验证码要看图输入，老年人看不清' });
        },
      }),
    '提交前止步',
  );
  // The sample row's own channel, which no browser on a PC sees.
  await enterByHand(stage.browser, {
    programme,
    item,
    mode: '亲自办',
    perspective: '群众',
    channel: 'APP',
    platform: '辽事通',
    begun: '2026-05-12T09:30',
    ended: '2026-05-12T10:30',
    points: [{ item: '线上登录简不简便', note: '刷脸三次才通过', need: '能用密码登录' }],
  });
  const review = await openSession(stage.browser, id);
  await rectify(
    review,
    {
      disposal: '立行立改',
      measure: '为高频事项补充常用说法',
      ownerUnit: '就业和人才服务中心',
      done: true,
      effect: '用常用说法能搜到',
    },
    0,
  );
  await rectify(review, { disposal: '待定' }, 1);
  await review.close();

  const forms = await openForms(stage.browser);
  await fillHead(forms, { unit: walker.unit, reporter: '李四', contact: '0990-6512021', date: '2031-12-15' });
  const row = [
    '2',
    `${item}\n(云岭省政务服务网（演练）PC端)`,
    '张三\n(一级主任科员)',
    '1. 用“丢了工作怎么领钱”搜不到事项\n2. 验证码要看图输入，老年人看不清',
    '1. 用平常的话也能搜到',
    '1. 为高频事项补充常用说法（责任单位：就业和人才服务中心）\n2. 待定',
    '1. 已整改完毕\n2. 待定',
    '1. 用常用说法能搜到\n2.',
  ];
  const rows = await readXlsxRows(await exportForm(forms, 'xlsx', /三个清单汇总表_.*\.xlsx$/));
  expect(rows[0]?.[0]).toBe('附件4');
  expect(rows[1]?.[0]).toBe('“我陪群众走流程”三个清单汇总表');
  expect(rows[3]?.map((title) => title.replaceAll('\n', ''))).toEqual([
    '序号',
    '事项名称(体验途径)',
    '人员姓名(职务)',
    '问题清单',
    '需求清单',
    '整改措施清单',
    '是否已整改完毕(或标明拟整改完成的期限)',
    '整改效果',
    '备注',
  ]);
  const app = ['1', `${item}\n(辽事通APP)`, row[2], '1. 刷脸三次才通过', '1. 能用密码登录', '1.', '1.', '1.'];
  expect(tableBelowHead(rows).map((each) => each.slice(0, 8))).toEqual([app, row]);
  expect(tableBelowHead(rows)[0]?.[8]).toMatch(/^1\. 记录[0-9a-f]{8} 人工补记$/);
  const { tables } = await readDocxTables(await exportForm(forms, 'docx', /三个清单汇总表_.*\.docx$/));
  expect(tables[0]?.at(-1)?.slice(0, 4)).toEqual(row.slice(0, 4));

  await chooseForm(forms, '人员名单');
  const people = await readXlsxRows(await exportForm(forms, 'xlsx', /人员名单_.*\.xlsx$/));
  expect(tableBelowHead(people)).toEqual([['1', '张三', '一级主任科员', '0990-6512020', '']]);
  await forms.close();
});
