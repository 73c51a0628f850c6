import { Hono } from 'hono';
import type { html } from 'hono/html';
import type { Origins } from './config.ts';
import { addFidelityPages } from './fidelity-site/routes.ts';
import { addPersonalPages } from './personal-site/routes.ts';
import { serveFiles } from './serve-files.ts';
import type { PortalState } from './state.ts';

/** What a page template returns. */
export type Html = ReturnType<typeof html>;

/** What every site is built from. `origins` is filled in once all ports are known. */
export interface SiteDependencies {
  origins: Origins;
  state: PortalState;
  /** Waits the given milliseconds before a slow answer. */
  wait(milliseconds: number): Promise<void>;
}

/** A site with what all four share: files below `/static/<folder>/`, an icon, the fidelity and the personal pages, and the reset door. */
export function createSite(folder: string, dependencies: SiteDependencies): Hono {
  const { state } = dependencies;
  const site = new Hono();
  serveFiles(site, folder);
  addFidelityPages(site, dependencies);
  addPersonalPages(site);
  site.post('/__reset', (c) => {
    state.reset();
    return c.json({ reset: true });
  });
  return site;
}
