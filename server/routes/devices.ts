import { Hono } from 'hono';
import { needsAdmin, needsOwnPage, needsPerson } from '../guards.ts';
import type { Env, Services } from '../services.ts';

/** /api/devices: an admin sees the enrolled browsers and revokes their keys. */
export function deviceRoutes(services: Services) {
  const { devices } = services;
  return new Hono<Env>()
    .use('*', needsOwnPage(services), needsPerson(services), needsAdmin)
    .get('/', async (c) => c.json({ devices: await devices.list() }))
    .delete('/:id', async (c) => {
      await devices.revoke(c.req.param('id'), `person:${c.var.person.id}`);
      return c.body(null, 204);
    });
}
