import { ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** 事项: what is walked. The code (31/33 characters, or a local one) is never demanded. */
export const ServiceItem = z.object({
  name: ShortText.min(1),
  code: ShortText.optional(),
  oneThing: z.boolean().default(false),
  crossRegion: z.boolean().default(false),
});
export type ServiceItem = z.infer<typeof ServiceItem>;
