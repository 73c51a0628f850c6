import fc from 'fast-check';
import { actionKinds } from '../../../../lib/model/action.ts';
import { Field } from '../../../../lib/model/field.ts';
import { Gap } from '../../../../lib/model/gap.ts';
import { incidentKinds } from '../../../../lib/model/incident.ts';
import type { SessionReport } from '../../../../lib/model/report.ts';
import { sightingKinds } from '../../../../lib/model/sighting.ts';
import { stages } from '../../../../lib/model/stage.ts';
import { waitKinds } from '../../../../lib/model/wait.ts';
import {
  action,
  field,
  gap,
  incident,
  request,
  sighting,
  start,
  step,
  timing,
  visit,
  wait,
  walk,
} from './walk.ts';

const at = fc.nat(100_000);
const ms = fc.nat(30_000);
const tab = fc.constantFrom(1, 1, 2);
const frame = fc.constantFrom(0, 0, 3);
const label = fc.constantFrom('', '姓名', '手机号码', '上一步', '提交申请', '上传身份证', '验证码');
const path = fc.constantFrom('/', '/item', '/app#/b', 'https://login.example/login', '');
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const some = <T>(row: fc.Arbitrary<T>, most = 6) => fc.array(row, { maxLength: most });

const actions = fc
  .record({
    at,
    kind: fc.constantFrom(...actionKinds),
    label,
    tab,
    frame,
    role: fc.constantFrom('', 'button', 'link', 'div', 'textbox'),
    selectors: fc.constantFrom<string[]>([], ['#a']),
    point: maybe(fc.record({ x: fc.nat(60), y: fc.nat(60) })),
    value: maybe(fc.record({ length: fc.nat(20), mark: maybe(fc.constantFrom('k1', 'k2')) })),
    reactedMs: maybe(fc.option(ms)),
  })
  .map(({ at: when, kind, label: name, ...more }) => action(when, kind, name, more));

const visits = fc
  .record({
    at,
    path,
    kind: fc.constantFrom('document', 'route', 'wizard', 'tab'),
    tab,
    frame,
    stage: maybe(fc.constantFrom(...stages)),
    identity: fc.boolean(),
    back: fc.boolean(),
    redirects: fc.nat(3),
    loadMs: maybe(ms),
    wizardStep: maybe(fc.constantFrom('', '一', '二')),
  })
  .map(({ at: when, path: where, ...more }) => visit(when, where, more));

const rows = fc.record({
  actions: some(actions, 12),
  visits: some(visits, 10),
  fields: some(
    fc
      .record({
        at,
        label,
        tab,
        frame,
        kind: fc.constantFrom(...Field.shape.kind.options),
        prefilled: fc.boolean(),
        readonly: fc.boolean(),
      })
      .map(({ at: when, label: name, ...more }) => field(when, name, more)),
    10,
  ),
  waits: some(
    fc
      .tuple(at, ms, fc.constantFrom(...waitKinds), fc.constantFrom('', 'before'))
      .map(([when, length, kind, detail]) => wait(when, length, kind, { detail })),
  ),
  sightings: some(
    fc
      .record({
        at,
        kind: fc.constantFrom(...sightingKinds),
        detail: fc.constantFrom('', 'sms', 'again'),
        count: maybe(fc.nat(3)),
      })
      .map(({ at: when, kind, ...more }) => sighting(when, kind, more)),
  ),
  incidents: some(
    fc
      .tuple(
        at,
        fc.constantFrom(...incidentKinds),
        fc.constantFrom('', 'main_frame 404', '会话超时', '文件格式不符'),
      )
      .map(([when, kind, message]) => incident(when, kind, message)),
  ),
  requests: some(
    fc
      .tuple(at, ms, fc.constantFrom('main_frame', 'xmlhttprequest', 'image'))
      .map(([when, duration, type]) => request(when, duration, { type })),
  ),
  pageTimings: some(
    fc.record({ at, load: maybe(ms) }).map(({ at: when, ...more }) => timing(when, more)),
    2,
  ),
  gaps: some(
    fc
      .tuple(at, ms, fc.constantFrom(...Gap.shape.why.options))
      .map(([from, length, why]) => gap(from, from + length, why)),
    3,
  ),
  steps: some(
    fc
      .tuple(at, ms, fc.boolean(), fc.constantFrom(...stages))
      .map(([from, length, identity, stage]) => step(from, from + length, {}, { identity, stage })),
    4,
  ),
});

/** Reports of small walks in which anything may follow anything: valid, in no order, and often without sense. */
export const randomWalk: fc.Arbitrary<SessionReport> = fc
  .record({
    rows,
    privacy: fc.constantFrom('full', 'metrics'),
    outcome: fc.constantFrom('stopped', 'submitted', 'withdrawn', 'unknown'),
    seenInto: fc.boolean(),
  })
  .map(({ rows: found, privacy, outcome, seenInto }) => {
    const report = walk(found);
    return {
      ...report,
      session: { ...report.session, privacy, outcome },
      streams: seenInto ? report.streams : [],
    };
  });

/** The same walk at another time: every moment of it moved by `by` milliseconds. */
export function shifted(report: SessionReport, by: number): SessionReport {
  const moments = new Set(['at', 'from', 'startedAt', 'endedAt', 'createdAt']);
  const move = (value: unknown, key = '', around?: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => move(each));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, move(each, name, value)]));
    const isMoment = moments.has(key) || (key === 'to' && typeof around === 'object');
    return typeof value === 'number' && isMoment ? value + by : value;
  };
  return move(report) as SessionReport;
}

export const earliest = start;
