import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from './app.ts';
import { limits } from './limits.ts';
import { localPath } from './local-path.ts';
import type { LogOption } from './log.ts';
import { openServices } from './open-services.ts';

export type CollectorOptions = {
  /** 0 takes any free port. */
  port: number;
  /** Default 127.0.0.1: reachable from this machine alone. */
  host?: string;
  /** Objects, reports, keys, and the embedded database unless `databaseUrl` names a PostgreSQL. */
  dataFolder: string;
  databaseUrl?: string;
  /** Stands in receipts and on pages. */
  name?: string;
  /** The built review desk, served at `/`. */
  webFolder?: string;
  /** Where people reach it from outside, e.g. `https://collector.example`; https makes cookies secure. */
  publicUrl?: string;
  /** Takes the first admin's password away, for an operator who has lost it. */
  resetAdmin?: boolean;
  log?: LogOption;
};

export type Collector = {
  url: string;
  /** Lets uploads under way finish for 8 seconds, then closes everything. */
  close(): Promise<void>;
  createEnrolmentCode(): Promise<string>;
  /** A link that signs in as admin: once, within 15 minutes; `next` is a local path. */
  createSignInLink(next?: string): Promise<string>;
};

/** Starts the collector; throws a sentence when the data folder is in use or the port is taken. */
export async function startCollector(options: CollectorOptions): Promise<Collector> {
  const host = options.host ?? '127.0.0.1';
  const dataFolder = resolve(options.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  let url = options.publicUrl;
  const { services, close: closeServices } = await openServices({
    ...options,
    dataFolder,
    publicUrl: () => url,
  });
  if (options.resetAdmin) await services.signIn.reset('server');
  const app = createApp(services);
  const server = createAdaptorServer({ fetch: app.fetch, hostname: host }) as Server;
  try {
    server.listen(options.port, host);
    await once(server, 'listening');
  } catch (error) {
    await closeServices();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const named = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? 'localhost' : host;
  url = (options.publicUrl ?? `http://${named.includes(':') ? `[${named}]` : named}:${port}`).replace(
    /\/+$/,
    '',
  );
  const base = url;
  let closing: Promise<void> | undefined;

  return {
    url: base,
    close: () => (closing ??= closeServer(server).then(closeServices)),
    createEnrolmentCode: () => services.devices.createCode('server'),
    async createSignInLink(next) {
      const token = await services.signIn.createLinkToken('server');
      return `${base}/sign-in/once?token=${token}${next ? `&next=${encodeURIComponent(localPath(next))}` : ''}`;
    },
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const cut = setTimeout(() => server.closeAllConnections(), limits.closeMs);
  await closed;
  clearTimeout(cut);
}
