import { Hono } from 'hono';
import { EnrolRequest } from '../../lib/model/collector-api.ts';
import { addressOf } from '../guards.ts';
import { guess } from '../guess.ts';
import { extensionsMay } from '../headers.ts';
import { limits } from '../limits.ts';
import { mustFitModel, mustReadJson, readBody } from '../read-body.ts';
import type { Env, Services } from '../services.ts';

/** POST /api/enrol: a one-time code for an upload-only key. */
export function enrolRoutes({ devices, receipts, guesses }: Services) {
  return new Hono<Env>().use(extensionsMay('POST')).post('/', async (c) => {
    const body = mustReadJson(await readBody(c.req.raw, limits.formBytes));
    const { code, device } = mustFitModel('登记', EnrolRequest, body);
    const key = await guess(guesses, [`enrol ${addressOf(c)}`], () => devices.enrol(code, device));
    return c.json({ key, collector: receipts.collector, publicKey: receipts.publicKey });
  });
}
