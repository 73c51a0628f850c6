import { Hono } from 'hono';
import { needsAdmin, needsOwnPage, needsPerson } from '../guards.ts';
import type { Env, Services } from '../services.ts';

/** POST /api/enrolment-codes: an admin gets a one-time code to hand to one browser's user. */
export function enrolmentCodeRoutes(services: Services) {
  return new Hono<Env>().post('/', needsOwnPage(services), needsPerson(services), needsAdmin, async (c) =>
    c.json({ code: await services.devices.createCode(`person:${c.var.person.id}`) }, 201),
  );
}
