import type { Checklist } from '../../model/checklist.ts';
import type { SessionReport } from '../../model/report.ts';
import type { Signal, SignalEvidence } from '../../model/signal.ts';
import type { Suggestion } from '../../model/suggestion.ts';
import { findStepAt, stepsInOrder } from '../signals/steps-in-order.ts';
import { chooseCheckItems } from './choose-check-items.ts';
import { type Defect, findDefects } from './find-defects.ts';
import { mergeDefects } from './merge-defects.ts';
import { suggestionRules } from './suggestion-rules.ts';

/** What led to a moment is seen from so long before, and what came of it so long after, ms. */
const before = 10_000;
const after = 5_000;
/** More of them tell a reader nothing; the count is of all. */
const mostMoments = 200;
/** A longer stretch is no clip. */
const longest = 120_000;
const weights = { blocking: 4, serious: 3, moderate: 2, minor: 1 } as const;

/**
 * Suggestions from a report's signals, bound to the check items of its programme, the most serious first. Pure. A
 * suggestion is no pain point: nothing is stored until a person accepts it.
 */
export function suggest(
  report: SessionReport,
  signals: readonly Signal[],
  checklists: readonly Checklist[],
): Suggestion[] {
  const steps = stepsInOrder(report.steps);
  const made = mergeDefects(findDefects(report, signals), report).map((defect): Suggestion => {
    const [first] = defect.evidence;
    const stage = first && findStepAt(steps, first.at)?.stage;
    const { code, also, subject, count, value, unit, threshold } = defect;
    return {
      id: idOf(defect),
      reason: { code, subject: subject.slice(0, 200), count, value, unit, threshold },
      also,
      severity: suggestionRules[code].severity,
      ...chooseCheckItems(checklists, [code, ...also], stage),
      moments: defect.evidence.slice(0, mostMoments),
      interval: intervalOf(first, report),
    };
  });
  return made.sort((a, b) => scoreOf(b) - scoreOf(a) || (a.moments[0]?.at ?? 0) - (b.moments[0]?.at ?? 0));
}

/** What fits the programme and was met often comes first among equals. */
function scoreOf({ severity, checkItems, kindred, reason }: Suggestion): number {
  const fits = checkItems.length === 0 ? -0.6 : kindred ? -0.3 : 0;
  return weights[severity] + fits + Math.min(0.25, reason.count * 0.05);
}

function intervalOf(moment: SignalEvidence | undefined, { session, createdAt }: SessionReport) {
  const end = session.endedAt ?? createdAt;
  if (!moment) return { from: session.startedAt, to: end };
  const from = Math.max(session.startedAt, moment.at - before);
  const to = Math.min(end, Math.max(moment.at, moment.to ?? moment.at) + after);
  return { from, to: Math.max(from, Math.min(to, from + longest)) };
}

/** The same defect of the same session has the same id, so that a decision on it is found again. */
function idOf({ code, key }: Defect): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (const sign of `${code} ${key}`) {
    a = Math.imul(a ^ (sign.codePointAt(0) ?? 0), 0x01000193);
    b = Math.imul(b + (sign.codePointAt(0) ?? 0), 0x85ebca6b) ^ (b >>> 13);
  }
  return `${code}.${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}
