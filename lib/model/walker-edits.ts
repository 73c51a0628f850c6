import { Id, Moment, Sha256, ShortText } from './primitives.ts';
import { z } from './zod.ts';

const Count = z.number().int().nonnegative();

/**
 * What the walker changed in a finished session before it left this computer. It says that and how much, never what:
 * a text that was masked everywhere is not named here. Areas painted over stand with their pictures.
 */
export const WalkerEdits = z.object({
  /** Texts masked everywhere, one entry each; `places` is how many were replaced. */
  masked: z
    .array(z.object({ at: Moment, places: Count }))
    .max(10_000)
    .default([]),
  /** Pictures of the pages taken out of the replay, one entry each. */
  pictures: z
    .array(z.object({ at: Moment }))
    .max(10_000)
    .optional(),
  /** Stretches cut out; `keyframes` is how many snapshots were computed so that the replay goes on behind. */
  cuts: z
    .array(
      z.object({
        at: Moment,
        from: Moment,
        to: Moment,
        removed: z.object({
          events: Count,
          actions: Count,
          requests: Count,
          incidents: Count,
          screenshots: Count,
        }),
        keyframes: Count.default(0),
      }),
    )
    .max(10_000)
    .default([]),
  /** What looked like personal data in the walker's own words, and was kept on purpose. */
  kept: z
    .array(
      z.object({
        at: Moment,
        /** Where it stands: list, row and field, such as `painPoints.p1.note`. */
        field: ShortText,
        kind: Id,
        /** SHA-256 of the text as it was when that was said: changed words are asked about again. */
        text: Sha256,
      }),
    )
    .max(10_000)
    .default([]),
});
export type WalkerEdits = z.infer<typeof WalkerEdits>;

export const noEdits: WalkerEdits = { masked: [], cuts: [], kept: [] };

/** True when the walker changed nothing afterwards. */
export function isUnedited(edits: WalkerEdits | undefined): boolean {
  if (!edits) return true;
  const { masked, pictures = [], cuts, kept } = edits;
  return masked.length + pictures.length + cuts.length + kept.length === 0;
}
