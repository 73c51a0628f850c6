import { Privacy } from './consent.ts';
import { ShortText } from './primitives.ts';
import { WalkMode } from './walk-mode.ts';
import { z } from './zod.ts';

/** Settings that a programme may fix so that nobody in the browser can change them. */
export const lockable = ['privacy', 'pictures', 'retentionDays', 'assets'] as const;

/**
 * 遮盖政策: what an organising office lays down about personal data. It can only ask for more than the built-in floor:
 * there is no field that switches a rule off, and what it does not name stays as it is.
 */
export const MaskingPolicy = z.object({
  /** What `lib/redact` takes beyond its floor. */
  redaction: z
    .object({
      caseNumbers: z.boolean().default(false),
      officePhones: z.boolean().default(false),
      loneNames: z.boolean().default(false),
      /** Labels of the portal's own, to the kind of datum that follows. */
      labels: z.record(z.string().min(1).max(40), z.string().regex(/^[a-z-]{2,30}$/)).default({}),
      /** Texts masked wherever they stand. */
      terms: z.array(ShortText.min(2)).max(500).default([]),
    })
    .prefault({}),
  /** Modes in which nothing but metrics is kept before consent, beyond those that the mode itself says. */
  metricsModes: z.array(WalkMode).max(20).default([]),
  /** No screenshots and no frozen pictures at all. */
  pictures: z.boolean().default(true),
  /** Days a session stays here after its receipt. */
  retentionDays: z.number().int().min(0).max(3650).optional(),
  /** Hosts of which, as of the unified login, nothing but times is kept. */
  hostsNeverRecorded: z.array(z.string().min(1).max(200)).max(500).default([]),
  /** Kinds of frozen assets that may be kept. */
  assets: z.object({ style: z.boolean(), image: z.boolean(), font: z.boolean() }).partial().default({}),
  locked: z.array(z.enum(lockable)).default([]),
});
export type MaskingPolicy = z.infer<typeof MaskingPolicy>;

/** The policy a session is walked by, with where it comes from: `builtin`, or programme and version. */
export const AppliedPolicy = MaskingPolicy.extend({ source: ShortText });
export type AppliedPolicy = z.infer<typeof AppliedPolicy>;

/** The policy of a programme; without one the floor alone. */
export function policyOf(programme: {
  id: string;
  version: string;
  masking?: MaskingPolicy | undefined;
}): AppliedPolicy {
  const { masking } = programme;
  return {
    ...MaskingPolicy.parse(masking ?? {}),
    source: masking ? `${programme.id}@${programme.version}` : 'builtin',
  };
}

/**
 * How a walk of this mode begins: metrics when the programme's mode or the policy says so; and always beside an
 * accompanied person, whatever a pack says. `known`: the programme's own modes.
 */
export function privacyAtStart(
  mode: WalkMode,
  known: readonly { mode: WalkMode; defaultPrivacy: Privacy }[],
  policy: Pick<MaskingPolicy, 'metricsModes'>,
): Privacy {
  const asked = known.find((each) => each.mode === mode)?.defaultPrivacy;
  const quiet = mode === 'accompany' || asked === 'metrics' || policy.metricsModes.includes(mode);
  return quiet ? 'metrics' : 'full';
}
