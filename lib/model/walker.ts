import { ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** Who walks (走流程人员): printed on the lists, typed once in the options page. */
export const Walker = z.object({
  unit: ShortText.default(''),
  name: ShortText.default(''),
  position: ShortText.default(''),
  contact: ShortText.default(''),
  /** 类别 and 招募方式 of an experience officer, in the programme's words; missing of everybody else. */
  category: ShortText.optional(),
  recruitment: ShortText.optional(),
});
export type Walker = z.infer<typeof Walker>;
