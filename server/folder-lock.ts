import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Paths locked by this very process: its pid alone would look like a stale lock of a reused pid. */
const held = new Set<string>();

/** When a process began, in the kernel's ticks, so that a reused pid is told apart; empty where unknown. */
async function startOf(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

async function isHeld(path: string, pid: number, start: string, host: string): Promise<boolean> {
  // A process of another machine or container on a shared folder cannot be asked: it counts as alive.
  if (host !== hostname()) return true;
  if (pid === process.pid) return held.has(path);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return start === (await startOf(pid));
}

/**
 * Locks a folder that only one process may use. Returns the release; throws a sentence naming the other process.
 * The lock of a process that is no more is taken over.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'collector.pid');
  const mine = `${process.pid} ${await startOf(process.pid)} ${hostname()}`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(mine);
      await file.close();
      held.add(path);
      return async () => {
        held.delete(path);
        await rm(path, { force: true });
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const found = await readFile(path, 'utf8').catch(() => '');
    const [pid = '', start = '', host = ''] = found.split(' ');
    if (Number(pid) > 0 && (await isHeld(path, Number(pid), start, host))) {
      throw new Error(
        `数据文件夹 ${folder} 正被另一个归集服务使用（主机 ${host} 上的进程 ${pid}）。` +
          `请先停止它，或换一个数据文件夹；若它已确实不在运行，请删除 ${path}。`,
      );
    }
    await takeAway(path, found);
  }
  throw new Error(`数据文件夹 ${folder} 的锁文件 ${path} 无法取得，请稍后重试。`);
}

/** Moves a stale lock aside; puts it back when another process had just replaced it with its own. */
async function takeAway(path: string, stale: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  await rename(path, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => stale);
  if (moved !== stale) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}
