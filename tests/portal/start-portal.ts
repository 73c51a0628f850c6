import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Origins, Ports, SiteName } from './config.ts';
import { defaultPorts, hostNames, siteNames } from './config.ts';
import { createDepartmentSite } from './department-site/routes.ts';
import { createLoginSite } from './login-site/routes.ts';
import { createOldSite } from './old-site/routes.ts';
import { createPortalSite } from './portal-site/routes.ts';
import type { SiteDependencies } from './site.ts';
import { createState } from './state.ts';

export interface PortalOptions {
  /** Fixed ports (4610–4613 unless told), or whichever are free. */
  ports?: Ports | 'any';
  /** Replaces the wait before planted slow answers; for tests of the portal itself. */
  wait?(milliseconds: number): Promise<void>;
}

export interface RunningPortal {
  origins: Origins;
  close(): Promise<void>;
}

const builders: Record<SiteName, (dependencies: SiteDependencies) => Hono> = {
  portal: createPortalSite,
  login: createLoginSite,
  department: createDepartmentSite,
  old: createOldSite,
};

function listen(site: Hono, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch: (request) => site.fetch(request) }) as Server;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/** Starts the practice portal's four sites on the loopback address; rejects when a port is taken. */
export async function startPortal({
  ports = defaultPorts,
  wait,
}: PortalOptions = {}): Promise<RunningPortal> {
  const origins: Origins = { portal: '', login: '', department: '', old: '' };
  const dependencies: SiteDependencies = {
    origins,
    state: createState(),
    wait: wait ?? ((milliseconds) => delay(milliseconds)),
  };
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map(closeServer));
  };
  try {
    for (const name of siteNames) {
      const server = await listen(builders[name](dependencies), ports === 'any' ? 0 : ports[name]);
      servers.push(server);
      origins[name] = `http://${hostNames[name]}:${(server.address() as AddressInfo).port}`;
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { origins, close };
}
