import type { Action } from '../../../lib/model/action.ts';
import type { SessionReport } from '../../../lib/model/report.ts';
import type { Request } from '../../../lib/model/request.ts';
import type { Visit } from '../../../lib/model/visit.ts';
import { fakeReport } from '../../support/fake-report.ts';

export const t0 = fakeReport().session.startedAt;
export const portal = 'https://zwfw.example';

let count = 0;
const id = () => `id${(count += 1)}`;

export function visit(after: number, path: string, more: Partial<Visit> = {}): Visit {
  return {
    id: id(),
    at: t0 + after,
    tab: 1,
    frame: 0,
    kind: 'document',
    url: `${portal}${path}`,
    title: '页面',
    identity: false,
    back: false,
    redirects: 0,
    ...more,
  };
}

export function action(
  after: number,
  kind: Action['kind'],
  label: string,
  more: Partial<Action> = {},
): Action {
  return {
    id: id(),
    at: t0 + after,
    stream: 'st1',
    tab: 1,
    frame: 0,
    kind,
    label,
    role: kind === 'click' ? 'button' : 'textbox',
    selectors: [`aria/${label}[role="${kind === 'click' ? 'button' : 'textbox'}"]`, `#f${after}`],
    framePath: [],
    rect: { x: 10, y: 20, width: 100, height: 40 },
    url: `${portal}/item`,
    ...more,
  };
}

export function request(after: number, path: string, more: Partial<Request> = {}): Request {
  return {
    id: id(),
    at: t0 + after,
    duration: 120.5,
    tab: 1,
    frame: 0,
    type: 'xmlhttprequest',
    method: 'GET',
    url: `${portal}${path}`,
    status: 200,
    redirects: 0,
    ...more,
  };
}

/** A short fictitious walk: home, a form with an upload, a sign-in elsewhere, the result. */
export function walkedReport(overrides: Partial<SessionReport> = {}): SessionReport {
  return fakeReport({
    visits: [
      visit(0, '/', { transition: 'typed' }),
      visit(2000, '/form', { transition: 'link' }),
      visit(9000, '/login', {
        transition: 'form_submit',
        identity: true,
        url: 'https://login.example/login?service=_',
      }),
      visit(12_000, '/result/12990100MB2000035K20261122', { transition: 'form_submit' }),
    ],
    actions: [
      action(1000, 'click', '在线办理'),
      action(3000, 'type', '姓名', { value: { length: 3 } }),
      action(4000, 'select', '区域', { value: { length: 4 } }),
      action(5000, 'click', '我已阅读', { role: 'label' }),
      action(5010, 'check', '我已阅读', { value: { checked: true } }),
      action(6000, 'click', '选择文件'),
      action(7000, 'upload', '材料', { value: { files: [{ extension: 'pdf', bytes: 2048 }] } }),
      action(8000, 'click', '提交申请', { frame: 5, framePath: [0, 1] }),
      action(8005, 'submit', '提交申请', { frame: 5, framePath: [0, 1] }),
    ],
    requests: [request(3500, '/api/share?id=_&page=2', { duration: 400 })],
    painPoints: [
      {
        id: 'p1',
        kind: 'pain',
        at: t0 + 4500,
        interval: { from: t0, to: t0 + 4500 },
        dimensionId: 'c.tong',
        checkItemId: 'c.tong.01',
        severity: 'serious',
        note: '又要填一遍',
        need: '',
        measure: '',
        url: '',
        title: '',
      },
    ],
    ...overrides,
  });
}
