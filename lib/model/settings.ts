import { Day } from './deadline.ts';
import { FormPerson } from './form-person.ts';
import type { MaskingPolicy } from './masking-policy.ts';
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

/** What the forms' head was filled with last; empty parts are taken from the walker. */
export const FormHead = z.object({
  unit: ShortText.default(''),
  reporter: ShortText.default(''),
  contact: ShortText.default(''),
  phase: ShortText.default(''),
});
export type FormHead = z.infer<typeof FormHead>;

/** What the options page keeps. */
export const Settings = z.object({
  walker: Walker,
  enrolment: Enrolment.optional(),
  programmeId: Id.optional(),
  formHead: FormHead.optional(),
  /** Who the liaison named for the lists beside those who walked. */
  formPeople: z.array(FormPerson).max(1000).optional(),
  /** The day on which a programme begins here, by its id: relative deadlines count from it. */
  programmeStarts: z.record(Id, Day).default({}),
  /** Profiles imported beside the ones that ship. */
  siteProfiles: z.array(SiteProfile).default([]),
  /** Days a session stays here after its receipt, unless its programme says. */
  keepDays: z.number().int().min(0).max(3650).optional(),
});
export type Settings = z.infer<typeof Settings>;

export const emptySettings: Settings = {
  walker: { unit: '', name: '', position: '', contact: '' },
  programmeStarts: {},
  siteProfiles: [],
};

/** Long enough to answer a reviewer who sends a report back; GB/T 35273-2020 6.1 asks for no longer than needed. */
export const defaultKeepDays = 30;

/** Days a session stays after its receipt: a programme's rule, where it is locked or shorter, else the settings'. */
export function keptDays(
  settings: Pick<Settings, 'keepDays'>,
  policy?: Pick<MaskingPolicy, 'retentionDays' | 'locked'>,
): number {
  const own = settings.keepDays ?? defaultKeepDays;
  if (policy?.retentionDays === undefined) return own;
  return policy.locked.includes('retentionDays') ? policy.retentionDays : Math.min(own, policy.retentionDays);
}
