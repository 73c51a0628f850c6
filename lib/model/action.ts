import { Id, Moment, ShortText } from './primitives.ts';
import { ScrollBox } from './scroll-box.ts';
import { z } from './zod.ts';

export const actionKinds = [
  'click',
  'type',
  'select',
  'check',
  'upload',
  'drag',
  'key',
  'submit',
  'navigate',
  'back',
  'reload',
  'tab',
] as const;

/** Stretches of typing that one action may have. */
export const mostSpans = 20;

/** 操作: one thing the walker did. Never holds a typed value, a file name or an unredacted label. */
export const Action = z.object({
  id: Id,
  at: Moment,
  stream: Id,
  tab: z.number().int(),
  frame: z.number().int(),
  kind: z.enum(actionKinds),
  /** What a person would call the thing acted on, redacted: "下一步", "联系电话". */
  label: ShortText.default(''),
  /** Role or tag: button, link, textbox, select …; `clickable`: none of these, but shown with a hand for a pointer. */
  role: ShortText.default(''),
  /** Several ways to find the element again, best first: aria/…, text/…, CSS, xpath/…. */
  selectors: z.array(z.string().max(1000)).max(6).default([]),
  /**
   * What the pointer rested on before it came, without a press between, to what was pressed and lay over the page beside
   * it: a menu that opens by hovering. From outside in; ways to each as `selectors`.
   */
  hovered: z
    .array(z.array(z.string().max(1000)).max(6))
    .max(3)
    .optional(),
  /** The frame's place below the tab's main frame: its number among its siblings at each level, outermost first. */
  framePath: z.array(z.number().int().nonnegative()).max(30).optional(),
  /** Where it was in the frame's viewport, CSS pixels. */
  rect: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  /** Where the pointer was in the frame's viewport, CSS pixels; of what was done by keyboard and of a tick, the middle. An upload has one where the field itself was pressed or dropped on. */
  point: z.object({ x: z.number(), y: z.number() }).optional(),
  /** Where the frame's viewport began in the tab's, CSS pixels; absent in the main frame or when nobody knows. */
  offset: z.object({ x: z.number(), y: z.number() }).optional(),
  /** Size of the tab's viewport, CSS pixels; absent in a frame that may not look at it. */
  view: z.object({ width: z.number().positive(), height: z.number().positive() }).optional(),
  /** How far the frame's document was scrolled, CSS pixels. */
  scroll: z.object({ x: z.number(), y: z.number() }).optional(),
  /** The boxes it lay in that scroll by themselves, innermost first. */
  boxes: z.array(ScrollBox).max(8).optional(),
  /** It stays where it is when the document is scrolled: fixed, or sticking to an edge just then. */
  pinned: z.boolean().optional(),
  /** Typed or chosen values by their measure alone. */
  value: z
    .object({
      length: z.number().int().nonnegative().optional(),
      /** Keyed hash that dies with the session: equal values in one session have equal marks. */
      mark: z.string().max(80).optional(),
      /** Upload: lower-case extension and size in bytes of each file; never the name. */
      files: z.array(z.object({ extension: z.string().max(12), bytes: z.number().nonnegative() })).optional(),
      checked: z.boolean().optional(),
      /** Key pressed, for kind `key`: Enter, Escape, Space. */
      key: z.string().max(20).optional(),
    })
    .optional(),
  /**
   * Typing: the stretches in which keys came, each from its first key to its last, broken where none came for 5 s.
   * Absent where one key was all, and in reports older than this.
   */
  spans: z
    .array(z.object({ from: Moment, to: Moment }))
    .max(mostSpans)
    .optional(),
  /**
   * Clicks: milliseconds until the page first reacted (anything changed, moved, was asked for or opened); null when
   * nothing did within the time watched (2 s); undefined where it was not watched to the end, and for fields and for words
   * that nobody would take for a button.
   */
  reactedMs: z.number().nonnegative().nullable().optional(),
  /** Drags: where it went. Missing in reports older than this. */
  drop: z
    .object({
      /** How far the pointer was moved before it let go, CSS pixels. */
      by: z.object({ x: z.number(), y: z.number() }),
      /** Ways to find what took it, as `selectors`, and where in that; absent where the page's script moved it. */
      selectors: z.array(z.string().max(1000)).max(6).optional(),
      inside: z.object({ x: z.number(), y: z.number() }).optional(),
    })
    .optional(),
  /** Redacted address of the frame. */
  url: z.string().max(8000).default(''),
});
export type Action = z.infer<typeof Action>;

/** When it was being done: the stretches of typing, or else its one moment, as a stretch without length. */
export function stretchesOf({ at, spans }: Pick<Action, 'at' | 'spans'>): { from: number; to: number }[] {
  return spans?.length ? spans : [{ from: at, to: at }];
}

/** The last moment at which it was being done. */
export const lastMomentOf = (action: Pick<Action, 'at' | 'spans'>): number =>
  stretchesOf(action).reduce((last, { to }) => Math.max(last, to), action.at);

/** A label's click and its box's change arrive in one turn; the same by hand takes longer, ms. */
const sameTurn = 300;

/** True for the tick of a box that a click on its label, or on what is drawn in its place, brought about. */
export function isTickOf(click: Action, check: Action): boolean {
  const soon = check.at - click.at;
  if (click.kind !== 'click' || check.kind !== 'check' || click.stream !== check.stream) return false;
  if (soon < 0 || soon >= sameTurn) return false;
  return click.label === check.label || /^(label|span|div|i|clickable)$/.test(click.role);
}
