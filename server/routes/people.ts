import { Hono } from 'hono';
import { z } from '../../lib/model/zod.ts';
import { needsAdmin, needsOwnPage, needsPerson } from '../guards.ts';
import { limits } from '../limits.ts';
import { mustFitModel, mustReadJson, readBody } from '../read-body.ts';
import type { Env, Services } from '../services.ts';
import { roles } from '../sign-in.ts';

const PersonRequest = z.object({
  email: z.email().max(200),
  name: z.string().min(1).max(100),
  role: z.enum(roles),
});

/** POST /api/people: an admin makes a person known and gets a one-time link to hand to them. */
export function peopleRoutes(services: Services) {
  const { signIn, publicUrl } = services;
  return new Hono<Env>().post('/', needsOwnPage(services), needsPerson(services), needsAdmin, async (c) => {
    const body = mustReadJson(await readBody(c.req.raw, limits.formBytes));
    const { email, name, role } = mustFitModel('人员', PersonRequest, body);
    const who = `person:${c.var.person.id}` as const;
    await signIn.createPerson(who, email, name, role);
    const token = await signIn.createLinkToken(who, email.toLowerCase());
    return c.json({ signInLink: `${publicUrl() ?? ''}/sign-in/once?token=${token}` }, 201);
  });
}
