import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { refusalsIn } from './file-refusals.ts';
import { counted, unseenTexts } from './seen.ts';

/**
 * How often a file was refused for its format or size.
 *
 * Null on walks without texts and where no recorder ran; older reports show it by the messages after an upload.
 * Threshold 0: what will be taken can be said before, and set on the file chooser (error prevention, the fifth of
 * Nielsen's ten heuristics).
 */
export const fileReject = defineSignal({
  code: 'file_reject',
  unit: 'count',
  threshold: 0,
  source: 'Nielsen heuristic 5, error prevention: none',
  measure: (report) =>
    counted(
      report,
      refusalsIn(report).map((refusal) => evidenceOf(refusal, { text: refusal.text })),
      unseenTexts(report),
    ),
});
