import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCollector } from '../../server/start-collector.ts';
import { fakeReport } from '../support/fake-report.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
type Running = { child: ChildProcess; said: () => string; url: string; link: string; code: string };

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  return (await exit)[0] as number | null;
}

describe('the collector as a process', { timeout: 120_000 }, () => {
  let dataFolder = '';
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'zouyibian-process-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) await end(child, 'SIGKILL');
    await rm(dataFolder, { recursive: true, force: true });
  });

  function run() {
    const env = { PATH: process.env.PATH, ZYB_PORT: '0', ZYB_DATA: dataFolder, NODE_NO_WARNINGS: '1' };
    const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (part: Buffer) => {
        said += part.toString();
      });
    children.push(child);
    return { child, said: () => said };
  }

  async function runUntilReady(): Promise<Running> {
    const running = run();
    const find = (pattern: RegExp) => pattern.exec(running.said())?.[1] ?? '';
    await vi.waitFor(() => expect(find(/登记码（[^）]*）：([\w-]{14})/), running.said()).not.toBe(''), {
      timeout: 60_000,
      interval: 100,
    });
    return {
      ...running,
      url: find(/归集服务：(\S+)/),
      link: find(/登录链接（[^）]*）：(\S+)/),
      code: find(/登记码（[^）]*）：([\w-]+)/),
    };
  }

  it('refuses a folder in use by name of the other process, and takes over from a dead one with all it kept', async () => {
    const first = await runUntilReady();
    const enrolled = await fetch(`${first.url}/api/enrol`, {
      method: 'POST',
      body: JSON.stringify({ code: first.code, device: 'x' }),
    });
    const { key } = (await enrolled.json()) as { key: string };
    const headers = { Authorization: `Bearer ${key}` };
    const report = JSON.stringify(fakeReport());
    const receipt = await (
      await fetch(`${first.url}/api/reports`, { method: 'POST', headers, body: report })
    ).json();
    // A body that never ends leaves a spool file behind when its process is killed.
    const cut = new AbortController();
    const endless = new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(3000)) });
    const put = {
      method: 'PUT',
      headers: { ...headers, 'Content-Type': 'application/gzip' },
      body: endless,
      duplex: 'half',
      signal: cut.signal,
    };
    const upload = fetch(`${first.url}/api/objects/${'ab'.repeat(32)}`, put as RequestInit).catch(
      () => undefined,
    );
    await vi.waitFor(async () => expect(await readdir(join(dataFolder, 'spool'))).toHaveLength(1), {
      timeout: 10_000,
    });

    const second = run();
    expect((await once(second.child, 'exit'))[0]).toBe(1);
    expect(second.said()).toContain(`进程 ${first.child.pid}`);
    await expect(startCollector({ port: 0, dataFolder, log: 'silent' })).rejects.toThrow(
      `进程 ${first.child.pid}`,
    );

    await end(first.child, 'SIGKILL');
    cut.abort();
    await upload;
    const third = await startCollector({ port: 0, dataFolder, log: 'silent' });
    try {
      const again = await fetch(`${third.url}/api/reports`, { method: 'POST', headers, body: report });
      expect([again.status, await again.json()]).toEqual([200, receipt]);
      expect(await readdir(join(dataFolder, 'spool'))).toEqual([]);
      await expect(startCollector({ port: 0, dataFolder, log: 'silent' })).rejects.toThrow(
        `进程 ${process.pid}`,
      );
    } finally {
      await third.close();
    }
  });

  it('ends at SIGTERM, unlocks the folder, and has logged no key, code, query, id or name', async () => {
    const running = await runUntilReady();
    const entered = await fetch(running.link, { redirect: 'manual' });
    const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { key } = (await (
      await fetch(`${running.url}/api/enrol`, {
        method: 'POST',
        body: JSON.stringify({ code: running.code, device: '秘密设备' }),
      })
    ).json()) as { key: string };
    const headers = { Authorization: `Bearer ${key}` };
    await fetch(`${running.url}/api/reports`, {
      method: 'POST',
      headers,
      body: JSON.stringify(fakeReport({ id: 'secret-id' })),
    });
    await fetch(`${running.url}/api/reports/secret-id?token=secret-query`, { headers: { cookie } });
    await fetch(`${running.url}/secret-path?q=secret-query`);
    expect(await end(running.child, 'SIGTERM')).toBe(0);
    const log = running
      .said()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .join('\n');
    expect(log).toContain('"route":"/api/reports/:id"');
    for (const secret of [
      'secret',
      key,
      cookie.split('=')[1] ?? '',
      running.code,
      '秘密设备',
      '张三',
      '图书馆',
      'token=',
    ]) {
      expect(log).not.toContain(secret);
    }
    await expect(readFile(join(dataFolder, 'collector.pid'))).rejects.toThrow('ENOENT');
  });
});
