import { Hono } from 'hono';
import { z } from '../../lib/model/zod.ts';
import type { Who } from '../audit.ts';
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

const LinkRequest = PersonRequest.pick({ email: true });

/**
 * POST /api/people: an admin makes a person known and gets a one-time link to hand to them. POST /api/people/link: another
 * one for somebody who is known, whose password and sessions end with it.
 */
export function peopleRoutes(services: Services) {
  const { signIn, publicUrl } = services;
  const linkFor = async (who: Who, email: string) => {
    const token = await signIn.createLinkToken(who, email);
    return { signInLink: `${publicUrl() ?? ''}/sign-in/once?token=${token}` };
  };
  return new Hono<Env>()
    .use('*', needsOwnPage(services), needsPerson(services), needsAdmin)
    .post('/', async (c) => {
      const body = mustReadJson(await readBody(c.req.raw, limits.formBytes));
      const { email, name, role } = mustFitModel('人员', PersonRequest, body);
      const who = `person:${c.var.person.id}` as const;
      await signIn.createPerson(who, email, name, role);
      return c.json(await linkFor(who, email), 201);
    })
    .post('/link', async (c) => {
      const body = mustReadJson(await readBody(c.req.raw, limits.formBytes));
      const { email } = mustFitModel('人员', LinkRequest, body);
      const who = `person:${c.var.person.id}` as const;
      await signIn.reset(who, email);
      return c.json(await linkFor(who, email), 201);
    });
}
