export type HandOverCode =
  | 'not-a-hand-over-file'
  | 'damaged'
  | 'foreign-version'
  | 'report-invalid'
  | 'object-missing'
  | 'object-hash'
  | 'chain-broken'
  | 'too-large';

/** `what` went wrong, in one fixed word; `where`: an entry, object, stream or length; `field` of the report. */
export type HandOverDetail = { what: string; where: string; field?: string | undefined };

/** Why a hand-over file or a report with its objects was refused. Carries data only: the screen words it. */
export class HandOverFileError extends Error {
  override name = 'HandOverFileError' as const;
  readonly code: HandOverCode;
  readonly what: string;
  readonly where: string;
  readonly field: string | undefined;
  constructor(code: HandOverCode, detail: HandOverDetail) {
    super(`${code}: ${detail.what}: ${detail.where}${detail.field ? ` (${detail.field})` : ''}`);
    this.code = code;
    this.what = detail.what;
    this.where = detail.where;
    this.field = detail.field;
  }
}
