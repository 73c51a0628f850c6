import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtDesk } from '../../scripts/build-all.ts';
import { type Collector, startCollector } from '../../server/start-collector.ts';
import { startPortal } from '../portal/start-portal.ts';

export type Portal = Awaited<ReturnType<typeof startPortal>>;
export type Stack = { portal: Portal; collector: Collector; close(): Promise<void> };

/** Practice portal and collector on free ports; the collector's data is deleted afterwards unless a folder is named. */
export async function startStack(
  options: {
    dataFolder?: string;
    collectorPort?: number;
    portalPorts?: 'any';
    /** Hears every line the collector logs. */
    onLog?(line: string): void;
  } = {},
): Promise<Stack> {
  const temporary = options.dataFolder === undefined;
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'zyb-collector-')));
  const portal = await startPortal(options.portalPorts === undefined && !temporary ? {} : { ports: 'any' });
  const collector = await startCollector({
    port: options.collectorPort ?? 0,
    dataFolder,
    webFolder: builtDesk,
    name: '本机归集服务',
    log: options.onLog ? { write: options.onLog } : 'silent',
  }).catch(async (error: unknown) => {
    await portal.close();
    throw error;
  });
  return {
    portal,
    collector,
    async close() {
      await collector.close();
      await portal.close();
      if (temporary) await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
