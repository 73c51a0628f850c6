import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { magicLink } from 'better-auth/plugins';
import { and, count, eq } from 'drizzle-orm';
import { audit, type Who } from './audit.ts';
import type { Database } from './database.ts';
import { limits } from './limits.ts';
import { Refusal } from './refusals.ts';
import * as schema from './schema.ts';
import { storable } from './storable.ts';

export const roles = ['admin', 'reviewer'] as const;
export type Role = (typeof roles)[number];
export type Person = { id: string; name: string; email: string; role: Role };
/** A person and the cookies to send along. */
export type SignedIn = { person: Person; cookies: string[] };
export type SignIn = Awaited<ReturnType<typeof createSignIn>>;

/** The first admin has no password: the one way in is a one-time link printed by the server's operator. */
const firstAdmin = { email: 'admin@zouyibian.invalid', name: '管理员' };

type Options = { db: Database; secret: string /** Cookies over https only. */; secure: boolean };
type Deliver = (token: string) => void;

/** better-auth used as a library: none of its own routes is reachable, only what is called here. */
function createAuth({ db, secret, secure }: Options) {
  return betterAuth({
    // Only needed to be set: no address of better-auth's is ever handed out.
    baseURL: 'http://collector.invalid',
    secret,
    database: drizzleAdapter(db, { provider: 'pg', schema, transaction: true }),
    telemetry: { enabled: false },
    // Its messages name e-mail addresses.
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: limits.passwordLength },
    user: {
      additionalFields: { role: { type: 'string', required: true, defaultValue: 'reviewer', input: false } },
    },
    session: { expiresIn: limits.signInMs / 1000, updateAge: 600 },
    advanced: { useSecureCookies: secure, cookiePrefix: 'zouyibian' },
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: limits.signInLinkMs / 1000,
        storeToken: 'hashed',
        sendMagicLink: ({ token, metadata }) => (metadata as { deliver: Deliver }).deliver(token),
      }),
    ],
  });
}

