import type { Context } from 'hono';
import { Hono } from 'hono';
import { z } from '../../lib/model/zod.ts';
import { addressOf, giveCookies, needsOwnPage, needsPerson } from '../guards.ts';
import { guess } from '../guess.ts';
import { sha256 } from '../hash.ts';
import { limits } from '../limits.ts';
import { localPath } from '../local-path.ts';
import { mustFitModel, mustReadJson, readBody } from '../read-body.ts';
import { Refusal } from '../refusals.ts';
import type { Env, Services } from '../services.ts';
import { signInPage } from '../sign-in-page.ts';

const SignInRequest = z.object({ email: z.string().max(200), password: z.string().max(128) });

/** Signing in by password (page and JSON) or one-time link, and signing out. */
export function signInRoutes(services: Services) {
  const { signIn, guesses, name } = services;
  const app = new Hono<Env>();

  function byPassword(c: Context<Env>, data: unknown) {
    const { email, password } = mustFitModel('登录', SignInRequest, data);
    const names = [`sign-in ${addressOf(c)}`, `sign-in ${sha256(email.toLowerCase())}`];
    return guess(guesses, names, () => signIn.byPassword(email, password));
  }

  function page(c: Context<Env>, next: string, refusal?: Refusal) {
    // With no-referrer the browser would send `Origin: null` with the form, and our own check refuse it.
    c.header('Referrer-Policy', 'same-origin');
    return c.html(signInPage({ name, next, message: refusal?.body.message }), refusal?.status ?? 200);
  }

  app.post('/api/sign-in', needsOwnPage(services), async (c) => {
    const { person, cookies } = await byPassword(
      c,
      mustReadJson(await readBody(c.req.raw, limits.formBytes)),
    );
    giveCookies(c, cookies);
    return c.json(person);
  });

  app.post('/api/sign-out', needsOwnPage(services), needsPerson(services), async (c) => {
    giveCookies(c, await signIn.end(c.req.raw.headers, c.var.person));
    return c.body(null, 204);
  });

  app.get('/sign-in', (c) => page(c, localPath(c.req.query('next'))));

  app.post('/sign-in', needsOwnPage(services), async (c) => {
    const form = new URLSearchParams((await readBody(c.req.raw, limits.formBytes)).toString());
    const next = localPath(form.get('next') ?? undefined);
    try {
      giveCookies(c, (await byPassword(c, Object.fromEntries(form))).cookies);
    } catch (error) {
      if (error instanceof Refusal) return page(c, next, error);
      throw error;
    }
    return c.redirect(next, 303);
  });

  app.get('/sign-in/once', async (c) => {
    const next = localPath(c.req.query('next'));
    try {
      giveCookies(c, (await signIn.byLink(c.req.query('token') ?? '')).cookies);
    } catch (error) {
      if (error instanceof Refusal) return page(c, next, error);
      throw error;
    }
    return c.redirect(next, 303);
  });
  return app;
}
