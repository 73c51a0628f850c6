import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { audit } from '../../../server/audit.ts';
import { openDatabase } from '../../../server/database.ts';
import { audit as auditTable } from '../../../server/schema.ts';
import { fakeObject, fakeReport } from '../../support/fake-report.ts';
import type { Harness } from './harness.ts';

export function keepingRules(here: () => Harness): void {
  it('keeps reports, objects, keys, sessions, receipts and its signing key over a restart', async () => {
    const [key, admin, object] = [await here().enrol(), await here().signIn(), fakeObject(randomUUID())];
    await here().put(key, object);
    const json = JSON.stringify(fakeReport({ id: `r-${randomUUID()}` }, [object]));
    const before = await here().handIn(key, json);
    await here().restart();
    expect((await here().handIn(key, json)).body).toEqual(before.body);
    expect((await here().call(`/api/reports/${before.body.reportId}`, { headers: admin })).body).toEqual(
      JSON.parse(json),
    );
    expect((await here().call(`/api/objects/${object.entry.object}`, { headers: admin })).status).toBe(200);
    const fresh = await here().handIn(key, fakeReport({ id: `r-${randomUUID()}` }));
    expect(fresh.body.publicKey).toBe(before.body.publicKey);
  });

  it('asks again for an object whose file was lost', async () => {
    const [key, admin, object] = [await here().enrol(), await here().signIn(), fakeObject(randomUUID())];
    const { object: name } = object.entry;
    await here().put(key, object);
    await here().handIn(key, fakeReport({ id: `r-${randomUUID()}` }, [object]));
    await rm(join(here().dataFolder, 'objects', name.slice(0, 2), name));
    expect((await here().call(`/api/objects/${name}`, { headers: admin })).status).toBe(404);
    expect(
      (await here().post('/api/objects/missing', { objects: [name] }, here().bearer(key))).body.missing,
    ).toEqual([name]);
    expect((await here().put(key, object)).status).toBe(201);
    expect((await here().call(`/api/objects/${name}`, { headers: admin })).status).toBe(200);
  });

  it('writes down who did what, and lets nobody change it', async () => {
    const [key, admin] = [await here().enrol(), await here().signIn()];
    const report = fakeReport({ id: `r-${randomUUID()}` });
    await here().handIn(key, report);
    await here().call(`/api/reports/${report.id}`, { headers: admin });
    const { id: person } = (await here().call('/api/me', { headers: admin })).body;
    const email = `${randomUUID()}@yunling.example`;
    const made = await here().post('/api/people', { email, name: '周九', role: 'reviewer' }, admin);
    const newcomer = await here().signIn(made.body.signInLink);
    const { id: other } = (await here().call('/api/me', { headers: newcomer })).body;
    await here().post('/api/people/link', { email }, admin);
    await here().whileStopped(async () => {
      const { db, close } = await openDatabase({ dataFolder: here().dataFolder, ...here().options });
      try {
        const lines = await db
          .select()
          .from(auditTable)
          .where(eq(auditTable.id, report.id))
          .orderBy(auditTable.n);
        expect(lines.map((line) => line.what)).toEqual(['report-kept', 'report-read']);
        expect(lines[1]?.who).toBe(`person:${person}`);
        const ofOther = await db
          .select()
          .from(auditTable)
          .where(and(eq(auditTable.id, other), eq(auditTable.who, `person:${person}`)))
          .orderBy(auditTable.n);
        expect(ofOther.map((line) => line.what)).toEqual([
          'person-created',
          'sign-in-link',
          'sign-in-reset',
          'sign-in-link',
        ]);
        const ofAdmin = await db
          .select()
          .from(auditTable)
          .where(and(eq(auditTable.id, person), eq(auditTable.who, 'server')));
        expect(ofAdmin.at(-1)?.what).toBe('sign-in-link');
        const all = await db.selectDistinct({ what: auditTable.what }).from(auditTable);
        expect(all.map((line) => line.what)).toEqual(
          expect.arrayContaining(['enrol', 'sign-in', 'revoke', 'sign-out']),
        );
        await audit(db, 'server', 'enrol', 'probe');
        const refused = {
          cause: expect.objectContaining({ message: expect.stringContaining('append-only') }),
        };
        await expect(db.update(auditTable).set({ who: 'nobody' })).rejects.toMatchObject(refused);
        await expect(db.delete(auditTable)).rejects.toMatchObject(refused);
        expect(await db.$count(auditTable, eq(auditTable.who, 'nobody'))).toBe(0);
      } finally {
        await close();
      }
    });
  });
}
