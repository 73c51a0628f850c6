import type { ImportOutcome } from '../../components/options/options-props.ts';
import type { z } from '../../lib/model/zod.ts';

/** At most this many problems of one file are told; the first ones are what matters. */
const toldAtMost = 8;

/** Checks a pack's text against the model and keeps it; a pack with an error is refused with field and reason. */
export async function importPack<T extends z.ZodType>(
  schema: T,
  json: string,
  keep: (pack: z.infer<T>) => Promise<string>,
): Promise<ImportOutcome> {
  let data: unknown;
  try {
    data = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    return {
      ok: false,
      problems: [{ field: '', reason: error instanceof Error ? error.message : String(error) }],
    };
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .slice(0, toldAtMost)
      .map((issue) => ({ field: issue.path.map(String).join('.'), reason: issue.message }));
    return { ok: false, problems };
  }
  return { ok: true, name: await keep(parsed.data) };
}
