import type { Hint } from '../../model/hint.ts';
import type { SessionReport } from '../../model/report.ts';
import {
  fastReading,
  type HintRule,
  longAway,
  muchUnrecorded,
  noHesitation,
  sameAsBefore,
  skippedToForm,
  testHost,
  valuesAtOnce,
  veryShort,
} from './hint-rules.ts';

const rules: readonly HintRule[] = [
  sameAsBefore,
  testHost,
  veryShort,
  valuesAtOnce,
  fastReading,
  skippedToForm,
  noHesitation,
  longAway,
  muchUnrecorded,
];

/**
 * Hints that a walk may have been made for show (摆拍、走过场), for the reviewer. Hints, never verdicts: each rests on
 * what its evidence shows and has innocent reasons. Pure.
 */
export function findHints(report: SessionReport, earlier: readonly SessionReport[] = []): Hint[] {
  return rules.flatMap((rule) => rule(report, earlier) ?? []);
}
