import { ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** Who walks (走流程人员): printed on the lists, typed once in the options page. */
export const Walker = z.object({
  unit: ShortText.default(''),
  name: ShortText.default(''),
  position: ShortText.default(''),
  contact: ShortText.default(''),
});
export type Walker = z.infer<typeof Walker>;
