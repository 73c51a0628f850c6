import { Hono } from 'hono';
import { answerErrors } from './answer-errors.ts';
import { dropHeadBody, extensionsMay, safeHeaders } from './headers.ts';
import { logRequests } from './log-requests.ts';
import { Refusal } from './refusals.ts';
import { deviceRoutes } from './routes/devices.ts';
import { enrolRoutes } from './routes/enrol.ts';
import { enrolmentCodeRoutes } from './routes/enrolment-codes.ts';
import { meRoutes } from './routes/me.ts';
import { objectRoutes } from './routes/objects.ts';
import { pageRoutes } from './routes/pages.ts';
import { peopleRoutes } from './routes/people.ts';
import { reportRoutes } from './routes/reports.ts';
import { signInRoutes } from './routes/sign-in.ts';
import type { Env, Services } from './services.ts';

export type App = ReturnType<typeof createApp>;

/** The collector as one function from Request to Response. */
export function createApp(services: Services) {
  const app = new Hono<Env>();
  app.onError(answerErrors(services.log));
  app.use(logRequests(services.log));
  app.use(dropHeadBody);
  app.use(safeHeaders);
  app.get('/healthz', extensionsMay('GET'), (c) =>
    c.json({ ok: true, name: services.name, version: services.version }),
  );
  app.route('/api/enrol', enrolRoutes(services));
  app.route('/api/objects', objectRoutes(services));
  app.route('/api/reports', reportRoutes(services));
  app.route('/api/enrolment-codes', enrolmentCodeRoutes(services));
  app.route('/api/devices', deviceRoutes(services));
  app.route('/api/people', peopleRoutes(services));
  app.route('/api/me', meRoutes(services));
  app.route('/', signInRoutes(services));
  app.all('/api/*', () => {
    throw new Refusal('not-found');
  });
  app.route('/', pageRoutes(services));
  return app;
}
