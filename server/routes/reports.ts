import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { receiptHeader } from '../../lib/model/collector-api.ts';
import { Id } from '../../lib/model/primitives.ts';
import { audit } from '../audit.ts';
import { needsKey, needsPerson } from '../guards.ts';
import { extensionsMay } from '../headers.ts';
import { limits } from '../limits.ts';
import { readBody } from '../read-body.ts';
import { Refusal } from '../refusals.ts';
import { readReportFile } from '../report-files.ts';
import type { Env, Services } from '../services.ts';
import { createTurnstile } from '../turnstile.ts';

/** /api/reports: devices hand in and get a receipt; people list and read. */
export function reportRoutes(services: Services) {
  const { db, folder, receiveReport, reports } = services;
  const pass = createTurnstile(limits.reportsAtOnce);
  const app = new Hono<Env>();

  app.use('/', extensionsMay('POST'));
  app.post('/', needsKey(services), async (c) => {
    const bytes = await readBody(c.req.raw, limits.reportBytes);
    const { receipt, isNew } = await pass(() =>
      receiveReport(bytes, c.var.device, c.req.header(receiptHeader)),
    );
    return c.json(receipt, isNew ? 201 : 200);
  });

  app.get('/', needsPerson(services), async (c) => c.json(await reports.list(c.req.query())));

  app.get('/:id', needsPerson(services), async (c) => {
    const id = c.req.param('id');
    const revision = c.req.query('revision');
    const isSound = Id.safeParse(id).success && /^(?!0)\d{1,9}$/.test(revision ?? '1');
    const hash = isSound && (await reports.findHash(id, revision ? Number(revision) : undefined));
    if (!hash) throw new Refusal('not-found');
    const json = await readReportFile(folder, hash);
    await audit(db, `person:${c.var.person.id}`, 'report-read', id);
    c.header('Content-Type', 'application/json; charset=utf-8');
    return c.body(Readable.toWeb(json) as ReadableStream);
  });
  return app;
}
