import type { ErrorHandler } from 'hono';
import type { Log } from './log.ts';
import { Refusal } from './refusals.ts';
import type { Env } from './services.ts';

/** The one place that answers errors: refusals as they are, everything else without its message. */
export function answerErrors(log: Log): ErrorHandler<Env> {
  return (error, c) => {
    const refusal = error instanceof Refusal ? error : refusalFor(error, log);
    return c.json(refusal.body, refusal.status);
  };
}

function refusalFor(error: Error, log: Log): Refusal {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new Refusal('disk-full');
  // Messages of database errors repeat the row's values, which are people's words: log where, never what.
  const where = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  log.error({ error: error.name, code, where }, 'failed');
  return new Refusal('internal');
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : codeOf(cause);
}