/** How people sign in: e-mail and password, or a one-time link. Devices never do. */
export async function createSignIn(options: Options) {
  const { db } = options;
  const auth = createAuth(options);
  const { internalAdapter } = await auth.$context;

  async function createPerson(email: string, name: string, role: Role): Promise<string> {
    const [{ n } = { n: 0 }] = await db
      .select({ n: count() })
      .from(schema.user)
      .where(eq(schema.user.email, email));
    if (n > 0) throw new Refusal('person-exists', { field: 'email' });
    const made = await internalAdapter.createUser(
      { email, name: storable(name), role, emailVerified: true },
      { method: 'magic-link' },
    );
    return made.id;
  }

  async function mustFindPerson(email: string): Promise<string> {
    const [row] = await db
      .select({ id: schema.user.id })
      .from(schema.user)
      .where(eq(schema.user.email, email.toLowerCase()));
    if (!row) throw new Refusal('person-unknown', { field: 'email' });
    return row.id;
  }

  async function ensureAdmin(): Promise<void> {
    const admins = await db.select({ n: count() }).from(schema.user).where(eq(schema.user.role, 'admin'));
    if (admins[0]?.n) return;
    // Another instance may have made it a moment ago: the address is unique.
    await createPerson(firstAdmin.email, firstAdmin.name, 'admin').catch(() => '');
  }

  async function finish(response: Response, refusal: 'sign-in-wrong' | 'link-used'): Promise<SignedIn> {
    const cookies = response.headers.getSetCookie();
    const found = response.ok ? ((await response.json()) as { user?: { id: string } }) : {};
    if (!found.user || cookies.length === 0) throw new Refusal(refusal);
    const [row] = await db.select().from(schema.user).where(eq(schema.user.id, found.user.id));
    if (!row) throw new Refusal(refusal);
    await audit(db, `person:${row.id}`, 'sign-in', row.id);
    return { person: personOf(row), cookies };
  }

  await ensureAdmin();
  return {
    async byPassword(email: string, password: string): Promise<SignedIn> {
      const body = { email: email.toLowerCase(), password };
      return finish(
        await auth.api.signInEmail({ body, headers: new Headers(), asResponse: true }),
        'sign-in-wrong',
      );
    },

    async byLink(token: string): Promise<SignedIn> {
      const asked = { query: { token }, headers: new Headers(), asResponse: true } as const;
      return finish(await auth.api.magicLinkVerify(asked), 'link-used');
    },

    /** Whose session this request's cookie is; undefined for none or an expired one. */
    async find(headers: Headers): Promise<SignedIn | undefined> {
      const { response, headers: sent } = await auth.api.getSession({
        headers: cookieOf(headers),
        returnHeaders: true,
      });
      return response ? { person: personOf(response.user), cookies: sent.getSetCookie() } : undefined;
    },

    /** Ends the session; returns the cookies that clear it. */
    async end(headers: Headers, person: Person): Promise<string[]> {
      const response = await auth.api.signOut({ headers: cookieOf(headers), asResponse: true });
      await audit(db, `person:${person.id}`, 'sign-out', person.id);
      return response.headers.getSetCookie();
    },

    /**
     * A token for a one-time link, good for 15 minutes; the first admin's when no address is given. Throws the refusal
     * 'person-unknown'.
     */
    async createLinkToken(who: Who, email = firstAdmin.email): Promise<string> {
      const person = await mustFindPerson(email);
      let made = '';
      const metadata = {
        deliver: (token: string) => {
          made = token;
        },
      };
      const body = { email: email.toLowerCase(), metadata };
      await auth.api.signInMagicLink({ body, headers: new Headers() });
      await audit(db, who, 'sign-in-link', person);
      return made;
    },

    /**
     * Takes a person's password away and ends their sessions, for one who comes in by a link again and sets another; the
     * first admin's when no address is given. Throws the refusal 'person-unknown'.
     */
    async reset(who: Who, email = firstAdmin.email): Promise<void> {
      const person = await mustFindPerson(email);
      const { account, session } = schema;
      await db.transaction(async (tx) => {
        await tx.delete(account).where(and(eq(account.userId, person), eq(account.providerId, 'credential')));
        await tx.delete(session).where(eq(session.userId, person));
        await audit(tx, who, 'sign-in-reset', person);
      });
    },

    /** Makes a person known; they come in by a one-time link first. */
    async createPerson(who: Who, email: string, name: string, role: Role): Promise<void> {
      const person = await createPerson(email.toLowerCase(), name, role);
      await audit(db, who, 'person-created', person);
    },

    /** Sets a password, the first or another; every other session of this person ends. */
    async setPassword(
      headers: Headers,
      person: Person,
      password: string,
      current?: string,
    ): Promise<string[]> {
      if (password.length < limits.passwordLength) {
        throw new Refusal('password-weak', { field: 'password', detail: String(limits.passwordLength) });
      }
      const hasOne = (await internalAdapter.findAccounts(person.id)).some((account) => account.password);
      const asked = { headers: cookieOf(headers), asResponse: true } as const;
      const response = hasOne
        ? await auth.api.changePassword({
            ...asked,
            body: { newPassword: password, currentPassword: current ?? '', revokeOtherSessions: true },
          })
        : await auth.api.setPassword({ ...asked, body: { newPassword: password } });
      if (!response.ok) throw new Refusal('sign-in-wrong', { field: 'current' });
      await audit(db, `person:${person.id}`, 'password-set', person.id);
      return response.headers.getSetCookie();
    },
  };
}

/** Only the cookie is handed on: neither address nor browser of a person is stored. */
function cookieOf(headers: Headers): Headers {
  return new Headers({ cookie: headers.get('cookie') ?? '' });
}

function personOf(row: { id: string; name: string; email: string; role?: string | null }): Person {
  return { id: row.id, name: row.name, email: row.email, role: row.role === 'admin' ? 'admin' : 'reviewer' };
}
