import { readFileSync } from 'node:fs';
import type { FormAbout, FormSource } from '../../lib/model/official-form.ts';
import { PainPoint } from '../../lib/model/pain-point.ts';
import { Programme } from '../../lib/model/programme.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import type { Session } from '../../lib/model/session.ts';
import { fakeReport } from './fake-report.ts';

const minute = 60_000;

export const programme = Programme.parse(
  JSON.parse(readFileSync(new URL('../../public/programmes/liaoning-hr-2023.json', import.meta.url), 'utf8')),
);

export const about: FormAbout = {
  unit: '云岭省人力资源和社会保障厅',
  reporter: '李四',
  contact: '0990-12345',
  date: '2026-05-20',
  phase: '2026年上半年',
  rowPer: 'item',
};

/** A fictitious session of the item the document takes for its example. `points` in the order of time. */
export function formSource(
  id: string,
  session: Partial<Session>,
  points: Partial<PainPoint>[] = [],
  report: Partial<SessionReport> = {},
): FormSource {
  const base = fakeReport();
  const startedAt = session.startedAt ?? base.session.startedAt;
  return {
    programme,
    report: {
      ...base,
      ...report,
      id,
      session: {
        ...base.session,
        id,
        item: { name: '“失业再就业”一件事一次办', oneThing: true, crossRegion: false },
        mode: 'self',
        channel: '云岭省政务服务网 PC端',
        programme: { id: programme.id, version: programme.version, title: programme.title },
        walker: { unit: about.unit, name: '张三', position: '一级主任科员', contact: '0990-54321' },
        startedAt,
        endedAt: startedAt + 12 * minute,
        ...session,
      },
      painPoints: points.map((point, n) =>
        PainPoint.parse({
          id: `${id}-p${n + 1}`,
          at: startedAt + (n + 2) * minute,
          interval: { from: startedAt + (n + 1) * minute, to: startedAt + (n + 2) * minute },
          dimensionId: 'lnrs2023-4q.tong',
          checkItemId: 'lnrs2023-4q.tong.01',
          severity: 'moderate',
          ...point,
        }),
      ),
    },
  };
}

/** Three walks of two people: the first two fall into one row of 附件4, the third found nothing. */
export function exampleSources(): FormSource[] {
  return [
    formSource('ws-0512-01', { startedAt: Date.UTC(2026, 4, 12, 1, 30) }, [
      {
        severity: 'serious',
        note: '办事指南里的“在线办理”链接打不开，页面显示 404。',
        need: '链接失效时给出其他办理途径。',
        rectification: {
          disposal: 'at-once',
          measure: '更换链接，并每周自动检查全部在线办理链接。',
          owner: '王五',
          ownerUnit: '信息中心',
          coUnits: [],
          done: true,
          effect: '链接已恢复，复走一次办成。',
        },
      },
      {
        note: '填好的表单提交失败后全部清空，需要从头再填。',
        need: '提交失败时保留已填内容。',
        rectification: {
          disposal: 'by-date',
          measure: '增加草稿自动保存。',
          owner: '',
          ownerUnit: '就业和人才服务中心',
          coUnits: ['信息中心'],
          deadline: '2026-06-30',
          done: false,
          effect: '',
        },
      },
      { kind: 'highlight', severity: 'minor', note: '身份证信息自动带出，不用再填。' },
    ]),
    formSource('ws-0513-02', { startedAt: Date.UTC(2026, 4, 13, 6, 0) }, [
      {
        severity: 'blocking',
        note: '上传照片被拒，事先没有说明只收 PDF。',
        measure: '在“选择文件”旁写明格式和大小。',
      },
    ]),
    formSource('ws-0514-03', {
      startedAt: Date.UTC(2026, 4, 14, 6, 0),
      item: {
        name: '社会保障卡申领',
        code: '11990000MB2000019U2002014031001',
        oneThing: false,
        crossRegion: true,
      },
      mode: 'crossRegion',
      channel: '云岭通 APP',
      walker: { unit: about.unit, name: '赵六', position: '副处长', contact: '' },
    }),
  ];
}

/** A walk of somebody of the unit's leadership, and one of an experience officer, both invented. */
export const leaderSource = (): FormSource =>
  formSource('ws-0515-04', {
    startedAt: Date.UTC(2026, 4, 15, 1, 0),
    walker: { unit: about.unit, name: '钱八', position: '党组成员、副厅长', contact: '' },
  });
export const officerSource = (): FormSource =>
  formSource('ws-0516-05', {
    startedAt: Date.UTC(2026, 4, 16, 1, 0),
    mode: 'experience',
    walker: { unit: '青溪市某社区', name: '体验员03', position: '网格员', contact: '0990-11111' },
  });

/** The programme whose document has the forms of recommendation. */
export const officersProgramme = Programme.parse(
  JSON.parse(readFileSync(new URL('../../public/programmes/yunfu-2022.json', import.meta.url), 'utf8')),
);

/** The officer's walk under that programme. */
export function officerOfCentre(): FormSource {
  const source = officerSource();
  const { id, version, title } = officersProgramme;
  const session = { ...source.report.session, programme: { id, version, title } };
  return { ...source, programme: officersProgramme, report: { ...source.report, session } };
}
