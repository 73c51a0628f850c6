import type { Database } from './database.ts';
import * as schema from './schema.ts';

type What =
  | 'sign-in'
  | 'sign-out'
  | 'sign-in-link'
  | 'sign-in-reset'
  | 'password-set'
  | 'person-created'
  | 'enrolment-code'
  | 'enrol'
  | 'revoke'
  | 'report-kept'
  | 'report-read';

/** `person:ID`, `device:ID`, or the server itself where its operator acts. */
export type Who = `person:${string}` | `device:${string}` | 'server';

/** Appends one line to the audit log, inside the caller's transaction where there is one. */
export async function audit(db: Pick<Database, 'insert'>, who: Who, what: What, id: string): Promise<void> {
  await db.insert(schema.audit).values({ at: new Date(), who, what, id });
}
