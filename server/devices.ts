import { randomInt } from 'node:crypto';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { audit, type Who } from './audit.ts';
import type { Database } from './database.ts';
import { randomToken, sha256 } from './hash.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusals.ts';
import { device, enrolmentCode } from './schema.ts';
import { storable } from './storable.ts';

export type Devices = ReturnType<typeof createDevices>;
export type Device = { id: string };

/** No 0 O 1 I: codes are read aloud and typed. 12 of 32 letters are 60 bits. */
const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Enrolled browsers, their upload-only keys, and the one-time codes that make them. */
export function createDevices(db: Database) {
  return {
    /** A new one-time code such as `K7QD-9MXA-42TR`, good for a day. */
    async createCode(who: Who): Promise<string> {
      const code = Array.from({ length: 12 }, () => letters[randomInt(letters.length)]).join('');
      const now = Date.now();
      await db.transaction(async (tx) => {
        await tx.insert(enrolmentCode).values({
          hash: sha256(code),
          createdBy: who,
          createdAt: new Date(now),
          expiresAt: new Date(now + limits.enrolmentCodeMs),
        });
        await audit(tx, who, 'enrolment-code', sha256(code).slice(0, 12));
      });
      return code.replace(/(.{4})(?=.)/g, '$1-');
    },

    /** Trades a code for a key, which is told this once and never again. */
    async enrol(code: string, name: string): Promise<string> {
      const key = `zyb_${randomToken()}`;
      const id = randomToken().slice(0, 16);
      const now = new Date();
      await db.transaction(async (tx) => {
        const used = await tx
          .update(enrolmentCode)
          .set({ usedAt: now })
          .where(
            and(
              eq(enrolmentCode.hash, sha256(plain(code))),
              isNull(enrolmentCode.usedAt),
              gt(enrolmentCode.expiresAt, now),
            ),
          )
          .returning({ hash: enrolmentCode.hash });
        if (used.length === 0) throw new Refusal('code-wrong', { field: 'code' });
        await tx.insert(device).values({ id, name: storable(name), keyHash: sha256(key), enrolledAt: now });
        await audit(tx, `device:${id}`, 'enrol', id);
      });
      return key;
    },

    /** The device whose key this is; undefined for a wrong or revoked one. */
    async findByKey(key: string): Promise<Device | undefined> {
      const [row] = await db
        .select({ id: device.id })
        .from(device)
        .where(and(eq(device.keyHash, sha256(key)), isNull(device.revokedAt)));
      return row;
    },

    async list() {
      const rows = await db.select().from(device).orderBy(desc(device.enrolledAt));
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        enrolledAt: row.enrolledAt.getTime(),
        lastReportAt: row.lastReportAt?.getTime() ?? null,
        revokedAt: row.revokedAt?.getTime() ?? null,
      }));
    },

    /** From now on the device's key opens nothing; what it sent stays. */
    async revoke(id: string, who: Who): Promise<void> {
      await db.transaction(async (tx) => {
        const rows = await tx
          .update(device)
          .set({ revokedAt: new Date() })
          .where(and(eq(device.id, id), isNull(device.revokedAt)))
          .returning({ id: device.id });
        if (rows.length === 0) throw new Refusal('not-found');
        await audit(tx, who, 'revoke', id);
      });
    },
  };
}
