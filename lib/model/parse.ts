import { z } from './zod.ts';

/** What did not fit: `field` is a dotted path such as `session.item.name`, `reason` one sentence. */
export class ModelError extends Error {
  override name = 'ModelError' as const;
  readonly field: string;
  readonly reason: string;
  constructor(noun: string, field: string, reason: string) {
    super(`${noun}: ${field || '(whole)'}: ${reason}`);
    this.field = field;
    this.reason = reason;
  }
}

/** Parses at a border: returns the typed value or throws a ModelError naming the first field that does not fit. */
export function mustParse<T extends z.ZodType>(noun: string, schema: T, data: unknown): z.infer<T> {
  const result = schema.safeParse(data);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new ModelError(noun, issue?.path.map(String).join('.') ?? '', issue?.message ?? 'does not fit');
}
