import { type DestinationStream, pino } from 'pino';

export type Log = ReturnType<typeof createLog>;
/** How much is logged, or where to. */
export type LogOption = 'silent' | 'info' | DestinationStream;

/** JSON lines, on standard output unless told. Nothing is logged but what `log-requests.ts` and `answer-errors.ts` name. */
export function createLog(option: LogOption) {
  if (typeof option === 'string') return pino({ level: option, base: null });
  return pino({ level: 'info', base: null }, option);
}
