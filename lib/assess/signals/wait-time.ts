import { lengthOf } from '../../model/intervals.ts';
import type { SessionReport } from '../../model/report.ts';
import type { SignalEvidence } from '../../model/signal.ts';
import { waitedMsOf } from '../../model/visit.ts';
import { verificationKinds } from '../../model/wait.ts';
import { findPolled } from '../find-polled.ts';
import { createShownTime } from '../tab-stretches.ts';
import { createHeldUntil } from '../waiting-stretches.ts';
import { defineSignal } from './define-signal.ts';
import { evidenceOf } from './evidence-of.ts';
import { hasHiddenLogin, unseenRequests } from './seen.ts';

/** Waits worth looking at: 1 s is the limit up to which a train of thought stays whole (Nielsen 1993). */
const noticed = 1000;
const waitedFor = new Set(['main_frame', 'sub_frame', 'xmlhttprequest']);

/**
 * How long the walker was kept waiting over all steps: page loads and requests of the tab looked at, human verification.
 *
 * Observed wherever there are steps; the browser tells of loads and requests on login pages too, their recorder of
 * proofs. Threshold 60 s, ours: there is no authority for a whole walk;
 * it is six times the 10 s after which attention goes elsewhere (Nielsen, Response Times, 1993), a minute in all.
 */
export const waitTime = defineSignal({
  code: 'wait_time',
  unit: 'ms',
  threshold: 60_000,
  source: 'ours: six times the 10 s limit of attention (Nielsen 1993)',
  measure(report) {
    const { steps } = report;
    if (!steps.length) return { value: null, unseen: 'nothing-to-measure' };
    const value = steps.reduce((sum, step) => sum + step.times.waiting, 0);
    return {
      value,
      evidence: longWaits(report),
      unseen: hasHiddenLogin(report) ? 'identity-host' : unseenRequests(report),
    };
  },
});

function longWaits(report: SessionReport): SignalEvidence[] {
  const { visits, requests, actions } = report;
  const heldUntil = createHeldUntil(actions);
  const waits = report.waits.map((wait) => ({ ...wait, to: heldUntil(wait) }));
  const polled = findPolled(report);
  const shown = createShownTime(visits);
  const isNoticed = (tab: number, from: number, ms: number) =>
    ms >= noticed && lengthOf(shown([{ tab, from, to: from + ms }])) >= noticed;
  return [
    ...visits
      .filter((visit) => isNoticed(visit.tab, visit.at, waitedMsOf(visit)))
      .map((visit) => evidenceOf(visit, { to: visit.at + waitedMsOf(visit), text: visit.title })),
    ...requests
      .filter(
        ({ id, type, tab, at, duration }) =>
          waitedFor.has(type) && !polled.has(id) && isNoticed(tab, at, duration),
      )
      .map((request) => evidenceOf(request, { to: request.at + request.duration, text: request.url })),
    ...waits
      .filter(({ kind, tab, at, to }) =>
        verificationKinds.has(kind) ? to - at >= noticed : isNoticed(tab, at, to - at),
      )
      .map((wait) => evidenceOf(wait, { to: wait.to, text: wait.detail || wait.kind })),
  ];
}
