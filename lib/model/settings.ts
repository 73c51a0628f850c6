import { Id, ShortText } from './primitives.ts';
import { Programme } from './programme.ts';
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
  /** Packs and profiles imported beside the ones that ship. */
  programmes: z.array(Programme).default([]),
  siteProfiles: z.array(SiteProfile).default([]),
});
export type Settings = z.infer<typeof Settings>;

export const emptySettings: Settings = {
  walker: { unit: '', name: '', position: '', contact: '' },
  programmes: [],
  siteProfiles: [],
};
