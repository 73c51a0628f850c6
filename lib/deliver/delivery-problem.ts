/** What stops a delivery: `passing` faults are tried again, others need a person. */
export class DeliveryProblem extends Error {
  override name = 'DeliveryProblem' as const;
  readonly code: string;
  readonly passing: boolean;
  readonly field: string | undefined;
  constructor(code: string, message: string, passing: boolean, field?: string) {
    super(message);
    this.code = code;
    this.passing = passing;
    this.field = field;
  }
}
