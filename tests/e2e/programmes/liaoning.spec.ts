import { expect, test } from '@playwright/test';
import { crossRegion } from '../../portal/items/cross-region.ts';
import { walkCrossRegion } from '../../support/portal-walk.ts';
import { setProgrammeStage, walkProgramme } from '../../support/programme-stage.ts';
import { readXlsxRows, tableBelowHead } from '../../support/read-forms.ts';
import { chooseForm, exportForm, fillHead, openForms } from '../../support/use-forms.ts';
import { tagInWords } from '../../support/use-panel.ts';
import { openSession, rectify } from '../../support/use-review.ts';

/**
 * 辽营商小组办发〔2023〕9号, 变经办人员身份跨域办: a cross-region item as an official in charge walks it, looked at for
 * "通不通" (are the systems joined, is the identity proved once) and "优不优"; what is found goes into the lists of
 * problems, needs and measures, is settled within a time and struck off.
 */
const programme = '辽宁走流程（2023）';
const item = `〔练习〕${crossRegion.name}`;
const walker = { unit: '青溪市营商环境建设局', name: '王五', position: '副处长', contact: '0990-6512010' };
let stage: Awaited<ReturnType<typeof setProgrammeStage>>;

test.beforeAll(async () => {
  stage = await setProgrammeStage(walker);
});
test.afterAll(() => stage?.close());

test('辽宁：以经办人员身份跨域办，问题、需求、整改三张清单一一对应', async () => {
  const id = await walkProgramme(
    stage,
    { programme, item, mode: '跨域办', perspective: '经办人员' },
    (page, panel) =>
      walkCrossRegion(page, stage.portal.origins, {
        at: async (place) => {
          if (place === 'old-login')
            await tagInWords(panel, '通不通', '身份认证在各渠道是否统一', {
              note: '统一登录之后，部门系统还要再登录一次',
              need: '只登录一次',
              severity: '较重',
            });
          if (place === 'old-submitted')
            await tagInWords(panel, '优不优', '线上线下衔接是否更顺', {
              note: '回执只能打印，不能下载',
              measure: '提供电子回执',
            });
        },
      }),
    '已真实提交',
  );
  const review = await openSession(stage.browser, id);
  await rectify(
    review,
    {
      disposal: '限期整改',
      measure: '接入统一身份认证',
      ownerUnit: '信息中心',
      owner: '赵六',
      deadline: '2031-12-10',
    },
    0,
  );
  await rectify(
    review,
    {
      disposal: '共性问题（建章立制）',
      measure: '各系统统一提供电子回执',
      ownerUnit: '政务服务处',
      deadline: '2031-12-20',
    },
    1,
  );
  await review.close();

  const forms = await openForms(stage.browser);
  await fillHead(forms, { unit: walker.unit, reporter: '李四', contact: '0990-6512011', date: '2031-12-01' });
  const rows = await readXlsxRows(await exportForm(forms, 'xlsx', /三个清单汇总表_.*\.xlsx$/));
  expect(rows[2]?.filter(Boolean)).toEqual([
    '填报单位：青溪市营商环境建设局',
    '填报人姓名及联系方式：李四 0990-6512011',
    '2031年12月1日',
  ]);
  const [row, ...more] = tableBelowHead(rows);
  expect(more).toEqual([]);
  expect(row?.slice(0, 8)).toEqual([
    '1',
    `${item}\n(云岭省政务服务网（演练）PC端)`,
    '王五\n(副处长)',
    '1. 统一登录之后，部门系统还要再登录一次\n2. 回执只能打印，不能下载',
    '1. 只登录一次',
    '1. 接入统一身份认证（责任单位：信息中心；责任人：赵六）\n2. 各系统统一提供电子回执（责任单位：政务服务处）',
    '1. 拟于2031年12月10日前完成\n2. 拟于2031年12月20日前完成',
    '1.\n2.',
  ]);
  // What the evidence is called: the record and the stretch of its replay, for both.
  expect(row?.[8]).toMatch(
    new RegExp(`^1\\. 记录${id.slice(0, 8)} 回放\\d+:\\d+–\\d+:\\d+.*\\n2\\. 记录${id.slice(0, 8)}`),
  );

  await chooseForm(forms, '分方式事项清单');
  const list = tableBelowHead(
    await readXlsxRows(await exportForm(forms, 'xlsx', /事项清单_.*\.xlsx$/), '跨域办'),
  );
  expect(list.map((each) => [each[1], each[2], each[4], each[8]])).toEqual([
    [item, crossRegion.code, '是', '1'],
  ]);
  await forms.close();
});
