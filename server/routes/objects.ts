import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { MissingRequest } from '../../lib/model/collector-api.ts';
import { Sha256 } from '../../lib/model/primitives.ts';
import { needsKey, needsPerson } from '../guards.ts';
import { extensionsMay } from '../headers.ts';
import { limits } from '../limits.ts';
import { findObjectType } from '../object-type.ts';
import { bodyStream, mustFit, mustFitModel, mustReadJson, readBody } from '../read-body.ts';
import { Refusal } from '../refusals.ts';
import type { Env, Services } from '../services.ts';

/** /api/objects: devices ask what is missing and send it; people read what a report names. */
export function objectRoutes(services: Services) {
  const { objects } = services;
  const app = new Hono<Env>();

  app.use('/missing', extensionsMay('POST'));
  app.post('/missing', needsKey(services), async (c) => {
    const body = mustReadJson(await readBody(c.req.raw, limits.missingBytes));
    const asked = mustFitModel('对象清单', MissingRequest, body);
    return c.json({ missing: await objects.missing(asked.objects) });
  });

  app.use('/:sha256', extensionsMay('PUT'));
  app.put('/:sha256', needsKey(services), async (c) => {
    const name = mustFitModel('对象', Sha256, c.req.param('sha256'));
    mustFit(c.req.raw, limits.objectBytes);
    const type = findObjectType(c.req.header('Content-Type'));
    if (!type) throw new Refusal('type-unknown', { field: 'Content-Type' });
    if (await objects.isKept(name)) {
      await drain(bodyStream(c.req.raw));
      return c.json({ object: name }, 200);
    }
    await objects.keep(name, type, bodyStream(c.req.raw)).catch(cutShort);
    return c.json({ object: name }, 201);
  });

  app.get('/:sha256', needsPerson(services), async (c) => {
    const name = c.req.param('sha256');
    const found = Sha256.safeParse(name).success ? await objects.findNamed(name) : undefined;
    if (!found) throw new Refusal('not-found');
    const bytes = await objects.read(name);
    c.header('Content-Type', found.type);
    c.header('Content-Length', String(found.bytes));
    // A portal's drawing or style sheet opened by its address is saved, never shown.
    c.header('Content-Disposition', 'attachment');
    c.header('Cache-Control', 'private, max-age=31536000, immutable');
    return c.body(Readable.toWeb(bytes) as ReadableStream);
  });
  return app;
}

/** Reads a body to its end, so that the connection stays usable for the sender's next object. */
async function drain(source: AsyncIterable<Uint8Array>): Promise<void> {
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    if (bytes > limits.objectBytes) return;
  }
}

/** A connection cut in the middle is the sender's affair, not a failure of ours; a full disk is. */
function cutShort(error: NodeJS.ErrnoException): never {
  const isCut =
    error.name === 'AbortError' || error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE';
  throw isCut ? new Refusal('body-damaged') : error;
}
