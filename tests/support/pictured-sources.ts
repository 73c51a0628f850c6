import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readClickPath } from '../../lib/assess/click-path/read-click-path.ts';
import type { ReadPicture } from '../../lib/export/forms/picture.ts';
import type { FormSource } from '../../lib/model/official-form.ts';
import { SessionReport } from '../../lib/model/report.ts';
import { exampleSources } from './form-sources.ts';

/** A picture of the practice portal, as a screenshot would be. */
const bytes = Uint8Array.from(readFileSync(new URL('../../docs/screens/portal-home.png', import.meta.url)));
const object = createHash('sha256').update(bytes).digest('hex');
const golden = SessionReport.parse(
  JSON.parse(readFileSync(new URL('../golden/session-report-v1.json', import.meta.url), 'utf8')),
);

/** The example's sessions with steps, actions and pictures, so that every part of every form has something in it. */
export function picturedSources(): { sources: FormSource[]; readPicture: ReadPicture } {
  const [first, ...others] = exampleSources();
  if (!first) throw new Error('no example');
  const shift = first.report.session.startedAt - golden.session.startedAt;
  const moved = <T extends { at: number }>(rows: T[]) => rows.map((row) => ({ ...row, at: row.at + shift }));
  const [pain, other] = first.report.painPoints;
  const report: SessionReport = {
    ...first.report,
    session: {
      ...first.report.session,
      pageChecks: 'at-rest',
      aims: [
        {
          id: 'am-1',
          text: '指南里的办理链接能不能打开',
          from: 'earlier',
          state: 'found',
          painPointIds: pain ? [pain.id] : [],
        },
        {
          id: 'am-2',
          text: '线上线下指南准不准',
          from: 'check-item',
          checkItemId: 'lnrs2023-4q.tong.02',
          state: 'not-found',
          painPointIds: [],
        },
        {
          id: 'am-3',
          text: '填到一半断网，填好的内容还在不在',
          from: 'own',
          state: 'found',
          painPointIds: other ? [other.id] : [],
        },
        { id: 'am-4', text: '办件进度在哪里查', from: 'own', state: 'open', painPointIds: [] },
      ],
      rating: {
        level: 'fairly-satisfied',
        reasons: ['efficiency', 'guide'],
        note: '办得快，指南还要再准一些。',
        at: first.report.session.startedAt,
      },
    },
    pageChecks: moved(golden.pageChecks),
    steps: golden.steps.map((step) => ({ ...step, from: step.from + shift, to: step.to + shift })),
    visits: moved(golden.visits),
    actions: moved(golden.actions),
    incidents: moved(golden.incidents),
    screenshots: first.report.painPoints.slice(0, 2).map(({ at }, n) => ({
      id: `sh-${n}`,
      at,
      tab: 1,
      why: 'pain-point',
      object,
      width: 1280,
      height: 800,
      masked: 3,
      by: 'tab',
    })),
  };
  const walked: FormSource = { ...first, report, clickPath: () => readClickPath(report) };
  return {
    sources: [walked, ...others],
    readPicture: async (name) => (name === object ? { bytes, type: 'png' } : undefined),
  };
}
