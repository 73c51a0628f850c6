import { Action } from '../../../lib/model/action.ts';
import { Gap } from '../../../lib/model/gap.ts';
import { Request } from '../../../lib/model/request.ts';
import { Session } from '../../../lib/model/session.ts';
import type { Chunk, Stream } from '../../../lib/model/stream.ts';
import { Visit } from '../../../lib/model/visit.ts';

const portal = 'https://zwfw.example';
let made = 0;
const id = () => `x${(made += 1)}`;

/** A document of tab 1's main frame at `path`, unless told otherwise; `path` may be a whole address. */
export function visit(at: number, path: string, more: Partial<Visit> = {}): Visit {
  const url = /^https?:/.test(path) ? path : portal + path;
  return Visit.parse({ id: id(), at, tab: 1, frame: 0, kind: 'document', url, ...more });
}

export function action(at: number): Action {
  return Action.parse({ id: id(), at, stream: 's1', tab: 1, frame: 0, kind: 'click' });
}

export function request(at: number, duration: number, type = 'xmlhttprequest'): Request {
  return Request.parse({ id: id(), at, duration, tab: 1, frame: 0, type, method: 'GET', url: portal });
}

export function gap(from: number, to: number, why: Gap['why']): Gap {
  return Gap.parse({ id: id(), from, to, why });
}

export function session(from: number, to: number, more: Partial<Session> = {}): Session {
  return Session.parse({
    id: id(),
    state: 'finished',
    item: { name: '借书证办理' },
    mode: 'self',
    perspective: 'citizen',
    programme: { id: 'p', version: '1.0.0', title: '练习' },
    walker: {},
    privacy: 'full',
    startedAt: from,
    endedAt: to,
    recorderVersion: '0.1.0',
    ...more,
  });
}

/** A main-frame stream of a tab with one chunk over `from`..`to`; no chunk when `to` is left out. */
export function recording(from: number, to?: number, tab = 1): { streams: Stream[]; chunks: Chunk[] } {
  const stream = id();
  const object = 'a'.repeat(64);
  return {
    streams: [
      { id: stream, tab, frame: 0, token: `t${stream}`, top: true, url: portal, title: '', startedAt: from },
    ],
    chunks:
      to === undefined
        ? []
        : [
            {
              stream,
              n: 0,
              keyframe: true,
              from,
              to,
              events: 2,
              bytes: 9,
              object,
              codec: 'json' as const,
              chain: object,
            },
          ],
  };
}

export function recordings(...all: { streams: Stream[]; chunks: Chunk[] }[]) {
  return { streams: all.flatMap((each) => each.streams), chunks: all.flatMap((each) => each.chunks) };
}
