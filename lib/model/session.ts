import { Aim, mostAims } from './aim.ts';
import { ChannelKind } from './channel.ts';
import { Consent, PrivacyChange } from './consent.ts';
import { AppliedPolicy } from './masking-policy.ts';
import { PageCheckTimes } from './page-check.ts';
import { Id, Moment, ShortText } from './primitives.ts';
import { Rating } from './rating.ts';
import { ReductionTargets } from './reduction.ts';
import { ServiceItem } from './service-item.ts';
import { StatedWalk } from './stated-walk.ts';
import { Perspective, WalkMode } from './walk-mode.ts';
import { Walker } from './walker.ts';
import { z } from './zod.ts';

/** `draft`: entered by hand and not finished yet; it leaves this computer no more than one being recorded. */
export const SessionState = z.enum(['recording', 'paused', 'finished', 'draft']);
export type SessionState = z.infer<typeof SessionState>;

/** A pause: the walker stopped the clock and said so; nothing is recorded in it. */
export const Pause = z.object({ from: Moment, to: Moment.optional(), reason: ShortText.default('') });
export type Pause = z.infer<typeof Pause>;

/** 走流程记录: one walk of one service item, from start to finish, over any number of tabs, frames and origins. */
export const Session = z.object({
  id: Id,
  state: SessionState,
  item: ServiceItem,
  mode: WalkMode,
  perspective: Perspective,
  /** The platform walked, as the lists print it beside the item, e.g. "云岭省政务服务网 PC端". */
  channel: ShortText.default(''),
  /** What kind of channel that is, where it was chosen; else it is read from the words. */
  channelKind: ChannelKind.optional(),
  /** How it came about: recorded while walking, which is meant where it is missing, or entered by hand afterwards. */
  entry: z.enum(['recorded', 'by-hand']).optional(),
  /** What is told of a walk entered by hand: stated, never measured. */
  stated: StatedWalk.optional(),
  programme: z.object({ id: Id, version: z.string().max(40), title: ShortText }),
  siteProfileId: Id.optional(),
  walker: Walker,
  /** `metrics`: times, actions and incidents only; no DOM text, no pictures. */
  privacy: z.enum(['full', 'metrics']),
  /** From when on which of the two, beginning with the start. Missing in walks older than this. */
  privacyChanges: z.array(PrivacyChange).max(200).optional(),
  /** What the accompanied person consented to, and when they took it back. */
  consents: z.array(Consent).max(100).optional(),
  /** The masking policy it was walked by. */
  policy: AppliedPolicy.optional(),
  startedAt: Moment,
  endedAt: Moment.optional(),
  pauses: z.array(Pause).default([]),
  /** How the walk ended: stopped before submitting, really submitted, withdrawn, or not said. */
  outcome: z.enum(['stopped', 'submitted', 'withdrawn', 'unknown']).default('unknown'),
  /** True when the session was closed after the browser or worker had gone down in the middle. */
  recovered: z.boolean().default(false),
  /** What the four reductions aim at, where somebody set it. */
  targets: ReductionTargets.optional(),
  /** 走前瞄准: what the walker set out to look for. Missing where nothing was. */
  aims: z.array(Aim).max(mostAims).optional(),
  /** Missing until somebody rates, and where nobody does. */
  rating: Rating.optional(),
  /** When pages were checked, where the walker chose; else as the programme says. */
  pageChecks: PageCheckTimes.optional(),
  recorderVersion: z.string().max(40),
});
export type Session = z.infer<typeof Session>;

/** True for a walk that was entered by hand (人工补记): all of it is stated, nothing was observed. */
export function isByHand({ entry }: Pick<Session, 'entry'>): boolean {
  return entry === 'by-hand';
}
