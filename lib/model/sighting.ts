import { Id, LongText, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

export const sightingKinds = [
  'login-form',
  'auth-step',
  'search-result',
  'channel-switch',
  'browser-incompat',
  'file-refused',
  'material',
  'blank-page',
  'session-timeout',
  'download',
  'window',
  'paper-required',
] as const;

/** 所见: something a page showed that a signal counts, other than an incident. */
export const Sighting = z.object({
  id: Id,
  at: Moment,
  stream: Id.optional(),
  tab: z.number().int(),
  frame: z.number().int(),
  kind: z.enum(sightingKinds),
  /** What was shown, redacted and short: "请使用IE浏览器". */
  text: LongText.default(''),
  /**
   * Finer kind. auth-step: password, captcha, sms, scan, face, real-name; login-form: password, scan; channel-switch:
   * app, mini-programme, window, mail, scan; browser-incompat: browser, plug-in, usb-key; material: again (a material
   * that was brought is asked for once more); download: the file's ending; window: blocked.
   */
  detail: ShortText.default(''),
  /** How many, where the page says so: search results. */
  count: z.number().int().nonnegative().optional(),
  url: z.string().max(8000).default(''),
});
export type Sighting = z.infer<typeof Sighting>;
