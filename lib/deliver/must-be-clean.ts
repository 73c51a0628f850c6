import type { SessionReport } from '../model/report.ts';
import { DeliveryProblem } from './delivery-problem.ts';
import { type ScanOptions, scanReport } from './scan-report.ts';

/** The door a report leaves by: throws a DeliveryProblem `still-personal` with place and kind, never the value. */
export async function mustBeClean(report: SessionReport, options: ScanOptions): Promise<void> {
  const [first] = await scanReport(report, options);
  if (first) throw new DeliveryProblem('still-personal', first.kind, false, first.field.slice(0, 300));
}
