import { awayBetween } from '../../model/away.ts';
import type { ClickPath, FlowNode, PathEntry } from '../../model/click-path.ts';
import type { FormBlock, FormSource, FormTable } from '../../model/official-form.ts';
import { isByHand } from '../../model/session.ts';
import { measuredTime, unseenIn } from '../../model/unseen-time.ts';
import { actionWords } from './action-words.ts';
import { clockOf, lengthOf, momentOf } from './days.ts';
import { findUnfilled } from './find-unfilled.ts';
import { handReport } from './hand-report.ts';
import { personText } from './names.ts';
import { numbered } from './numbered.ts';
import { pageChecksTable } from './page-checks.ts';
import { keyPictures } from './pictures-of.ts';
import { placeWords } from './place-words.ts';
import { checkItemLines, elementText, type Problem, problemsOf, problemText } from './problems-of.ts';
import { measureText, stateText } from './rectified.ts';
import { aimsTable, ratingText, ratingWhy } from './stated.ts';
import {
  listNamesOf,
  measuresColumn,
  modeWord,
  outcomeWords,
  perspectiveWord,
  severityWords,
  stageWords,
} from './words.ts';

/** Lines of a click path that are printed; the rest is told by number and stays in the record. */
const mostLines = 400;
/** Incidents that are printed. */
const mostIncidents = 100;

/**
 * 走流程情况报告: one session as a paper: who and when, what was looked for, timeline, problems, click path, page checks,
 * key pictures.
 */
export function sessionReport(source: FormSource): FormBlock[] {
  const { report } = source;
  const { session } = report;
  if (isByHand(session)) return handReport(source);
  const until = session.endedAt ?? report.createdAt;
  const whole = Math.max(1, until - session.startedAt);
  const pictures = keyPictures(source);
  const aims = session.aims ?? [];
  const title = numbered();
  // In the order in which they are printed: each takes the next number.
  const blocks: (FormBlock | undefined)[] = [
    facts(source, until, title('基本情况')),
    aims.length > 0 ? aimsTable(source, aims, title('走前瞄准及是否发现（走流程人员陈述）')) : undefined,
    {
      what: 'strip',
      heading: title('时间线'),
      parts: report.steps.map((step) => ({
        label: step.name,
        from: Math.max(0, (step.from - session.startedAt) / whole),
        to: Math.min(1, (step.to - session.startedAt) / whole),
      })),
    },
    steps(source),
    problems(source, title('问题、需求和整改')),
    incidents(source, title('异常')),
    source.clickPath && path(source.clickPath(), session.startedAt, title('点击路径')),
    report.pageChecks.length > 0
      ? pageChecksTable(source, title('易用检查（无障碍和适老化，非正式检测）'))
      : undefined,
    pictures.length > 0 ? { what: 'pictures', heading: title('关键截图'), pictures } : undefined,
    { what: 'text', heading: '说明', paragraphs: notes(source) },
  ];
  return blocks.filter((block) => block !== undefined);
}

function facts({ report, programme }: FormSource, until: number, heading: string): FormTable {
  const { session } = report;
  const walked = until - session.startedAt - awayBetween(report, session.startedAt, until);
  return {
    what: 'table',
    sheet: '基本情况',
    heading,
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
      ['体验途径', session.channel, '办理结果', outcomeWords[session.outcome]],
      [
        '起止时间',
        `${momentOf(session.startedAt)} 至 ${momentOf(until)}`,
        '用时（不含暂停）',
        lengthOf(walked),
      ],
      ['满意度评价', ratingText(session.rating), '评价理由', ratingWhy(session.rating)],
      ['工作方案', session.programme.title, '记录编号', session.id],
    ],
  };
}

const counts = (titles: string[]) => titles.map((title) => ({ title, width: 12, align: 'center' }) as const);

function steps({ report }: FormSource): FormTable {
  return {
    what: 'table',
    sheet: '步骤与用时',
    heading: '步骤与用时',
    columns: [
      { title: '序号', width: 7, align: 'center', number: true },
      { title: '步骤', width: 20 },
      { title: '环节', width: 14, align: 'center' },
      ...counts(['开始', '用时', '其中操作', '其中等待', '其中停顿', '其中暂停']),
    ],
    rows: report.steps.map((step, n) => [
      String(n + 1),
      step.name,
      stageWords[step.stage],
      clockOf(step.from - report.session.startedAt),
      lengthOf(step.times.wall),
      ...(['active', 'waiting', 'idle'] as const).map((kind) => partOf(report, step, kind)),
      lengthOf(step.times.paused),
    ]),
    empty: '没有划分出步骤',
  };
}

