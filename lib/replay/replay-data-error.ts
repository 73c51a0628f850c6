export type ReplayDataCode =
  | 'object-hash'
  | 'not-gzip'
  | 'too-large'
  | 'not-events'
  | 'too-deep'
  | 'too-many-nodes'
  | 'no-snapshot'
  | 'sandbox';

/** Why recorded data could not be shown; `where` is an object's or a stream's name. */
export class ReplayDataError extends Error {
  override name = 'ReplayDataError' as const;
  readonly code: ReplayDataCode;
  readonly where: string;
  constructor(code: ReplayDataCode, where: string) {
    super(`${code}: ${where}`);
    this.code = code;
    this.where = where;
  }
}
