import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/**
 * 缺口: a stretch or frame that was not captured, and why. `page-loading`: the page had a recorder and was
 * still to come; `over-budget`: the replay was left out because the page
 * changed faster than it may cost; `states-held`: only the final state of a flood of changes was kept; `not-stored`:
 * the database was full or blocked; `not-shown`: something the replay cannot show (canvas, video, native dialog, a font made of bytes);
 * `frame-unseen`: a frame that no recorder reached, in a page that is recorded; `frame-crashed`: a frame whose process crashed
 * in a page that lived on; `outside-walk`: the walker looked at a
 * page that was not of the walk, of which nothing but these times is known; `requests-unseen`: what a worker of
 * the site asked for in this time, which nobody can tell from what it asked for pages outside the walk.
 */
export const Gap = z.object({
  id: Id,
  from: Moment,
  to: Moment,
  why: z.enum([
    'identity-host',
    'not-granted',
    'no-script-here',
    'page-loading',
    'lost-batch',
    'recorder-stopped',
    'metrics-only',
    'over-budget',
    'picture-dropped',
    'browser-closed',
    'cut',
    'asleep',
    'tab-crashed',
    'frame-crashed',
    'extension-updated',
    'not-stored',
    'states-held',
    'not-shown',
    'frame-unseen',
    'outside-walk',
    'requests-unseen',
  ]),
  tab: z.number().int().optional(),
  stream: Id.optional(),
  detail: ShortText.default(''),
});
export type Gap = z.infer<typeof Gap>;

/** What a page may say of itself that it could not capture; every other reason is for the background to find. */
export const pageGapWhys = [
  'asleep',
  'recorder-stopped',
  'over-budget',
  'states-held',
  'not-shown',
  'frame-unseen',
  'not-stored',
] as const;
/** A gap as a frame reports it, completed with its stream and tab by the background. */
export const PageGap = Gap.extend({ why: z.enum(pageGapWhys), stream: Id });
export type PageGap = z.infer<typeof PageGap>;
