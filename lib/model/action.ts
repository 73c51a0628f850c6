import { Id, Moment, ShortText } from './primitives.ts';
import { z } from './zod.ts';

export const actionKinds = [
  'click',
  'type',
  'select',
  'check',
  'upload',
  'key',
  'submit',
  'navigate',
  'back',
  'reload',
  'tab',
] as const;

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
  /** Role or tag: button, link, textbox, select … */
  role: ShortText.default(''),
  /** Several ways to find the element again, best first: aria/…, text/…, CSS, xpath/…. */
  selectors: z.array(z.string().max(1000)).max(6).default([]),
  /** Where it was in the frame's viewport, CSS pixels. */
  rect: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).optional(),
  /** Where the pointer was in the frame's viewport, CSS pixels. */
  point: z.object({ x: z.number(), y: z.number() }).optional(),
  /** Typed or chosen values by their measure alone. */
  value: z
    .object({
      length: z.number().int().nonnegative().optional(),
      /** Keyed hash that dies with the session: equal values in one session have equal marks. */
      mark: z.string().max(80).optional(),
      /** Upload: lower-case extension and size in bytes of each file; never the name. */
      files: z.array(z.object({ extension: z.string().max(12), bytes: z.number().nonnegative() })).optional(),
      checked: z.boolean().optional(),
      /** Key pressed, for kind `key`: Enter, Escape. */
      key: z.string().max(20).optional(),
    })
    .optional(),
  /**
   * Clicks: milliseconds until the page first reacted (anything changed, moved, was asked for or opened); null when
   * nothing did within the time watched; undefined where it was not watched to the end.
   */
  reactedMs: z.number().nonnegative().nullable().optional(),
  /** Redacted address of the frame. */
  url: z.string().max(8000).default(''),
});
export type Action = z.infer<typeof Action>;
