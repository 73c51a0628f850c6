import { Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** Version of the notice's text (`walk.consent.*` in locales/): a changed text is a new version. */
export const noticeVersion = '2026-1';

/** How the accompanied person gave it: said so, ticked it on this screen, or signed on paper. */
export const consentWays = ['spoken', 'ticked', 'paper'] as const;
export const ConsentWay = z.enum(consentWays);
export type ConsentWay = z.infer<typeof ConsentWay>;

/**
 * 同意记录: the accompanied person's consent to recording page contents and pictures, asked for after the notice
 * (个人信息保护法 第十三、十四、十七条), the one for sensitive data apart (第二十九条). Without the person's name: the
 * record shows that somebody was asked, not who.
 */
export const Consent = z.object({
  at: Moment,
  notice: z.string().max(40),
  how: ConsentWay,
  /** The separate consent for sensitive data; without it nothing but metrics is recorded. */
  sensitive: z.literal(true),
  /** From then on metrics alone again (第十五条). */
  withdrawnAt: Moment.optional(),
  /** What was recorded under it was deleted when it was withdrawn. */
  erased: z.boolean().default(false),
});
export type Consent = z.infer<typeof Consent>;

/** What is asked for, as the screen sends it. */
export const ConsentRequest = z.object({ notice: ShortText, how: ConsentWay, sensitive: z.literal(true) });
export type ConsentRequest = z.infer<typeof ConsentRequest>;

export const Privacy = z.enum(['full', 'metrics']);
export type Privacy = z.infer<typeof Privacy>;

/** From when on the walk was recorded in full or by metrics alone. */
export const PrivacyChange = z.object({ from: Moment, privacy: Privacy });
export type PrivacyChange = z.infer<typeof PrivacyChange>;

/** Stretches of a walk in which metrics alone were kept, in order; those whose contents were erased count. */
export function metricsStretches(
  session: {
    startedAt: number;
    privacy: Privacy;
    privacyChanges?: readonly PrivacyChange[];
    consents?: readonly Consent[];
  },
  end: number,
): { from: number; to: number }[] {
  const changes = session.privacyChanges?.length
    ? session.privacyChanges
    : [{ from: session.startedAt, privacy: session.privacy }];
  const erased = (session.consents ?? []).filter((each) => each.erased);
  const stretches = changes.flatMap(({ from, privacy }, at) => {
    const to = changes[at + 1]?.from ?? Math.max(end, from);
    const isErased = erased.some((each) => each.at <= from && (each.withdrawnAt ?? 0) >= to);
    return privacy === 'metrics' || isErased ? [{ from, to }] : [];
  });
  const joined: { from: number; to: number }[] = [];
  for (const each of stretches) {
    const last = joined.at(-1);
    if (last && last.to >= each.from) last.to = each.to;
    else joined.push(each);
  }
  return joined;
}
