import { z } from '../model/zod.ts';

/** The name of a stream of an identity host begins so: it needs no memory to know that only kinds may come from it. */
export const identityMark = 'identity.';
export const isIdentityStream = (stream: string): boolean => stream.startsWith(identityMark);

/** What else a row may have is left behind by parsing. */
const Kinds = z.object({
  id: z.string(),
  at: z.number(),
  to: z.number().optional(),
  kind: z.string(),
  outcome: z.string().optional(),
  detail: z.string().default(''),
  url: z.string().default(''),
});
const sightingKinds = new Set(['auth-step', 'login-form']);
const details = new Set(['password', 'captcha', 'sms', 'scan', 'face', 'real-name', 'before']);

type Rows = { actions: unknown[]; waits: unknown[]; sightings: unknown[] };

/**
 * What may be kept of a batch from an identity host: what kind of thing had to be proven, when, and how it ended. Words,
 * paths, actions and everything else are left out, whoever put them in (docs/adr/0012-kinds-from-identity-hosts.md).
 */
export function kindsOnly<T extends Rows>(content: T): T {
  const emptied = Object.fromEntries(
    Object.entries(content).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
  ) as unknown as T;
  const strip = (rows: unknown[]) =>
    rows.flatMap((row) => {
      const { data } = Kinds.safeParse(row);
      if (!data) return [];
      return [{ ...data, detail: details.has(data.detail) ? data.detail : '', url: originOf(data.url) }];
    });
  return {
    ...emptied,
    masked: {},
    waits: strip(content.waits),
    sightings: strip(content.sightings).filter((row) => sightingKinds.has(row.kind)),
  };
}

function originOf(url: string): string {
  try {
    return `${new URL(url).origin}/`;
  } catch {
    return '';
  }
}
