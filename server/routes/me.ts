import { Hono } from 'hono';
import { z } from '../../lib/model/zod.ts';
import { addressOf, giveCookies, needsOwnPage, needsPerson } from '../guards.ts';
import { guess } from '../guess.ts';
import { limits } from '../limits.ts';
import { mustFitModel, mustReadJson, readBody } from '../read-body.ts';
import type { Env, Services } from '../services.ts';

const PasswordRequest = z.object({ password: z.string().max(128), current: z.string().max(128).optional() });

/** /api/me: who is signed in; PUT /api/me/password sets a password, with the current one where there is one. */
export function meRoutes(services: Services) {
  const { signIn, guesses, name } = services;
  return new Hono<Env>()
    .use('*', needsOwnPage(services), needsPerson(services))
    .get('/', (c) => c.json({ ...c.var.person, collector: name }))
    .put('/password', async (c) => {
      const body = mustReadJson(await readBody(c.req.raw, limits.formBytes));
      const { password, current } = mustFitModel('密码', PasswordRequest, body);
      const names = [`password ${addressOf(c)}`, `password ${c.var.person.id}`];
      giveCookies(
        c,
        await guess(guesses, names, () =>
          signIn.setPassword(c.req.raw.headers, c.var.person, password, current),
        ),
      );
      return c.body(null, 204);
    });
}
