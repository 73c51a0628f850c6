import { signals } from '../../../../lib/assess/signals/index.ts';
import { Action } from '../../../../lib/model/action.ts';
import { Field } from '../../../../lib/model/field.ts';
import { Gap } from '../../../../lib/model/gap.ts';
import { Incident } from '../../../../lib/model/incident.ts';
import { PageTiming } from '../../../../lib/model/page-timing.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import { Request } from '../../../../lib/model/request.ts';
import { Sighting } from '../../../../lib/model/sighting.ts';
import type { Signal, SignalCode } from '../../../../lib/model/signal.ts';
import { Step } from '../../../../lib/model/step.ts';
import { Visit } from '../../../../lib/model/visit.ts';
import { Wait } from '../../../../lib/model/wait.ts';
import { fakeReport } from '../../../support/fake-report.ts';

export const portal = 'https://zwfw.example';
/** Moments of the rows below count from here, the walk's start. */
export const start = fakeReport().session.startedAt;

let made = 0;
const common = (at: number) => ({
  id: `r${(made += 1)}`,
  at: start + at,
  tab: 1,
  frame: 0,
  stream: 'st1',
  url: `${portal}/item`,
});
const addressOf = (path: string) => (/^https?:/.test(path) ? path : portal + path);

export const visit = (at: number, path: string, more: Partial<Visit> = {}) =>
  Visit.parse({ ...common(at), kind: 'document', url: path && addressOf(path), ...more });
export const action = (at: number, kind: Action['kind'], label: string, more: Partial<Action> = {}) =>
  Action.parse({ ...common(at), kind, label, role: kind === 'click' ? 'button' : 'textbox', ...more });
export const incident = (at: number, kind: Incident['kind'], message = '', more: Partial<Incident> = {}) =>
  Incident.parse({ ...common(at), kind, message, ...more });
export const request = (at: number, duration: number, more: Partial<Request> = {}) =>
  Request.parse({ ...common(at), duration, type: 'xmlhttprequest', method: 'GET', ...more });
export const field = (at: number, label: string, more: Partial<Field> = {}) =>
  Field.parse({ ...common(at), label, kind: 'text', ...more });
export const wait = (at: number, length: number, kind: Wait['kind'], more: Partial<Wait> = {}) =>
  Wait.parse({ ...common(at), to: start + at + length, kind, ...more });
export const sighting = (at: number, kind: Sighting['kind'], more: Partial<Sighting> = {}) =>
  Sighting.parse({ ...common(at), kind, ...more });
export const timing = (at: number, more: Partial<PageTiming> = {}) =>
  PageTiming.parse({ ...common(at), ...more });
export const gap = (from: number, to: number, why: Gap['why']) =>
  Gap.parse({ id: `g${(made += 1)}`, from: start + from, to: start + to, why });
export const step = (
  from: number,
  to: number,
  times: Partial<Step['times']> = {},
  more: Partial<Step> = {},
) =>
  Step.parse({
    id: `s${(made += 1)}`,
    from: start + from,
    to: start + to,
    stage: 'apply',
    name: '填表',
    tab: 1,
    times: { wall: to - from, active: 0, waiting: 0, idle: to - from, paused: 0, ...times },
    ...more,
  });

/** One page that was seen into by today's recorder, and nothing wrong on it. */
export const clean: Partial<SessionReport> = {
  visits: [visit(0, '/', { title: '首页', stage: 'find' })],
  pageTimings: [timing(500, { load: 400 })],
};

/** The report of a walk: the clean one with these rows instead. */
export const walk = (rows: Partial<SessionReport> = {}): SessionReport => fakeReport({ ...clean, ...rows });

const from = fakeReport();
/** Walks on which next to nothing can be seen, by the reason the signals give. */
export const blind = {
  metrics: (rows: Partial<SessionReport> = {}) =>
    walk({ session: { ...from.session, privacy: 'metrics' }, ...rows }),
  old: (rows: Partial<SessionReport> = {}) => walk({ pageTimings: [], ...rows }),
  noRecorder: (rows: Partial<SessionReport> = {}) => walk({ streams: [], pageTimings: [], ...rows }),
  atLogin: (rows: Partial<SessionReport> = {}) =>
    walk({
      visits: [visit(0, 'https://login.example/login', { identity: true, stage: 'login' })],
      streams: [],
      pageTimings: [],
      ...rows,
    }),
};

/** One signal of a report, computed by its own file. */
export function signal(code: SignalCode, report: SessionReport): Signal {
  const found = signals.find((each) => each.code === code);
  if (!found) throw new Error(`no signal ${code}`);
  return found.compute(report);
}

export const valueOf = (code: SignalCode, report: SessionReport) => signal(code, report).value;

/** What a signal's evidence says, in order of time. */
export const textsOf = (code: SignalCode, report: SessionReport) =>
  signal(code, report).evidence.map((each) => each.text);
