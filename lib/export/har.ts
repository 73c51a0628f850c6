import type { PageTiming } from '../model/page-timing.ts';
import type { SessionReport } from '../model/report.ts';
import type { Request } from '../model/request.ts';
import type { Visit } from '../model/visit.ts';
import { statusText } from './status-text.ts';

/**
 * The walk's network record as HAR 1.2. What the recorder never had stays empty, as the format wants it: no headers,
 * cookies or bodies, -1 for sizes; of parameters only those whose value the redaction let stand. Times are whole
 * durations, given as waiting.
 */
export function harOf(report: SessionReport): string {
  const { session, recorder } = report;
  const visits = report.visits
    .filter((visit) => visit.kind === 'document' && visit.frame === 0)
    .sort((a, b) => a.at - b.at);
  const requests = [...report.requests].sort((a, b) => a.at - b.at);
  const log = {
    version: '1.2',
    creator: { name: recorder.name || 'Zouyibian', version: recorder.version || '0' },
    browser: browserOf(recorder.browser),
    pages: visits.map((visit) => pageOf(report, visit, requests, visits)),
    entries: requests.map((request) => entryOf(report, request, visits)),
    comment: `${session.item.name}：不含请求头、Cookie、正文和未放行的参数；大小未测量，记为 -1`,
  };
  return `${JSON.stringify({ log }, null, 2)}\n`;
}

function browserOf(text: string): { name: string; version: string } {
  const [name = '', version = ''] = text.split('/');
  return { name: name || 'unknown', version };
}

/**
 * A page begins when it is asked for, and its times count from then. The page's own clock tells both; the browser's word
 * of the load is taken where the page was left before it told.
 */
function pageOf(report: SessionReport, visit: Visit, requests: Request[], visits: Visit[]) {
  const timing = report.pageTimings.find((each) => isOf(each, visit, visits));
  const asked = requests.find(
    (each) =>
      each.type === 'main_frame' && each.at <= visit.at + slack && pageOfRequest(each, visits) === visit,
  );
  const began = Math.min(visit.at, asked?.at ?? timing?.at ?? visit.at);
  const since = (at: number) => Math.round((at - began) * 10) / 10;
  const contentLoad =
    timing?.domContentLoaded === undefined ? -1 : since(timing.at + timing.domContentLoaded);
  const load =
    timing?.load !== undefined
      ? since(timing.at + timing.load)
      : visit.loadMs !== undefined
        ? Math.max(contentLoad, since(visit.at + visit.loadMs))
        : -1;
  return {
    startedDateTime: timeOf(began),
    id: visit.id,
    title: visit.title || visit.url,
    pageTimings: {
      onContentLoad: Math.max(-1, contentLoad),
      onLoad: Math.max(-1, load),
    },
  };
}

/** A document is told of once, by when it began: it is the visit next after that, and no return to it. */
function isOf({ tab, frame, url, at }: PageTiming, visit: Visit, visits: Visit[]): boolean {
  if (tab !== visit.tab || frame !== 0 || url !== visit.url || !near(at, visit.at)) return false;
  return visits.find((each) => each.tab === tab && each.at >= at - slack && each.url === url) === visit;
}

function entryOf(report: SessionReport, request: Request, visits: Visit[]) {
  const { at, duration, method, url, status, error, type, redirects } = request;
  const page = pageOfRequest(request, visits);
  const told = error ?? report.incidents.find((each) => isAbout(request, each))?.message;
  return {
    ...(page ? { pageref: page.id } : {}),
    startedDateTime: timeOf(at),
    time: duration,
    request: {
      method,
      url: encodeUrl(url),
      httpVersion: '',
      cookies: [],
      headers: [],
      queryString: parametersOf(url),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: status ?? 0,
      statusText: statusText(status),
      httpVersion: '',
      cookies: [],
      headers: [],
      content: { size: -1, mimeType: '' },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    // The format allows -1 for all but these three; what was not measured apart lies in `wait`.
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: duration, receive: 0 },
    _resourceType: type,
    ...(redirects > 0 ? { _redirects: redirects } : {}),
    ...(told ? { _error: told } : {}),
  };
}

/** The document it belongs to; a main document is asked for before its page is there. */
function pageOfRequest({ tab, at, duration, type }: Request, visits: Visit[]): Visit | undefined {
  const here = visits.filter((visit) => visit.tab === tab);
  if (type === 'main_frame') {
    const first = here.find((visit) => visit.at >= at);
    if (first && first.at <= at + duration + slack) return first;
  }
  return here.findLast((visit) => visit.at <= at) ?? here[0];
}

function isAbout(request: Request, incident: SessionReport['incidents'][number]): boolean {
  const { kind, tab, url, at } = incident;
  if (kind !== 'failed-request' && kind !== 'dead-resource') return false;
  return tab === request.tab && url === request.url && Math.abs(at - request.at - request.duration) < slack;
}

/** Clocks of the two reports of one event differ by less, ms. */
const slack = 1000;
const near = (a: number, b: number) => Math.abs(a - b) < 30_000;

/** Names and values of the recorded address's parameters, without those whose value was masked. */
function parametersOf(url: string): { name: string; value: string }[] {
  const query = /^[^?#]*\?([^#]*)/.exec(url)?.[1] ?? '';
  return [...new URLSearchParams(query)]
    .map(([name, value]) => ({ name, value }))
    .filter(({ name, value }) => value !== '_' && name !== '_' && !value.includes('〔'));
}

/** Masks are words in brackets, which an address has to spell in percent signs. */
function encodeUrl(url: string): string {
  try {
    return new URL(url).href;
  } catch {
    return 'about:invalid';
  }
}

const timeOf = (at: number) => new Date(at).toISOString();
