import { Id, LongText, Moment, ShortText } from './primitives.ts';
import { Stage } from './stage.ts';
import { z } from './zod.ts';

/**
 * A visit: the walker came to a place. A new document in a tab's main frame, a route change without a
 * new document, a wizard that moved to its next step, or a switch to another tab.
 */
export const Visit = z.object({
  id: Id,
  at: Moment,
  tab: z.number().int(),
  /** 0 is the tab's main frame. */
  frame: z.number().int(),
  /** Of a change of tab: the number the tab had before the browser let go of its page and gave it another. */
  wasTab: z.number().int().optional(),
  kind: z.enum(['document', 'route', 'wizard', 'tab']),
  /** Redacted. */
  url: LongText,
  title: ShortText.default(''),
  /** The wizard step's own title. */
  wizardStep: ShortText.optional(),
  stage: Stage.optional(),
  /** Step name given by a stage rule. */
  ruleName: ShortText.optional(),
  /** Unified login and the like: nothing inside was recorded. */
  identity: z.boolean().default(false),
  /** The browser's own word for how the page was reached, e.g. link, form_submit, reload; back/forward apart. */
  transition: ShortText.optional(),
  back: z.boolean().default(false),
  redirects: z.number().int().nonnegative().default(0),
  /** Milliseconds from navigation start to the load event; undefined until it fired. */
  loadMs: z.number().nonnegative().optional(),
  /**
   * Milliseconds from the commit until loading was called off: the page was left or loaded anew before its load event,
   * or the walk ended. No load time; `loadMs`, where it is known, counts.
   */
  leftMs: z.number().nonnegative().optional(),
});
export type Visit = z.infer<typeof Visit>;

/** How long the page was waited for, ms: until it was loaded, or until nobody waited any longer. */
export const waitedMsOf = ({ loadMs, leftMs }: Pick<Visit, 'loadMs' | 'leftMs'>): number =>
  loadMs ?? leftMs ?? 0;
