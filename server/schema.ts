import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

export * from './schema-sign-in.ts';

/** Milliseconds, so that a cursor built from a JavaScript date meets the very same moment again. */
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** Enrolment codes: one-time; only the hash is kept. */
export const enrolmentCode = pgTable('enrolment_code', {
  hash: text('hash').primaryKey(),
  createdBy: text('created_by').notNull(),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
  usedAt: moment('used_at'),
});

/** Enrolled browsers, each with one upload-only key of which only the hash is kept. */
export const device = pgTable('device', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  keyHash: text('key_hash').notNull().unique(),
  enrolledAt: moment('enrolled_at').notNull(),
  lastReportAt: moment('last_report_at'),
  revokedAt: moment('revoked_at'),
});

/** Objects that lie whole and verified in the objects folder. */
export const object = pgTable('object', {
  sha256: text('sha256').primaryKey(),
  bytes: integer('bytes').notNull(),
  type: text('type').notNull(),
  keptAt: moment('kept_at').notNull(),
});

/** One received report; the JSON itself lies in the objects folder under `hash`. Texts serve the list alone. */
export const report = pgTable(
  'report',
  {
    id: text('id').notNull(),
    revision: integer('revision').notNull(),
    newest: boolean('newest').notNull(),
    hash: text('hash').notNull(),
    deviceId: text('device_id')
      .notNull()
      .references(() => device.id),
    receivedAt: moment('received_at').notNull(),
    startedAt: doublePrecision('started_at').notNull(),
    item: text('item').notNull(),
    unit: text('unit').notNull(),
    walker: text('walker').notNull(),
    programme: text('programme').notNull(),
    mode: text('mode').notNull(),
    figures: jsonb('figures').$type<Record<string, number>>().notNull(),
    receipt: jsonb('receipt').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.revision] }),
    uniqueIndex('report_id_hash').on(table.id, table.hash),
    uniqueIndex('report_newest').on(table.id).where(sql`${table.newest}`),
    // nullsFirst: a query's desc() means NULLS FIRST, an index's desc() alone NULLS LAST and would go unused.
    index('report_list')
      .on(table.receivedAt.desc().nullsFirst(), table.id.desc().nullsFirst())
      .where(sql`${table.newest}`),
  ],
);

/** Which report names which object: only objects in here can be read. */
export const reportObject = pgTable(
  'report_object',
  {
    reportId: text('report_id').notNull(),
    revision: integer('revision').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => object.sha256),
  },
  (table) => [
    primaryKey({ columns: [table.reportId, table.revision, table.sha256] }),
    index('report_object_sha256').on(table.sha256),
  ],
);

/** Who did what to which thing, and when. A trigger refuses every change of a row once written. */
export const audit = pgTable(
  'audit',
  {
    n: bigserial('n', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    who: text('who').notNull(),
    what: text('what').notNull(),
    id: text('id').notNull(),
  },
  (table) => [index('audit_id').on(table.id)],
);
