import { Id, LongText, ShortText } from './primitives.ts';
import { Stage } from './stage.ts';
import { z } from './zod.ts';

/** One step as the walker tells it. Its length is what the walker says in minutes, never a measurement. */
export const StatedStep = z.object({
  id: Id,
  name: ShortText.min(1),
  stage: Stage.default('other'),
  /** Absent where nothing was said of it: never 0 for that. */
  minutes: z.number().nonnegative().max(100_000).optional(),
  note: LongText.default(''),
});
export type StatedStep = z.infer<typeof StatedStep>;

/** 人工补记: what the walker states of a walk by another channel. Nothing in it was measured. */
export const StatedWalk = z.object({
  /** The platform, hall or number walked by, e.g. 辽事通; the session's `channel` is made of it and the kind. */
  platform: ShortText.default(''),
  /** The activity it was part of, as the programme words it (开放日, 座谈会…); absent where it was none. */
  activity: ShortText.min(1).optional(),
  /** 地点 */
  place: ShortText.default(''),
  steps: z.array(StatedStep).max(100).default([]),
  /** Materials that were asked for, one each. */
  materials: z.array(ShortText.min(1)).max(100).default([]),
  /** How often one had to go or call; absent where nothing was said of it. */
  visits: z.number().int().nonnegative().max(999).optional(),
  /** Who was met, by what they do there (窗口人员, 导办人员), never by name. */
  met: z.array(ShortText.min(1)).max(40).default([]),
  remarks: LongText.default(''),
});
export type StatedWalk = z.infer<typeof StatedWalk>;

export const nothingStated: StatedWalk = {
  platform: '',
  place: '',
  steps: [],
  materials: [],
  met: [],
  remarks: '',
};
