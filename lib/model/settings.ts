import { Day } from './deadline.ts';
import { Id, ShortText } from './primitives.ts';
import { SiteProfile } from './site-profile.ts';
import { Walker } from './walker.ts';
import { z } from './zod.ts';

/** Where this browser hands in: an enrolled collector. The key may upload and nothing else. */
export const Enrolment = z.object({
  url: z.string().max(500),
  key: z.string().min(16).max(200),
  collector: ShortText,
  publicKey: z.string().max(400),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** What the options page keeps. */
export const Settings = z.object({
  walker: Walker,
  enrolment: Enrolment.optional(),
  programmeId: Id.optional(),
  /** The day on which a programme begins here, by its id: relative deadlines count from it. */
  programmeStarts: z.record(Id, Day).default({}),
  /** Profiles imported beside the ones that ship. */
  siteProfiles: z.array(SiteProfile).default([]),
});
export type Settings = z.infer<typeof Settings>;

export const emptySettings: Settings = {
  walker: { unit: '', name: '', position: '', contact: '' },
  programmeStarts: {},
  siteProfiles: [],
};