/** A part of a step's time that nobody saw is not called none. */
function partOf(
  report: FormSource['report'],
  step: FormSource['report']['steps'][number],
  kind: 'active' | 'waiting' | 'idle',
): string {
  const ms = measuredTime(step, kind, unseenIn(report, step));
  return ms === undefined ? '未观测' : lengthOf(ms);
}

function problems(source: FormSource, heading: string): FormTable {
  const { startedAt } = source.report.session;
  return {
    what: 'table',
    sheet: '问题与整改',
    heading,
    columns: [
      { title: '序号', width: 7, align: 'center', number: true },
      { title: '时刻', width: 10, align: 'center' },
      { title: '问题', width: 28 },
      { title: '程度', width: 9, align: 'center' },
      { title: listNamesOf(source.programme).needs, width: 18 },
      { title: measuresColumn(source.programme), width: 24 },
      { title: '整改情况', width: 16 },
    ],
    rows: problemsOf([source]).map((problem, n) => [
      String(n + 1),
      clockOf(problem.point.at - startedAt),
      [
        problemText(problem),
        problem.point.element && `页面元素：${elementText(problem.point)}`,
        problem.also.length > 0 &&
          isSaid(problem) &&
          `涉及条目：${checkItemLines(problem).replaceAll('\n', '、')}`,
      ]
        .filter(Boolean)
        .join('\n'),
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

/** Without words of its own a problem is told by its check items, which need not be said twice. */
const isSaid = ({ point }: Problem) => Boolean(point.note.trim() || point.measured);

function incidents({ report }: FormSource, heading: string): FormTable {
  return {
    what: 'table',
    sheet: '异常',
    heading: `${heading}${report.incidents.length > mostIncidents ? `（前${mostIncidents}条）` : ''}`,
    columns: [
      { title: '序号', width: 7, align: 'center', number: true },
      { title: '时刻', width: 10, align: 'center' },
      { title: '页面、浏览器或服务器的说明', width: 60 },
      { title: '状态码', width: 9, align: 'center' },
    ],
    rows: report.incidents
      .slice(0, mostIncidents)
      .map(({ at, message, status }, n) => [
        String(n + 1),
        clockOf(at - report.session.startedAt),
        message,
        status === undefined ? '' : String(status),
      ]),
    empty: '没有记录到异常',
  };
}

function path(clickPath: ClickPath, startedAt: number, heading: string): FormTable {
  const places = new Map(clickPath.flow.nodes.map((node) => [node.key, node]));
  const lines = clickPath.groups.flatMap(({ step, entries }) =>
    entries.flatMap((entry) => {
      const words = lineOf(entry, places);
      return words ? [[clockOf(entry.at - startedAt), step?.name ?? '', words]] : [];
    }),
  );
  return {
    what: 'table',
    sheet: '点击路径',
    heading: `${heading}${lines.length > mostLines ? `（共${lines.length}条，印前${mostLines}条）` : ''}`,
    columns: [
      { title: '时刻', width: 9, align: 'center' },
      { title: '步骤', width: 22 },
      { title: '操作', width: 60 },
    ],
    rows: lines.slice(0, mostLines),
    empty: '没有记录到操作',
  };
}

/** What is told of the click path on paper: places and actions; the rest has tables of its own. */
function lineOf(entry: PathEntry, places: ReadonlyMap<string, FlowNode>): string | undefined {
  if (entry.what === 'place') return `→ ${placeWords(entry, places.get(entry.node))}`;
  if (entry.what === 'action') return actionWords(entry.run);
  if (entry.what === 'pause') return `暂停${lengthOf(entry.ms)}${entry.reason ? `（${entry.reason}）` : ''}`;
  return undefined;
}

function notes(source: FormSource): string[] {
  const { report } = source;
  const { count } = findUnfilled([source]);
  const held = report.pageChecks.reduce((sum, { took }) => sum + took, 0);
  const { walkedMs, recordedMs } = report.coverage;
  const share = walkedMs > 0 ? Math.min(100, Math.floor((recordedMs / walkedMs) * 100)) : 0;
  return [
    '本报告由走流程记录自动生成，时间由浏览器计时，个人信息在保存前已遮盖。',
    `回放覆盖走流程时间的${share}%${report.gaps.length ? `，有${report.gaps.length}处缺口` : ''}；记录工具${report.recorder.name} ${report.recorder.version}。`,
    ...(count > 0 ? [`另有${count}处时刻标记尚未补填，未计入问题。`] : []),
    ...(report.pageChecks.length
      ? [
          `易用检查由程序完成，只作提示，不代替正式评测；共检查${report.pageChecks.length}次，占用页面${(held / 1000).toFixed(1)}秒。`,
        ]
      : []),
  ];
}
