import { keyOf } from '../../components/format/key-of.ts';
import { listOf } from '../../components/hand-in/group-findings.ts';
import { placeName } from '../../components/hand-in/place-name.ts';
import { maskKinds } from '../../components/session-review/mask-kinds.ts';
import type { Text } from '../../components/text.tsx';
import { DeliveryProblem } from '../../lib/deliver/delivery-problem.ts';
import { mustBeClean } from '../../lib/deliver/must-be-clean.ts';
import type { SessionReport } from '../../lib/model/report.ts';
import { store } from './local.ts';
import { sessionScanner } from './session-scanner.ts';

/**
 * Throws a sentence with place and kind when a report still holds what looks like personal data, and says what to do.
 * `whole`: replay and assets leave too; `own`: walked here, not opened from a file.
 */
export async function mustLeaveClean(
  report: SessionReport,
  text: Text,
  { whole, own }: { whole: boolean; own: boolean },
): Promise<void> {
  const readObject = whole ? (object: string) => store.objects.mustRead(object) : undefined;
  try {
    await mustBeClean(report, { ...(await sessionScanner(report)), ...(readObject ? { readObject } : {}) });
  } catch (error) {
    if (!(error instanceof DeliveryProblem) || error.code !== 'still-personal') throw error;
    const kind = maskKinds.includes(error.message) ? error.message : 'other';
    throw new Error(
      text(
        own ? 'handIn.refused' : 'handIn.refusedImported',
        placeName(listOf(error.field ?? ''), text),
        text(keyOf('review.masked', kind)),
      ),
      { cause: error },
    );
  }
}
