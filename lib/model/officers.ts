import { Id, ShortText } from './primitives.ts';
import { z } from './zod.ts';

/** 体验员队伍: who is invited to walk as an experience officer, how, and under which rules. */
export const Officers = z.object({
  /** What this programme calls them: 政务服务体验员, 政务服务体验官, 人社服务体验团. */
  title: ShortText.min(1),
  categories: z.array(z.object({ id: Id, label: ShortText.min(1), note: ShortText.default('') })).default([]),
  /** Ways of recruiting, e.g. 公开征集. */
  recruitment: z.array(ShortText.min(1)).default([]),
  quotas: z.array(ShortText.min(1)).default([]),
  rules: z.array(ShortText.min(1)).default([]),
});
export type Officers = z.infer<typeof Officers>;
