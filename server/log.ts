import { pino } from 'pino';

export type Log = ReturnType<typeof createLog>;

/** JSON lines on standard output. Nothing is logged but what `log-requests.ts` and `answer-errors.ts` name. */
export function createLog(level: 'silent' | 'info') {
  return pino({ level, base: null });
}
