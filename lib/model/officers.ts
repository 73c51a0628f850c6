import { Id, ShortText } from './primitives.ts';
import { WalkMode } from './walk-mode.ts';
import { z } from './zod.ts';

/** 体验员队伍: who is invited to walk as an experience officer, how, and under which rules. */
export const Officers = z.object({
  /** What this programme calls them: 政务服务体验员, 政务服务体验官, 人社服务体验团. */
  title: ShortText.min(1),
  categories: z.array(z.object({ id: Id, label: ShortText.min(1), note: ShortText.default('') })).default([]),
  /** Modes in which its officers walk; only `experience` where nothing is said. */
  modes: z.array(WalkMode).min(1).optional(),
  /** Ways of recruiting, e.g. 公开征集. */
  recruitment: z.array(ShortText.min(1)).default([]),
  quotas: z.array(ShortText.min(1)).default([]),
  rules: z.array(ShortText.min(1)).default([]),
});
export type Officers = z.infer<typeof Officers>;

/** True where who walks in this mode is an experience officer of the programme, and no official. */
export function walksAsOfficer(mode: WalkMode, officers: Pick<Officers, 'modes'> | undefined): boolean {
  return (officers?.modes ?? ['experience']).includes(mode);
}

/** Categories and ways of recruiting to choose from: the programme's in use first, then what others name, each once. */
export function officerChoices(
  programmes: readonly { id: string; officers?: Officers | undefined }[],
  used: string | undefined,
): { categories: string[]; recruitment: string[] } {
  const inOrder = [...programmes].sort((a, b) => Number(b.id === used) - Number(a.id === used));
  const each = inOrder.flatMap(({ officers }) => officers ?? []);
  return {
    categories: [...new Set(each.flatMap(({ categories }) => categories.map(({ label }) => label)))],
    recruitment: [...new Set(each.flatMap(({ recruitment }) => recruitment))],
  };
}
