import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionReport } from '../../../lib/model/report.ts';
import { type Collector, startCollector } from '../../../server/start-collector.ts';
import type { FakeObject } from '../../support/fake-report.ts';

export type Answer = { status: number; body: any; headers: Headers };
export type Harness = Awaited<ReturnType<typeof startHarness>>;

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

/** A collector of its own on a fresh data folder, and the calls a browser and a reviewer make. */
export async function startHarness(options: { databaseUrl?: string; webFolder?: string }) {
  const dataFolder = await mkdtemp(join(tmpdir(), 'zouyibian-collector-'));
  const start = () =>
    startCollector({ ...options, port: 0, dataFolder, name: '试验归集服务', log: 'silent' });
  let collector: Collector = await start();

  async function call(path: string, init: RequestInit = {}): Promise<Answer> {
    const answer = await fetch(new URL(path, collector.url), { redirect: 'manual', ...init });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: isJson && text ? JSON.parse(text) : text };
  }
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    call(path, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers });

  return {
    dataFolder,
    options,
    url: () => collector.url,
    call,
    post,
    bearer,
    code: () => collector.createEnrolmentCode(),
    signInLink: (next?: string) => collector.createSignInLink(next),

    /** A fresh device's upload key. */
    async enrol(): Promise<string> {
      const { body } = await post('/api/enrol', {
        code: await collector.createEnrolmentCode(),
        device: '窗口一号机',
      });
      return body.key;
    },
    put: (key: string, object: FakeObject, name = object.entry.object, type: string = object.entry.type) =>
      call(`/api/objects/${name}`, {
        method: 'PUT',
        body: object.bytes,
        headers: { ...bearer(key), 'Content-Type': type },
      }),
    handIn: (key: string, report: SessionReport | string) => post('/api/reports', report, bearer(key)),

    /** The cookie header of an admin who came by a one-time link. */
    async signIn(link?: string): Promise<{ cookie: string }> {
      const answer = await call(link ?? (await collector.createSignInLink()));
      return {
        cookie: answer.headers
          .getSetCookie()
          .map((cookie) => cookie.split(';')[0])
          .join('; '),
      };
    },
    async restart(): Promise<void> {
      await collector.close();
      collector = await start();
    },
    /** Runs something that needs the data folder to itself. */
    async whileStopped(task: () => Promise<void>): Promise<void> {
      await collector.close();
      try {
        await task();
      } finally {
        collector = await start();
      }
    },
    async stop(): Promise<void> {
      await collector.close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
