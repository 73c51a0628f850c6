import { Channel, ChannelKind } from './channel.ts';
import { Checklist } from './checklist.ts';
import { Deliverable } from './deliverable.ts';
import { FormKind } from './form-kind.ts';
import { MaskingPolicy } from './masking-policy.ts';
import { Officers } from './officers.ts';
import { PackSignature } from './pack-signature.ts';
import { PageCheckTimes } from './page-check.ts';
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
  /** Absent where the programme does not say. */
  oneThing: z.boolean().optional(),
  crossRegion: z.boolean().optional(),
  startUrl: z.string().max(500).optional(),
});
export type SuggestedItem = z.infer<typeof SuggestedItem>;

/** The document's own stages, in its words and order, for one mode or channel (陪同办, 线下…). */
const StageList = z.object({
  id: Id,
  label: ShortText.min(1),
  modes: z.array(WalkMode).default([]),
  channels: z.array(ChannelKind).default([]),
  stages: z.array(z.object({ label: ShortText.min(1), stages: z.array(Stage).default([]) })).min(1),
});

/** What is done beside walking an item: an open day, a survey, a hotline visit. Entered by hand. */
const Activity = z.object({ id: Id, label: ShortText.min(1), note: ShortText.default('') });

/** What is to become of a problem: mended at once, by a date, or as a cause in common. */
const Disposal = z.object({ kind: z.enum(['atOnce', 'byDate', 'common']), label: ShortText.min(1) });

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
  /** Display names of the three lists: problems, needs, measures; what else a document calls the last, and its fourth. */
  listNames: z.object({
    problems: ShortText,
    needs: ShortText,
    measures: ShortText,
    measuresAlso: ShortText.optional(),
    optimisations: ShortText.optional(),
  }),
  /** The loop from experience to effect, in the document's words, and its steps one by one. */
  closedLoop: ShortText.default(''),
  loopSteps: z.array(ShortText.min(1)).default([]),
  disposals: z.array(Disposal).default([]),
  /** How one problem is to lead to a class of problems (以点扩面). */
  classRule: ShortText.default(''),
  channels: z.array(Channel).default([]),
  stageLists: z.array(StageList).default([]),
  /** What is asked before, during and after a walk (走前、走中、走后). */
  phases: z
    .array(
      z.object({
        phase: z.enum(['before', 'during', 'after']),
        label: ShortText.min(1),
        /** What the document asks for then, one by one; of "before" they are offered as aims. */
        asks: z.array(ShortText.min(1)).default([]),
      }),
    )
    .default([]),
  activities: z.array(Activity).default([]),
  /** Fields and groups the document lays stress on. */
  themes: z.array(ShortText.min(1)).default([]),
  specialGroups: z.array(ShortText.min(1)).default([]),
  deliverables: z.array(Deliverable).default([]),
  /** How the document numbers its own forms, e.g. 附件4; forms of other documents carry no number. */
  annexes: z.array(z.object({ form: FormKind, label: ShortText.min(1) })).default([]),
  officers: Officers.optional(),
  /** Rules of conduct that the walker is reminded of. */
  rules: z.array(ShortText.min(1)).default([]),
  suggestedItems: z.array(SuggestedItem).default([]),
  /** Accessibility checks of pages; the walker may choose otherwise when a walk starts. */
  pageChecks: PageCheckTimes.default('on-request'),
  /** Site profiles (ids) this programme walks. */
  siteProfiles: z.array(Id).default([]),
  /** What it lays down about personal data; it can only tighten. */
  masking: MaskingPolicy.optional(),
  /** With it the pack is locked wherever the key is trusted. */
  signature: PackSignature.optional(),
});
export type Programme = z.infer<typeof Programme>;
