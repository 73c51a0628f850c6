import { Checklist } from './checklist.ts';
import { Id, ShortText } from './primitives.ts';
import { Stage } from './stage.ts';
import { Perspective, WalkMode } from './walk-mode.ts';
import { z } from './zod.ts';

/** A walk mode as this programme calls it. `defaultPrivacy: 'metrics'` records no DOM text and no pictures. */
const ProgrammeMode = z.object({
  mode: WalkMode,
  label: ShortText.min(1),
  note: ShortText.default(''),
  defaultPrivacy: z.enum(['full', 'metrics']).default('full'),
});

/** A service item the programme suggests; the walker may always type another. */
export const SuggestedItem = z.object({
  name: ShortText.min(1),
  code: ShortText.optional(),
  oneThing: z.boolean().default(false),
  crossRegion: z.boolean().default(false),
  startUrl: z.string().max(500).optional(),
});
export type SuggestedItem = z.infer<typeof SuggestedItem>;

/** 工作方案: a pack of everything an organising office lays down for its walks. Data, never code. */
export const Programme = z.object({
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'expected a version such as 1.0.0'),
  title: ShortText.min(1),
  shortTitle: ShortText.min(1),
  issuer: ShortText.min(1),
  documentNumber: ShortText.default(''),
  region: ShortText.default(''),
  modes: z.array(ProgrammeMode).min(1),
  perspectives: z.array(z.object({ perspective: Perspective, label: ShortText.min(1) })).min(1),
  /** The programme's own stage names, in its order, each covering canonical stages. */
  stageViews: z.array(z.object({ label: ShortText.min(1), stages: z.array(Stage).min(1) })).default([]),
  checklists: z.array(Checklist).min(1),
  /** Display names of the three lists: problems, needs, measures. */
  listNames: z.object({ problems: ShortText, needs: ShortText, measures: ShortText }),
  closedLoop: ShortText.default(''),
  suggestedItems: z.array(SuggestedItem).default([]),
  /**
   * Accessibility checks of pages: when the walker asks, or also by themselves on each new page once the walker's hand
   * rests on it.
   */
  pageChecks: z.enum(['on-request', 'at-rest']).default('on-request'),
  /** Site profiles (ids) this programme walks. */
  siteProfiles: z.array(Id).default([]),
});
export type Programme = z.infer<typeof Programme>;
