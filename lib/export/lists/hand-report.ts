import type { FormBlock, FormSource, FormTable } from '../../model/official-form.ts';
import { nothingStated } from '../../model/stated-walk.ts';
import { dayOf, momentOf } from './days.ts';
import { personText } from './names.ts';
import { problemsOf, problemText } from './problems-of.ts';
import { measureText, stateText } from './rectified.ts';
import {
  listNamesOf,
  measuresColumn,
  modeWord,
  outcomeWords,
  perspectiveWord,
  severityWords,
  stageWords,
} from './words.ts';

/** Photos that are printed at most. */
const mostPhotos = 12;

/** 走流程情况报告 of a walk entered by hand: what was stated, said to be so; no timeline, no click path, no measured time. */
export function handReport(source: FormSource): FormBlock[] {
  const { screenshots } = source.report;
  const pictures = screenshots.slice(0, mostPhotos).map(({ object, width, height, caption }, n) => ({
    object,
    width,
    height,
    caption: caption || `照片${n + 1}`,
  }));
  const remarks = source.report.session.stated?.remarks.trim();
  const blocks: (FormBlock | undefined)[] = [
    facts(source),
    steps(source),
    problems(source),
    remarks ? { what: 'text', heading: '补充说明', paragraphs: [remarks] } : undefined,
    pictures.length > 0 ? { what: 'pictures', heading: '四、照片', pictures } : undefined,
    {
      what: 'text',
      heading: '说明',
      paragraphs: ['本报告由走流程人员人工补记，时间、过程和材料均为陈述，没有录制和计时。'],
    },
  ];
  return blocks.filter((block) => block !== undefined);
}

function facts({ report, programme }: FormSource): FormTable {
  const { session } = report;
  const stated = session.stated ?? nothingStated;
  const until = session.endedAt ?? session.startedAt;
  return {
    what: 'table',
    sheet: '基本情况',
    heading: '一、基本情况（人工补记）',
    columns: [
      { title: '', width: 16, align: 'center' },
      { title: '', width: 36 },
      { title: '', width: 16, align: 'center' },
      { title: '', width: 36 },
    ],
    rows: [
      ['事项名称', session.item.name, '事项编码', session.item.code ?? ''],
      [
        '走流程方式',
        modeWord(session.mode, programme),
        '身份视角',
        perspectiveWord(session.perspective, programme),
      ],
      ['走流程人员', personText(session).replace('\n', ''), '所在单位', session.walker.unit],
      ['体验途径', session.channel, '地点', stated.place],
      ...(stated.activity ? [['所属活动', stated.activity, '', '']] : []),
      [
        '起止时间（陈述）',
        dayOf(session.startedAt) === dayOf(until)
          ? `${momentOf(session.startedAt)} 至 ${momentOf(until).split(' ')[1]}`
          : `${momentOf(session.startedAt)} 至 ${momentOf(until)}`,
        '跑动次数（陈述）',
        stated.visits === undefined ? '' : `${stated.visits}次`,
      ],
      ['要求的材料（陈述）', stated.materials.join('、'), '接待人员（岗位）', stated.met.join('、')],
      ['办理结果', outcomeWords[session.outcome], '记录编号', session.id],
    ],
  };
}

function steps({ report }: FormSource): FormTable {
  return {
    what: 'table',
    sheet: '过程',
    heading: '二、过程（走流程人员陈述，未计时）',
    columns: [
      { title: '序号', width: 7, align: 'center', number: true },
      { title: '步骤', width: 26 },
      { title: '环节', width: 14, align: 'center' },
      { title: '陈述用时\n(分钟)', width: 12, align: 'center' },
      { title: '情况', width: 40 },
    ],
    rows: (report.session.stated?.steps ?? []).map(({ name, stage, minutes, note }, n) => [
      String(n + 1),
      name,
      stageWords[stage],
      minutes === undefined ? '' : `约${minutes}`,
      note.trim(),
    ]),
    empty: '没有填写步骤',
  };
}

function problems(source: FormSource): FormTable {
  return {
    what: 'table',
    sheet: '问题与整改',
    heading: '三、问题、需求和整改',
    columns: [
      { title: '序号', width: 7, align: 'center', number: true },
      { title: '问题', width: 32 },
      { title: '程度', width: 9, align: 'center' },
      { title: listNamesOf(source.programme).needs, width: 20 },
      { title: measuresColumn(source.programme), width: 26 },
      { title: '整改情况', width: 16 },
    ],
    rows: problemsOf([source]).map((problem, n) => [
      String(n + 1),
      problemText(problem),
      severityWords[problem.point.severity],
      problem.point.need.trim(),
      measureText(problem.point),
      [stateText(problem.point.rectification), problem.point.rectification?.effect.trim()]
        .filter(Boolean)
        .join('\n'),
    ]),
    empty: '未标记问题',
  };
}
