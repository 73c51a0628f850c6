import { Deadline } from './deadline.ts';
import { FormKind } from './form-kind.ts';
import { Id, ShortText } from './primitives.ts';
import { WalkMode } from './walk-mode.ts';
import { z } from './zod.ts';

/** 报送任务: what a unit owes the organising office, by when. */
export const Deliverable = z.object({
  id: Id,
  title: ShortText.min(1),
  /** What has to be in it. */
  contents: z.array(ShortText.min(1)).max(40).default([]),
  /** Walk modes it reports on; empty: on all. */
  modes: z.array(WalkMode).default([]),
  due: Deadline,
  /** How the document words the deadline, without the year. */
  dueWording: ShortText.default(''),
  to: ShortText.default(''),
  /** The forms it can be made with here. */
  forms: z.array(FormKind).default([]),
});
export type Deliverable = z.infer<typeof Deliverable>;
